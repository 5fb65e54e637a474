package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.RoundFigures;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundStage;
import id.deskpilkada.readiness.ReadinessFacts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How ready the TPS of a round are, for the desk that reports readiness. */
@Component
@Order(0)
class ReadinessFigures implements RoundFigures {

    private static final String EVERYWHERE = "";

    private final ReadinessFacts facts;

    ReadinessFigures(ReadinessFacts facts) {
        this.facts = facts;
    }

    @Override
    public List<Figure> of(RoundRef round, RoundStage stage) {
        if (stage != RoundStage.READINESS) {
            return List.of();
        }
        var count = facts.count(round.id(), EVERYWHERE);
        int open = facts.openShortcomings(round.id(), EVERYWHERE).stream()
                .mapToInt(ReadinessFacts.OwnerCount::open)
                .sum();
        return List.of(
                new Figure("READY", count.ready(), false),
                new Figure("CONDITIONAL", count.conditional(), false),
                new Figure("NOT_READY", count.notReady(), true),
                new Figure("UNCHECKED", count.unchecked(), true),
                new Figure("SHORTCOMINGS", open, true));
    }
}
