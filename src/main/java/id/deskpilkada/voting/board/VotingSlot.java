package id.deskpilkada.voting.board;

import id.deskpilkada.election.SlotRef;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A slot of the day, as it stands now.
 *
 * @param opensAt in the regency's time, as is {@code dueAt}
 */
public record VotingSlot(String slot, OffsetDateTime opensAt, OffsetDateTime dueAt, State state) {

    /** A slot is waited for until it opens, open until it is due, and over after that. */
    public enum State {
        AHEAD,
        OPEN,
        OVER
    }

    static VotingSlot of(SlotRef slot, Instant now, ZoneId zone) {
        var state = now.isBefore(slot.opensAt()) ? State.AHEAD : now.isAfter(slot.dueAt()) ? State.OVER : State.OPEN;
        return new VotingSlot(
                slot.slot(),
                slot.opensAt().atZone(zone).toOffsetDateTime(),
                slot.dueAt().atZone(zone).toOffsetDateTime(),
                state);
    }

    /**
     * The slot that matters now: a slot opens when the one before is due, and until two thirds of its time are over there is more to say, and to ask for, about the one before.
     *
     * @param slots in the order in which they are due
     */
    static Optional<VotingSlot> current(List<VotingSlot> slots, Instant now) {
        return slots.stream()
                .filter(slot -> !now.isBefore(slot.matters()))
                .reduce((earlier, later) -> later)
                .or(() -> slots.stream().findFirst());
    }

    private Instant matters() {
        return opensAt.toInstant()
                .plus(Duration.between(opensAt, dueAt).dividedBy(3).multipliedBy(2));
    }
}
