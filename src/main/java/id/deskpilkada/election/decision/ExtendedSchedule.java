package id.deskpilkada.election.decision;

import id.deskpilkada.election.SlotRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The slots of a schedule that an extension moves. */
final class ExtendedSchedule {

    private ExtendedSchedule() {}

    /** The named slots; or, for a new closing time, C1 as a whole and when the last reports of the day of voting and of its tier are due. */
    static List<SlotRef> moved(List<SlotRef> schedule, KpuDecision decision) {
        if (decision.schedule() != null) {
            return decision.schedule();
        }
        Instant closes = Objects.requireNonNull(decision.closesAt());
        Duration longer = schedule.stream()
                .filter(slot -> slot.kind().equals("C1"))
                .findFirst()
                .map(slot -> Duration.between(slot.opensAt(), closes))
                .orElse(Duration.ZERO);
        Optional<SlotRef> last = schedule.stream()
                .filter(slot -> slot.kind().equals("VOTING"))
                .max(Comparator.comparing(SlotRef::dueAt));
        return schedule.stream()
                .filter(slot -> slot.kind().equals("C1")
                        || last.filter(end -> endsWith(slot, end)).isPresent())
                .map(slot -> longer(slot, longer))
                .toList();
    }

    /** A schedule in which the moved slots stand instead of those of the same name. */
    static List<SlotRef> with(List<SlotRef> schedule, List<SlotRef> moved) {
        return schedule.stream()
                .map(slot -> moved.stream()
                        .filter(other ->
                                other.kind().equals(slot.kind()) && other.slot().equals(slot.slot()))
                        .findFirst()
                        .orElse(slot))
                .toList();
    }

    private static boolean endsWith(SlotRef slot, SlotRef last) {
        return List.of("VOTING", "TIER").contains(slot.kind()) && slot.slot().equals(last.slot());
    }

    private static SlotRef longer(SlotRef slot, Duration longer) {
        var opens = slot.kind().equals("C1") ? slot.opensAt().plus(longer) : slot.opensAt();
        return new SlotRef(slot.slot(), slot.kind(), opens, slot.dueAt().plus(longer), slot.requiresSignature());
    }
}
