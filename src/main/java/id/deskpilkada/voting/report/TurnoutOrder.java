package id.deskpilkada.voting.report;

import java.util.Objects;

/** How two turnouts that contradict each other are named, whichever of them came last: the smaller one and its slot, then the larger one and its slot. */
final class TurnoutOrder {

    private TurnoutOrder() {}

    static Object[] arguments(String slot, int total, Figures other) {
        int known = Objects.requireNonNull(other.voters().total());
        return total < known
                ? new Object[] {total, slot, known, other.slot()}
                : new Object[] {known, other.slot(), total, slot};
    }
}
