package id.deskpilkada.election;

import id.deskpilkada.platform.SystemTransactions;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** How a round stands at a stage, from everything that features say about it. */
@Service
public class RoundStanding {

    private static final String WORK = "how a round stands";

    private final ObjectProvider<RoundFigures> features;
    private final SystemTransactions transactions;

    RoundStanding(ObjectProvider<RoundFigures> features, SystemTransactions transactions) {
        this.features = features;
        this.transactions = transactions;
    }

    public List<RoundFigures.Figure> of(RoundRef round, RoundStage stage) {
        return transactions.read(WORK, () -> features.orderedStream()
                .flatMap(feature -> feature.of(round, stage).stream())
                .toList());
    }
}
