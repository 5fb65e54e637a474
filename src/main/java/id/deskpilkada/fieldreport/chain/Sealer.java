package id.deskpilkada.fieldreport.chain;

import id.deskpilkada.fieldreport.chain.Heads.Head;
import id.deskpilkada.fieldreport.chain.UnsealedReports.Unsealed;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links what was stored to its district's chain, a moment later and on one node at a time, so that no acknowledgement waits for another one's link. */
@Component
public class Sealer {

    private static final int BATCH = 1000;
    private static final String INSERT =
            "INSERT INTO ledger_link (report_id, district_area, position, hash) VALUES (?, ?, ?, ?)";

    private final UnsealedReports unsealed;
    private final Heads heads;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Sealer(UnsealedReports unsealed, Heads heads, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.unsealed = unsealed;
        this.heads = heads;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Links everything that is stored now, unless another node is at it. */
    public void seal() {
        boolean more;
        do {
            more = Boolean.TRUE.equals(transaction.execute(status -> sealBatch(false)));
        } while (more);
    }

    /** Looks through the whole ledger for what was committed so late that it was passed over. */
    void sealLatecomers() {
        transaction.executeWithoutResult(status -> sealBatch(true));
    }

    /** True when there may be more. */
    private boolean sealBatch(boolean fromTheBeginning) {
        if (!unsealed.lock()) {
            return false;
        }
        var sealedThrough = unsealed.sealedThrough();
        var batch = unsealed.next(fromTheBeginning ? 0 : sealedThrough, BATCH);
        link(batch);
        if (!fromTheBeginning && batch.size() < BATCH) {
            unsealed.advance(sealedThrough);
        }
        return batch.size() == BATCH;
    }

    private void link(List<Unsealed> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var before = heads.all();
        var after = new HashMap<String, Head>();
        var links = batch.stream().map(report -> {
            var district = report.districtArea();
            var head = after.getOrDefault(district, before.getOrDefault(district, Head.ofNothing(district)));
            var hash = Link.after(head.hash(), report.id(), report.contentDigest());
            after.put(district, new Head(district, head.length() + 1, hash));
            return new Object[] {report.id(), district, head.length() + 1, hash};
        });
        jdbc.batchUpdate(INSERT, links.toList());
        heads.put(after.values());
    }
}
