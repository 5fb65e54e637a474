package id.deskpilkada.tierreport.flow;

import id.deskpilkada.election.RoundFigures;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundStage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many reports of a round are begun and not settled, for the desk that closes. */
@Component
@Order(4)
class OpenReports implements RoundFigures {

    private final TierCases cases;

    OpenReports(TierCases cases) {
        this.cases = cases;
    }

    @Override
    public List<Figure> of(RoundRef round, RoundStage stage) {
        if (stage != RoundStage.REPORTING) {
            return List.of();
        }
        long open = cases.ofRound(round.id()).stream()
                .filter(row -> row.state().open())
                .count();
        return List.of(new Figure("OPEN_TIER_REPORTS", open, true));
    }
}
