package id.deskpilkada.tierreport;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has become of versions, derived from what was done with them. */
@Component
public class TierStates {

    /** Of {@code tier_report r}. */
    public static final String STATE =
            """
            CASE WHEN EXISTS (SELECT 1 FROM tier_report_step s WHERE s.report_id = r.id AND s.step = 'RETURNED') THEN 'RETURNED'
              WHEN EXISTS (SELECT 1 FROM tier_seal s WHERE s.report_id = r.id AND s.signer_id IS NOT NULL) THEN CASE r.level WHEN 'DISTRICT' THEN 'SEALED' ELSE 'APPROVED' END
              WHEN EXISTS (SELECT 1 FROM tier_seal s WHERE s.report_id = r.id) THEN 'AUTOMATIC'
              ELSE coalesce((SELECT c.state FROM tier_case c WHERE c.round_id = r.round_id AND c.slot = r.slot AND c.area = r.area AND c.state IN ('CHECKING', 'SIGNING')
                AND NOT EXISTS (SELECT 1 FROM tier_report n WHERE (n.round_id, n.slot, n.area) = (r.round_id, r.slot, r.area) AND n.version > r.version)), 'UNSEALED') END
            """;

    private final JdbcClient jdbc;

    TierStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TierState of(long report) {
        return jdbc.sql("SELECT " + STATE + " FROM tier_report r WHERE r.id = ?")
                .param(report)
                .query(TierState.class)
                .single();
    }

    /** As the tier above writes it down: SEALED, AUTOMATIC, RETURNED or UNSEALED. */
    public String toTheTierAbove(TierReport report) {
        var state = of(report.id());
        return state == TierState.SIGNING || state == TierState.CHECKING ? TierState.UNSEALED.name() : state.name();
    }

    /** What was added by whoever sealed a version; null where nobody has or nothing was. */
    public @Nullable String remarks(long report) {
        return statement(report, "remarks").orElse(null);
    }

    private Optional<String> statement(long report, String field) {
        return jdbc.sql("SELECT (statement::jsonb) ->> ? FROM tier_seal WHERE report_id = ?")
                .params(field, report)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(found -> found);
    }
}
