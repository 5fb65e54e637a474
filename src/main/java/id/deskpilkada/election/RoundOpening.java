package id.deskpilkada.election;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the features for the next chunk of what they open; each answer tells whether more is left. */
@Component
class RoundOpening {

    private final ObjectProvider<RoundWork> roundWork;
    private final ObjectProvider<PreparationWork> preparationWork;
    private final ObjectProvider<VotingWork> votingWork;
    private final ObjectProvider<CountingWork> countingWork;
    private final RoundDates dates;
    private final OpenedSlots slots;
    private final Clock clock;

    RoundOpening(
            ObjectProvider<RoundWork> roundWork,
            ObjectProvider<PreparationWork> preparationWork,
            ObjectProvider<VotingWork> votingWork,
            ObjectProvider<CountingWork> countingWork,
            RoundDates dates,
            OpenedSlots slots,
            Clock clock) {
        this.roundWork = roundWork;
        this.preparationWork = preparationWork;
        this.votingWork = votingWork;
        this.countingWork = countingWork;
        this.dates = dates;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * Until the polls close, what belongs to the weeks before; then what lives as long as the round. In this order: the work of a TPS locks its row, what lives longer locks the
     * counters, and reports take them so.
     */
    boolean prepare(RoundRef round) {
        boolean left = false;
        if (clock.instant().isBefore(dates.countingOpensAt(round.id()))) {
            for (PreparationWork work : preparationWork.orderedStream().toList()) {
                left |= work.openNext(round);
            }
        }
        for (RoundWork work : roundWork.orderedStream().toList()) {
            left |= work.openNext(round);
        }
        return left;
    }

    /** The slot of the day of voting whose turn it is. */
    boolean openVoting(RoundRef round) {
        var slot = slots.opening(round.id());
        if (slot.isEmpty() || vote(round, slot.get())) {
            return slot.isPresent();
        }
        slots.complete(round.id(), slot.get());
        return false;
    }

    /** As {@link #prepare}, and for the slots that are open already. */
    boolean adjust(RoundRef round) {
        boolean left = prepare(round);
        for (SlotRef slot : slots.opened(round.id())) {
            left |= vote(round, slot);
        }
        return left;
    }

    boolean openCounting(RoundRef round) {
        boolean left = false;
        for (CountingWork work : countingWork.orderedStream().toList()) {
            left |= work.openNext(round);
        }
        return left;
    }

    private boolean vote(RoundRef round, SlotRef slot) {
        boolean left = false;
        List<VotingWork> asked = votingWork.orderedStream().toList();
        for (VotingWork work : asked) {
            left |= work.openNext(round, slot);
        }
        return left;
    }
}
