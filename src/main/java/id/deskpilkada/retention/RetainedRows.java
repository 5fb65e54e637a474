package id.deskpilkada.retention;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table of ours.
 *
 * @param from the table and the condition that a row still holds something
 * @param since the column from which its time counts
 * @param erase a statement or function with {@code :before} and {@code :most} that tells how many rows went
 */
record RetainedRows(JdbcClient jdbc, String kind, Period period, String from, String since, String erase)
        implements Retained {

    @Override
    public long due(Instant before) {
        return jdbc.sql("SELECT count(*) FROM " + from + " AND " + since + " < ?")
                .param(utc(before))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> oldest() {
        return jdbc.sql("SELECT min(" + since + ") FROM " + from)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public long erase(Instant before, int most) {
        return jdbc.sql(erase)
                .param("before", utc(before))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
