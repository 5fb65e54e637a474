package id.deskpilkada.simulation.tier;

import id.deskpilkada.simulation.voting.Hours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A slot at which the tiers report on the simulated day.
 *
 * @param signed whether camats seal and a leader approves
 */
public record TierSlot(String name, Instant opensAt, Instant dueAt, boolean signed) {

    static final String POLLS_CLOSED = "13.30";
    static final String EVENING = "19.00";
    static final String LAST = "24.00";

    private static final Set<String> OF_VOTING = Set.of("07.30", "10.00", POLLS_CLOSED);
    private static final double EVENING_IS_DUE = 0.45;
    private static final double LAST_IS_DUE = 0.9;

    /** In the order in which they are due; the last one before the day ends, so that somebody can look at it. */
    public static List<TierSlot> of(Hours hours) {
        var slots = new ArrayList<TierSlot>();
        var opens = hours.opens();
        for (var slot : hours.slots()) {
            if (OF_VOTING.contains(slot.name())) {
                slots.add(new TierSlot(
                        slot.name(), opens, slot.dueAt(), slot.name().equals(POLLS_CLOSED)));
                opens = slot.dueAt();
            }
        }
        var counting = hours.counting();
        slots.add(new TierSlot(EVENING, opens, counting.at(EVENING_IS_DUE), true));
        slots.add(new TierSlot(LAST, counting.at(EVENING_IS_DUE), counting.at(LAST_IS_DUE), true));
        return List.copyOf(slots);
    }
}
