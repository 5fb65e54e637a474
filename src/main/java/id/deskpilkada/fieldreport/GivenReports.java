package id.deskpilkada.fieldreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a place has told so far: when and by which way, never what it says, because whoever asks may still have to verify it. */
@Service
public class GivenReports {

    private final JdbcClient jdbc;

    GivenReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A report without its content. @param raceId null for what is about no race */
    public record Given(
            UUID id,
            ReportKind kind,
            @Nullable String slot,
            @Nullable Long raceId,
            ReportSource source,
            Instant receivedAt,
            long reporterId,
            long enteredById,
            ReportState state,
            String receipt) {}

    /** The latest first; which of them a reader sees is for the reader's scope to say. @param area digits of a TPS or region */
    @Transactional(readOnly = true)
    public List<Given> of(long roundId, String area, int most) {
        return jdbc.sql(
                        """
                        SELECT id, kind, slot, race_id, source, received_at, reporter_id, entered_by_id, state, receipt FROM field_report
                        WHERE area = ? AND round_id = ? ORDER BY seq DESC LIMIT ?
                        """)
                .params(area, roundId, most)
                .query(GivenReports::given)
                .list();
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(
                row.getObject("id", UUID.class),
                ReportKind.valueOf(row.getString("kind")),
                row.getString("slot"),
                row.getObject("race_id", Long.class),
                ReportSource.valueOf(row.getString("source")),
                row.getTimestamp("received_at").toInstant(),
                row.getLong("reporter_id"),
                row.getLong("entered_by_id"),
                ReportState.valueOf(row.getString("state")),
                row.getString("receipt"));
    }
}
