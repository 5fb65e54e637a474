package id.deskpilkada.expectation.wave;

import id.deskpilkada.expectation.wave.WaveChanged.Cause;
import id.deskpilkada.fieldreport.ReportKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counter of each wave. Whoever changes the state of an expected report changes its row first and the counter then, in the same transaction: a wave that is looked at under
 * its lock counts what is committed, and whoever is not yet committed finds what the look has decided.
 */
@Component
public class Waves {

    private static final String KEY =
            " WHERE round_id = ? AND kind = ? AND slot = ? AND race_id = ? AND district_area = ? ";
    private static final String ROW =
            "SELECT round_id, kind, slot, race_id, district_area, missing, state, looks_at, chased_at, instance_id FROM report_wave ";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Gates gates;

    Waves(JdbcClient jdbc, ApplicationEventPublisher events, Gates gates) {
        this.jdbc = jdbc;
        this.events = events;
        this.gates = gates;
    }

    /** Takes reports from the counter that came or were excused. While people are called, the process is told. */
    public void fewer(Wave wave, int reports) {
        var after = jdbc.sql("UPDATE report_wave SET missing = missing - ?" + KEY + "RETURNING missing, state")
                .param(reports)
                .params(Key.of(wave))
                .query((row, n) -> new Counted(row.getInt(1), WaveState.valueOf(row.getString(2))))
                .single();
        if (after.state() == WaveState.CHASING) {
            events.publishEvent(new WaveChanged(wave, Cause.REPORTED));
        }
        if (after.missing() == 0) {
            gates.emptied(wave);
        }
    }

    /** Adds reports to the counter, which is made when there is none. */
    public void more(Wave wave, int reports) {
        jdbc.sql(
                        """
                        INSERT INTO report_wave AS w (round_id, kind, slot, race_id, district_area, missing) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (round_id, kind, slot, race_id, district_area) DO UPDATE SET missing = w.missing + excluded.missing
                        """)
                .params(Key.of(wave))
                .param(reports)
                .update();
    }

    /** Tells the processes of waves whose due times were moved, to which something was added, or that are no longer asked for. */
    public void changed(Collection<Wave> waves, Cause cause) {
        for (var wave : new TreeSet<>(waves)) {
            lock(wave).ifPresent(row -> events.publishEvent(new WaveChanged(wave, cause)));
        }
    }

    /** Holds the wave's row until the end of the transaction. */
    public Optional<WaveRow> lock(Wave wave) {
        return jdbc.sql(ROW + KEY + "FOR UPDATE")
                .params(Key.of(wave))
                .query(Waves::row)
                .optional();
    }

    /** Its process waits, and looks at the given time. */
    public void waiting(Wave wave, Instant looksAt) {
        jdbc.sql("UPDATE report_wave SET state = 'WAITING', looks_at = ?, chased_at = NULL" + KEY)
                .param(time(looksAt))
                .params(Key.of(wave))
                .update();
    }

    public void chasing(Wave wave, Instant since) {
        jdbc.sql("UPDATE report_wave SET state = 'CHASING', chased_at = ?" + KEY)
                .param(time(since))
                .params(Key.of(wave))
                .update();
    }

    public void done(Wave wave) {
        jdbc.sql("UPDATE report_wave SET state = 'DONE', looks_at = NULL, chased_at = NULL" + KEY)
                .params(Key.of(wave))
                .update();
    }

    public void runsAs(Wave wave, String instanceId) {
        jdbc.sql("UPDATE report_wave SET instance_id = ?" + KEY)
                .param(instanceId)
                .params(Key.of(wave))
                .update();
    }

    /** The waves of a round whose process runs, locked in their order. */
    public List<WaveRow> running(long roundId) {
        return jdbc.sql(
                        ROW
                                + "WHERE round_id = ? AND state IN ('WAITING', 'CHASING') ORDER BY kind, slot, race_id, district_area FOR UPDATE")
                .param(roundId)
                .query(Waves::row)
                .list();
    }

    static Wave wave(ResultSet row) throws SQLException {
        return new Wave(
                row.getLong("round_id"),
                ReportKind.valueOf(row.getString("kind")),
                row.getString("slot"),
                row.getLong("race_id"),
                row.getString("district_area"));
    }

    private static WaveRow row(ResultSet row, int number) throws SQLException {
        return new WaveRow(
                wave(row),
                row.getInt("missing"),
                WaveState.valueOf(row.getString("state")),
                instant(row.getObject("looks_at", OffsetDateTime.class)),
                instant(row.getObject("chased_at", OffsetDateTime.class)),
                row.getString("instance_id"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** The key of a wave as parameters. */
    static final class Key {

        private Key() {}

        static List<Object> of(Wave wave) {
            return List.of(wave.roundId(), wave.kind().name(), wave.slot(), wave.raceId(), wave.district());
        }
    }

    private record Counted(int missing, WaveState state) {}
}
