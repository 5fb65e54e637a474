package id.deskpilkada.election;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Work of a round and of its slots that opens what a test says. */
@Component
public class ScriptedRound implements RoundWork, VotingWork {

    Predicate<RoundRef> opens = round -> false;
    BiPredicate<RoundRef, SlotRef> opensSlot = (round, slot) -> false;

    void openNothing() {
        opens = round -> false;
        opensSlot = (round, slot) -> false;
    }

    @Override
    public boolean openNext(RoundRef round) {
        return opens.test(round);
    }

    @Override
    public boolean openNext(RoundRef round, SlotRef slot) {
        return opensSlot.test(round, slot);
    }
}
