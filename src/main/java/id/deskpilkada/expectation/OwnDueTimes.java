package id.deskpilkada.expectation;

import id.deskpilkada.fieldreport.ReportKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Due times that one polling station has instead of those of the schedule; kept apart from what is expected, so that neither a later schedule nor a later preparation loses them. */
@Component
class OwnDueTimes {

    private final JdbcClient jdbc;

    OwnDueTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> of(long roundId, ReportKind kind, String slot, String tps) {
        return jdbc.sql("SELECT due_at FROM own_due_time WHERE round_id = ? AND kind = ? AND slot = ? AND tps_code = ?")
                .params(roundId, kind.name(), slot, tps)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void set(long roundId, ReportKind kind, String slot, String tps, @Nullable Instant at) {
        if (at == null) {
            jdbc.sql("DELETE FROM own_due_time WHERE round_id = ? AND kind = ? AND slot = ? AND tps_code = ?")
                    .params(roundId, kind.name(), slot, tps)
                    .update();
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO own_due_time (round_id, kind, slot, tps_code, due_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (round_id, kind, slot, tps_code) DO UPDATE SET due_at = excluded.due_at
                        """)
                .params(roundId, kind.name(), slot, tps, at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
