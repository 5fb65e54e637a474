package id.deskpilkada.fieldreport.chain;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports that no chain holds yet, found without looking through the whole ledger. */
@Component
class UnsealedReports {

    /** A report can be committed after one with a higher seq, but not so much later. */
    private static final String LONGEST_INSERT = "30 seconds";

    private static final String UNSEALED =
            "FROM field_report r WHERE seq > ? AND NOT EXISTS (SELECT 1 FROM ledger_link l WHERE l.report_id = r.id)";

    private final JdbcClient jdbc;

    UnsealedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Unsealed(UUID id, String districtArea, byte[] contentDigest) {}

    /** False while another node seals. The lock is gone with the transaction. */
    boolean lock() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('ledger_seal'))")
                .query(Boolean.class)
                .single();
    }

    /** The seq up to which every report is known to be sealed. */
    long sealedThrough() {
        return jdbc.sql("SELECT through_seq FROM ledger_seal")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<Unsealed> next(long after, int most) {
        return jdbc.sql("SELECT id, substr(area, 1, 6) AS district_area, content_digest " + UNSEALED
                        + " ORDER BY seq LIMIT ?")
                .params(after, most)
                .query(Unsealed.class)
                .list();
    }

    long count() {
        return jdbc.sql("SELECT count(*) " + UNSEALED)
                .param(0)
                .query(Long.class)
                .single();
    }

    /** Moves on past what is sealed: to the last report when no number before it is missing, else to the last one old enough that nothing before it is still on its way. */
    void advance(long after) {
        jdbc.sql(
                        """
                        INSERT INTO ledger_seal (through_seq)
                        SELECT CASE WHEN count(*) = max(seq) - :after THEN max(seq)
                          ELSE coalesce(max(seq) FILTER (WHERE received_at < now() - interval '%s'), :after) END
                        FROM field_report WHERE seq > :after HAVING count(*) > 0
                        ON CONFLICT (only_row) DO UPDATE SET through_seq = excluded.through_seq
                        """
                                .formatted(LONGEST_INSERT))
                .param("after", after)
                .update();
    }
}
