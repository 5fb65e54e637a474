package id.deskpilkada.voting.entry;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What of the day a reader has to report now. Templates know it as {@code @votingDue}. */
@Component("votingDue")
public class VotingDue {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private final EntrySlots slots;
    private final EntryCounts counts;
    private final Regions regions;
    private final Clock clock;

    VotingDue(EntrySlots slots, EntryCounts counts, Regions regions, Clock clock) {
        this.slots = slots;
        this.counts = counts;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * @param due local time, e.g. {@code 10.00}
     * @param open TPS of the reader that have still to report in this slot
     * @param earlier slots that were due before and still miss reports
     */
    public record Due(String election, String round, String slot, String due, boolean late, int open, int earlier) {}

    /** The slot that a reader most likely reports next, of a round on its day; empty before the first slot opens, and for whoever reports nothing. */
    public Optional<Due> ofReader(RoundRef round) {
        var areas = CurrentActor.get().map(EntryPlaces::of).orElseGet(List::of);
        var known = slots.of(round.id());
        if (areas.isEmpty() || known.isEmpty() || !slots.opened(known.get(0))) {
            return Optional.empty();
        }
        var missing = counts.bySlot(round.id(), known, areas);
        var now = clock.instant();
        var slot = slots.likely(known, missing);
        int earlier = (int) known.stream()
                .filter(one -> one.dueAt().isBefore(slot.dueAt()) && missing.getOrDefault(one.slot(), 0) > 0)
                .count();
        return Optional.of(new Due(
                round.electionCode(),
                round.code(),
                slot.slot(),
                slot.dueAt().atZone(regions.zone()).format(TIME),
                slot.dueAt().isBefore(now),
                missing.getOrDefault(slot.slot(), 0),
                earlier));
    }

    /** Whether the reader reports something of a place. @param area its digits */
    public boolean reports(String area) {
        return CurrentActor.get().stream()
                .flatMap(actor -> EntryPlaces.of(actor).stream())
                .anyMatch(own -> own.startsWith(area) || area.startsWith(own));
    }
}
