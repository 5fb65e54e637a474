package id.deskpilkada.voting.monitoring;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundWork;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.VotingWork;
import id.deskpilkada.expectation.ExcusesChanged;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.voting.VotingSlots;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the work of a slot village by village while the slot is open, also for TPS that come later and after a schedule that opens a slot again. */
@Component
class MonitoringWork implements VotingWork, RoundWork {

    private static final int VILLAGES_PER_PART = 50;
    private static final int VILLAGE_DIGITS = 10;
    private static final int AFTER_WHAT_IS_EXPECTED = 20;

    private final VotingMonitoring monitoring;
    private final Watches watches;
    private final VillageSlots villages;
    private final VotingSlots slots;
    private final Clock clock;

    MonitoringWork(
            VotingMonitoring monitoring, Watches watches, VillageSlots villages, VotingSlots slots, Clock clock) {
        this.monitoring = monitoring;
        this.watches = watches;
        this.villages = villages;
        this.slots = slots;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean openNext(RoundRef round, SlotRef slot) {
        var closesAt = slots.closesAt(round.id(), slot.slot())
                .filter(end -> end.isAfter(clock.instant()))
                .orElse(null);
        if (closesAt == null) {
            return false;
        }
        var waiting = watches.unopened(round, slot.slot(), VILLAGES_PER_PART);
        waiting.forEach(village -> monitoring.open(new VillageSlot(round, slot.slot(), village), closesAt));
        return waiting.size() == VILLAGES_PER_PART || renewNext(round, slot);
    }

    private boolean renewNext(RoundRef round, SlotRef slot) {
        List<String> grown = watches.grown(round, slot.slot(), VILLAGES_PER_PART);
        grown.forEach(village -> monitoring.renew(new VillageSlot(round, slot.slot(), village)));
        return grown.size() == VILLAGES_PER_PART;
    }

    @Override
    @Transactional
    public boolean openNext(RoundRef round) {
        var now = clock.instant();
        return slots.of(round.id()).stream()
                .filter(slot -> !slot.opensAt().isAfter(now))
                .anyMatch(slot -> openNext(round, slot));
    }

    @EventListener
    @Order(AFTER_WHAT_IS_EXPECTED)
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(ScheduleChanged changed) {
        monitoring.follow(changed.round());
    }

    /** Who was let off is not waited for, and who owes again is asked again. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(ExcusesChanged changed) {
        if (changed.kind() == ReportKind.VOTING) {
            changed.tps().stream()
                    .map(tps -> tps.substring(0, VILLAGE_DIGITS))
                    .distinct()
                    .sorted()
                    .map(village -> villages.of(changed.roundId(), changed.slot(), village))
                    .forEach(this::askAgain);
        }
    }

    private void askAgain(VillageSlot about) {
        if (!monitoring.renew(about)) {
            slots.closesAt(about.round().id(), about.slot())
                    .filter(end -> end.isAfter(clock.instant()) && opened(about))
                    .ifPresent(end -> monitoring.open(about, end));
        }
    }

    private boolean opened(VillageSlot about) {
        return slots.of(about.round().id()).stream()
                .anyMatch(slot ->
                        slot.slot().equals(about.slot()) && !slot.opensAt().isAfter(clock.instant()));
    }
}
