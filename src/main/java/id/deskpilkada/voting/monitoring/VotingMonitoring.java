package id.deskpilkada.voting.monitoring;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.voting.VotingReported;
import id.deskpilkada.voting.VotingSlots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens, widens and ends the work of villages in a slot, always under the row of that work. */
@Component
class VotingMonitoring {

    private static final String OFFICER = "tps-officer";

    private final Watches watches;
    private final VillageSlots villages;
    private final VotingMonitoringProcess process;
    private final VotingSlots slots;
    private final Staff staff;

    VotingMonitoring(
            Watches watches, VillageSlots villages, VotingMonitoringProcess process, VotingSlots slots, Staff staff) {
        this.watches = watches;
        this.villages = villages;
        this.process = process;
        this.slots = slots;
        this.staff = staff;
    }

    /** Opens the work of a village that owes reports. A report in flight is waited for, so that it is counted. */
    void open(VillageSlot about, Instant closesAt) {
        watches.holdCounter(about);
        var missing = watches.missing(about);
        if (!missing.isEmpty()) {
            var officers = staff.held(OFFICER, missing);
            var watch = new Watch(true, List.copyOf(officers), List.of());
            watches.open(about, closesAt, officers, needed(watch, about, missing));
            process.start(about);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(VotingReported report) {
        settle(villages.of(report.roundId(), report.slot(), report.tps().substring(0, 10)));
    }

    /** Ends the tasks that nothing is missing for any more. */
    void settle(VillageSlot about) {
        watches.lock(about).filter(Watch::open).ifPresent(watch -> {
            var needed = needed(watch, about, watches.missing(about));
            follow(about, watch, watch.ofOfficers(), intersection(watch.openTasks(), needed));
        });
    }

    /** Brings the tasks in line with who has to report what now: after TPS were added or let off, or officers came or left. False when no work is open. */
    boolean renew(VillageSlot about) {
        var found = watches.lock(about).filter(Watch::open);
        found.ifPresent(watch -> {
            var missing = watches.missing(about);
            var officers = new TreeSet<>(watch.ofOfficers());
            missing.forEach(officers::remove);
            officers.addAll(staff.held(OFFICER, missing));
            var now = new Watch(true, List.copyOf(officers), watch.openTasks());
            follow(about, watch, now.ofOfficers(), needed(now, about, missing));
        });
        return found.isPresent();
    }

    /** New tasks before old ones end, so that the instance does not end between. */
    private void follow(VillageSlot about, Watch watch, Collection<String> officers, Collection<String> needed) {
        var done = new ArrayList<>(watch.openTasks());
        done.removeAll(needed);
        var fresh = new ArrayList<>(needed);
        fresh.removeAll(watch.openTasks());
        if (!done.isEmpty()
                || !fresh.isEmpty()
                || !Set.copyOf(watch.ofOfficers()).equals(Set.copyOf(officers))) {
            watches.tasks(about, officers, needed);
        }
        if (!fresh.isEmpty()) {
            process.add(about, fresh);
        }
        if (!done.isEmpty()) {
            process.finish(about, done);
        }
    }

    private static List<String> needed(Watch watch, VillageSlot about, List<String> missing) {
        var reporters = new ArrayList<String>();
        if (!watch.of(about.village(), missing).isEmpty()) {
            reporters.add(about.village());
        }
        missing.stream().filter(watch.ofOfficers()::contains).forEach(reporters::add);
        return reporters;
    }

    private static List<String> intersection(List<String> tasks, List<String> needed) {
        return tasks.stream().filter(needed::contains).toList();
    }

    /** The schedule has changed: open work ends when its slot does now, and at once where there is no such slot any more. */
    void follow(RoundRef round) {
        for (var open : watches.openSlots(round)) {
            var closesAt = slots.closesAt(round.id(), open.slot());
            var atWork = watches.lockOpen(round, open.slot());
            if (closesAt.isEmpty()) {
                atWork.forEach(village -> process.withdraw(new VillageSlot(round, open.slot(), village)));
            } else if (!atWork.isEmpty()) {
                watches.closesAt(round, open.slot(), closesAt.get());
                process.move(new VillageSlot(round, open.slot(), atWork.get(0)), closesAt.get());
            }
        }
    }
}
