package id.deskpilkada.platform.chain;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Scope;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The heads of all chains at one moment. Whoever has them on paper can tell later that nothing before them was altered or cut off: they are printed on tier reports. */
@Component
public class ChainHeads {

    /** Chains set apart end with what they are about, and are worth no paper. */
    private static final String APART = "~";

    private final ObjectProvider<Chain> chains;
    private final Heads heads;
    private final TransactionTemplate moment;

    ChainHeads(ObjectProvider<Chain> chains, Heads heads, PlatformTransactionManager transactions) {
        this.chains = chains;
        this.heads = heads;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * @param chain {@code ledger} or {@code audit}
     * @param area digits of the district; of the regency for what is about no single district
     * @param length how many rows the chain holds
     * @param hash of the last link, 64 hexadecimal digits
     */
    public record ChainHead(String chain, String area, long length, String hash) {

        /** For paper: {@code 36.04.05 ledger 17 7f3a-91c2-04be-d1a8}. Sixteen digits cannot be hit on purpose in the life of a report. */
        public String printed() {
            return "%s %s %d %s-%s-%s-%s"
                    .formatted(
                            area.isEmpty() ? "-" : Area.dotted(area),
                            chain,
                            length,
                            hash.substring(0, 4),
                            hash.substring(4, 8),
                            hash.substring(8, 12),
                            hash.substring(12, 16));
        }
    }

    /** Heads of the districts within a region, and of the region itself, by place and chain. @param code of a regency or district */
    @SuppressWarnings("NullAway") // the template answers what the body answers
    public List<ChainHead> within(String code) {
        var digits = Area.digits(code);
        return Scope.system(
                "chain-heads",
                () -> moment.execute(status -> chains.stream()
                        .flatMap(chain -> heads.all(chain).values().stream()
                                .filter(head -> head.districtArea().startsWith(digits)
                                        && !head.districtArea().contains(APART))
                                .map(head -> new ChainHead(
                                        chain.name(),
                                        head.districtArea(),
                                        head.length(),
                                        HexFormat.of().formatHex(head.hash()))))
                        .sorted(Comparator.comparing(ChainHead::area).thenComparing(ChainHead::chain))
                        .toList()));
    }
}
