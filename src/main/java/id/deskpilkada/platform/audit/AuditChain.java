package id.deskpilkada.platform.audit;

import id.deskpilkada.platform.chain.Chain;
import id.deskpilkada.platform.chain.ChainWalk;
import id.deskpilkada.platform.chain.Difference;
import id.deskpilkada.platform.chain.Findings;
import id.deskpilkada.platform.chain.IntegrityCheck;
import id.deskpilkada.platform.chain.UnsealedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The trail is chained like the ledger; and since it holds a digest of every row that is a fact for ever, checking it checks those rows too. */
@Component
class AuditChain implements IntegrityCheck {

    static final Chain TRAIL =
            new Chain("audit", "audit_entry", "entry_id", "digest", "at", "substr(r.area, 1, 6)", "AUDIT_");

    private static final String COLUMNS =
            """
            r.id, r.salt IS NOT NULL AND r.digest = audit_digest(r) AS sound, r.salt IS NULL AND erased('AUDIT', r.id::text, r.at) AS erased""";

    /** Whoever owns the table can write into it: such an entry is a forged one, unless it is the very beginning, written when the trail was set up. */
    private static final String FORGED =
            """
            SELECT id FROM audit_entry
            WHERE inserted_by <> session_user
              AND inserted_by IN (SELECT rolname FROM pg_roles WHERE rolsuper
                                  UNION SELECT tableowner FROM pg_tables WHERE schemaname = 'desk' AND tablename = 'audit_entry')
              AND (work IS DISTINCT FROM 'migration'
                   OR seq > (SELECT min(seq) FROM audit_entry WHERE work IS DISTINCT FROM 'migration'))
            """;

    private final JdbcTemplate jdbc;
    private final ChainWalk walk;
    private final UnsealedRows unsealed;

    AuditChain(JdbcTemplate jdbc, ChainWalk walk, UnsealedRows unsealed) {
        this.jdbc = jdbc;
        this.walk = walk;
        this.unsealed = unsealed;
    }

    @Override
    public void check(Findings findings) {
        findings.counted("audit", walk.walk(TRAIL, COLUMNS, (row, id) -> content(row, id, findings), findings));
        findings.counted("audit-unsealed", unsealed.count(TRAIL));
        jdbc.query(
                "SELECT " + COLUMNS
                        + " FROM audit_entry r WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry_id = r.id)",
                (ResultSet row) -> content(row, row.getString("id"), findings));
        jdbc.queryForList(FORGED, String.class).forEach(id -> findings.found(Difference.of("AUDIT_FORGED", id)));
        rows(findings);
    }

    private static void content(ResultSet row, String id, Findings findings) throws SQLException {
        if (row.getBoolean("erased")) {
            findings.counted("erased", 1);
        } else if (!row.getBoolean("sound")) {
            findings.found(Difference.of("AUDIT_CHANGED", id));
        }
    }

    private void rows(Findings findings) {
        findings.counted("rows", jdbc.queryForObject("SELECT witnessed_rows()", Long.class));
        jdbc.query(
                "SELECT kind, id FROM altered_rows() LIMIT 500",
                (ResultSet row) -> findings.found(Difference.of(row.getString("kind"), row.getString("id"))));
    }

    /** Beside the check, because a chain is a value that others ask for by its type. */
    @Configuration(proxyBeanMethods = false)
    static class Declaration {

        @Bean
        Chain auditTrail() {
            return TRAIL;
        }
    }
}
