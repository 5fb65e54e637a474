package id.deskpilkada.platform.audit;

import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.chain.Chain;
import id.deskpilkada.platform.chain.ChainHeads;
import id.deskpilkada.platform.chain.ChainHeads.ChainHead;
import id.deskpilkada.platform.chain.Difference;
import id.deskpilkada.platform.chain.Findings;
import id.deskpilkada.platform.chain.IntegrityCheck;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes the heads of the chains in the trail, so that a chain whose end was cut off cleanly, head and all, shows: each chain vouches for the other. */
@Component
public class Anchors implements IntegrityCheck {

    private static final String ACTION = "chain.anchored";

    private final ObjectProvider<Chain> chains;
    private final ChainHeads heads;
    private final Audit audit;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Anchors(
            ObjectProvider<Chain> chains,
            ChainHeads heads,
            Audit audit,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.chains = chains;
        this.heads = heads;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Notes every head that has moved on by more than its own note, unless another node is at it. */
    public void drop() {
        var now = heads.within("");
        Scope.system(
                "anchors",
                () -> transaction.executeWithoutResult(status -> {
                    if (Boolean.TRUE.equals(jdbc.queryForObject(
                            "SELECT pg_try_advisory_xact_lock(hashtext('chain_anchors'))", Boolean.class))) {
                        var noted = noted();
                        audit.record(now.stream()
                                .filter(head -> head.length() > noted.getOrDefault(object(head), 0L) + 1)
                                .map(Anchors::entry)
                                .toList());
                    }
                }));
    }

    private Map<String, Long> noted() {
        var noted = new HashMap<String, Long>();
        jdbc.query(
                "SELECT object, max((details ->> 'position')::bigint) AS position FROM audit_entry WHERE action = ? GROUP BY object",
                (ResultSet row) -> {
                    noted.put(row.getString("object"), row.getLong("position"));
                },
                ACTION);
        return noted;
    }

    private static AuditEntry entry(ChainHead head) {
        return AuditEntry.done(
                ACTION,
                object(head),
                head.area(),
                Map.of("position", Long.toString(head.length()), "hash", head.hash()));
    }

    private static String object(ChainHead head) {
        return head.chain() + "/" + head.area();
    }

    @Override
    public void check(Findings findings) {
        for (var chain : chains) {
            jdbc.query(
                    """
                    SELECT split_part(a.object, '/', 2) AS district, a.details ->> 'position' AS position
                    FROM audit_entry a LEFT JOIN %s_link l
                      ON l.district_area = split_part(a.object, '/', 2) AND l.position = (a.details ->> 'position')::bigint
                    WHERE a.action = ? AND split_part(a.object, '/', 1) = ? AND a.details ->> 'hash' IS DISTINCT FROM encode(l.hash, 'hex')
                    """
                            .formatted(chain.name()),
                    (ResultSet row) -> findings.found(Difference.of(
                            "ANCHOR_DIFFERS",
                            row.getString("district"),
                            chain.name(),
                            row.getString("district"),
                            row.getString("position"))),
                    ACTION,
                    chain.name());
        }
    }
}
