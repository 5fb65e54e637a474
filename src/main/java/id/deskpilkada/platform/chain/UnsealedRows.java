package id.deskpilkada.platform.chain;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that no chain holds yet, found without looking through the whole table. */
@Component
public class UnsealedRows {

    /** A row can be committed after one with a higher seq, but not so much later. */
    private static final String LONGEST_INSERT = "30 seconds";

    private static final String UNSEALED =
            "FROM %s r WHERE seq > ? AND NOT EXISTS (SELECT 1 FROM %s l WHERE l.%s = r.id) AND %s IS NOT NULL";

    private final JdbcClient jdbc;

    UnsealedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Unsealed(UUID id, String districtArea, byte[] contentDigest) {}

    /** False while another node seals. The lock is gone with the transaction. */
    boolean lock(Chain chain) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext(?))")
                .param(chain.seal())
                .query(Boolean.class)
                .single();
    }

    /** The seq up to which every row is known to be sealed. */
    long sealedThrough(Chain chain) {
        return jdbc.sql("SELECT through_seq FROM " + chain.seal())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<Unsealed> next(Chain chain, long after, int most) {
        return jdbc.sql("SELECT id, " + chain.place() + " AS district_area, " + chain.digest() + " AS content_digest "
                        + unsealed(chain) + " ORDER BY seq LIMIT ?")
                .params(after, most)
                .query(Unsealed.class)
                .list();
    }

    public long count(Chain chain) {
        return jdbc.sql("SELECT count(*) " + unsealed(chain))
                .param(0)
                .query(Long.class)
                .single();
    }

    private static String unsealed(Chain chain) {
        return UNSEALED.formatted(chain.table(), chain.links(), chain.key(), chain.place());
    }

    /** Moves on past what is sealed: to the last row when no number before it is missing, else to the last one old enough that nothing before it is still on its way. */
    void advance(Chain chain, long after) {
        jdbc.sql(
                        """
                        INSERT INTO %s (through_seq)
                        SELECT CASE WHEN count(*) = max(seq) - :after THEN max(seq)
                          ELSE coalesce(max(seq) FILTER (WHERE %s < now() - interval '%s'), :after) END
                        FROM %s WHERE seq > :after HAVING count(*) > 0
                        ON CONFLICT (only_row) DO UPDATE SET through_seq = excluded.through_seq
                        """
                                .formatted(chain.seal(), chain.storedAt(), LONGEST_INSERT, chain.table()))
                .param("after", after)
                .update();
    }
}
