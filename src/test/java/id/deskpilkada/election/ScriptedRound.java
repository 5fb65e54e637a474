package id.deskpilkada.election;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/** Work of a round and of its slots that opens what a test says. */
@Component
public class ScriptedRound implements RoundWork, VotingWork {

    Predicate<RoundRef> opens = round -> false;
    BiPredicate<RoundRef, SlotRef> opensSlot = (round, slot) -> false;

    /** How often a change of the schedule is to lose a race from now on. */
    final AtomicInteger races = new AtomicInteger();

    @EventListener
    void lose(ScheduleChanged changed) {
        if (races.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new CannotAcquireLockException("a report was faster");
        }
    }

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
