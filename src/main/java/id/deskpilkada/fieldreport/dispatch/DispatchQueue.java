package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.Reason;
import id.deskpilkada.fieldreport.intake.ReportRow;
import id.deskpilkada.platform.audit.Audit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored reports as a queue that many workers on many nodes share. */
@Component
class DispatchQueue {

    private static final String NEXT =
            """
            SELECT %s, payload FROM field_report r
            WHERE state = 'STORED' AND NOT parked AND %s
              AND (next_attempt_at IS NULL OR next_attempt_at <= now())
              AND (task_id IS NULL OR received_at <= now() - make_interval(secs => ?))
              AND NOT EXISTS (SELECT 1 FROM field_report e WHERE e.stream = r.stream AND e.seq < r.seq AND e.state = 'STORED' AND NOT e.parked)
            ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final DispatcherSettings settings;
    private final Audit audit;

    DispatchQueue(JdbcClient jdbc, DispatcherSettings settings, Audit audit) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
    }

    /** The oldest report that nobody works on and nothing earlier of its stream waits for, locked for the running transaction. */
    Optional<FieldReport> claim(Lane lane) {
        return jdbc.sql(NEXT.formatted(ReportRow.COLUMNS, lane.condition()))
                .param(settings.leaveToTasklist().toSeconds())
                .query(ReportRow::whole)
                .optional();
    }

    /** Waits 1 s, 2 s, 4 s and so on, a minute at most, before the next attempt; after the last one the report makes way for the next of its stream. */
    void failed(UUID id) {
        var parked = jdbc.sql(
                        """
                        UPDATE field_report SET attempts = attempts + 1,
                          next_attempt_at = clock_timestamp() + make_interval(secs => least(60, 2 ^ least(attempts, 10))),
                          parked = attempts + 1 >= :most, reasons = CASE WHEN attempts + 1 >= :most THEN :reasons END
                        WHERE id = :id AND state = 'STORED' RETURNING CASE WHEN parked THEN area ELSE '' END
                        """)
                .param("most", settings.maxAttempts())
                .param("reasons", Reasons.written(List.of(Reason.of("TECHNICAL_FAILURE", settings.maxAttempts()))))
                .param("id", id)
                .query(String.class)
                .optional();
        parked.filter(area -> !area.isEmpty())
                .ifPresent(area -> audit.record("report.parked", "field-report/" + id, area, Map.of()));
    }

    /** Lets a parked report be tried again, now behind what its stream has done since. */
    boolean unpark(UUID id) {
        return jdbc.sql(
                                """
                                UPDATE field_report SET parked = false, attempts = 0, next_attempt_at = NULL, reasons = NULL
                                WHERE id = ? AND state = 'STORED' AND parked
                                """)
                        .param(id)
                        .update()
                == 1;
    }
}
