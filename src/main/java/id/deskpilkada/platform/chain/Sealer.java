package id.deskpilkada.platform.chain;

import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.chain.Heads.Head;
import id.deskpilkada.platform.chain.UnsealedRows.Unsealed;
import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links what was stored to its district's chain, a moment later and on one node at a time, so that nothing that is stored waits for another one's link. */
@Component
public class Sealer {

    private static final String WORK = "sealer";
    private static final int BATCH = 1000;

    private final ObjectProvider<Chain> chains;
    private final UnsealedRows unsealed;
    private final Heads heads;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Sealer(
            ObjectProvider<Chain> chains,
            UnsealedRows unsealed,
            Heads heads,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.chains = chains;
        this.unsealed = unsealed;
        this.heads = heads;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Links everything that is stored now, unless another node is at it. */
    public void seal() {
        chains.forEach(chain -> {
            boolean more;
            do {
                more = sealBatch(chain, false);
            } while (more);
        });
    }

    /** Looks through the whole tables for what was committed so late that it was passed over. */
    void sealLatecomers() {
        chains.forEach(chain -> sealBatch(chain, true));
    }

    /** True when there may be more. */
    private boolean sealBatch(Chain chain, boolean fromTheBeginning) {
        return Scope.system(
                WORK,
                () -> Boolean.TRUE.equals(transaction.execute(status -> sealedFullBatch(chain, fromTheBeginning))));
    }

    private boolean sealedFullBatch(Chain chain, boolean fromTheBeginning) {
        if (!unsealed.lock(chain)) {
            return false;
        }
        var sealedThrough = unsealed.sealedThrough(chain);
        var batch = unsealed.next(chain, fromTheBeginning ? 0 : sealedThrough, BATCH);
        link(chain, batch);
        if (!fromTheBeginning && batch.size() < BATCH) {
            unsealed.advance(chain, sealedThrough);
        }
        return batch.size() == BATCH;
    }

    private void link(Chain chain, List<Unsealed> batch) {
        if (batch.isEmpty()) {
            return;
        }
        var before = heads.all(chain);
        var after = new HashMap<String, Head>();
        var links = batch.stream().map(row -> {
            var district = row.districtArea();
            var head = after.getOrDefault(district, before.getOrDefault(district, Head.ofNothing(district)));
            var hash = Link.after(head.hash(), row.id(), row.contentDigest());
            after.put(district, new Head(district, head.length() + 1, hash));
            return new Object[] {row.id(), district, head.length() + 1, hash};
        });
        jdbc.batchUpdate(
                "INSERT INTO %s (%s, district_area, position, hash) VALUES (?, ?, ?, ?)"
                        .formatted(chain.links(), chain.key()),
                links.toList());
        heads.put(chain, after.values());
    }
}
