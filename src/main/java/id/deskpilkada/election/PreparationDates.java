package id.deskpilkada.election;

import id.deskpilkada.region.Regions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The dates of the weeks before the day, read from the schedule of a round as it stands at this moment; empty where the schedule does not ask for that work. */
@Service
public class PreparationDates {

    static final String READINESS = "READINESS";
    static final String ASSIGNMENT = "ASSIGNMENT";

    private final Elections elections;
    private final RoundQueries rounds;
    private final Regions regions;

    PreparationDates(Elections elections, RoundQueries rounds, Regions regions) {
        this.elections = elections;
        this.rounds = rounds;
        this.regions = regions;
    }

    /** The slot in which site and people are checked: the first one for readiness. */
    public Optional<SlotRef> siteSlot(long roundId) {
        return first(roundId, READINESS);
    }

    /** The slot in which logistics are checked: the last one for readiness, which may be the only one. */
    public Optional<SlotRef> logisticsSlot(long roundId) {
        return last(roundId, READINESS);
    }

    public Optional<Instant> siteDue(long roundId) {
        return siteSlot(roundId).map(SlotRef::dueAt);
    }

    public Optional<Instant> logisticsDue(long roundId) {
        return logisticsSlot(roundId).map(SlotRef::dueAt);
    }

    /** When every village should have its admin. */
    public Optional<Instant> assignmentDue(long roundId) {
        return first(roundId, ASSIGNMENT).map(SlotRef::dueAt);
    }

    /** When a village that still has no admin is escalated. */
    public Optional<Instant> assignmentGap(long roundId) {
        return last(roundId, ASSIGNMENT).map(SlotRef::dueAt);
    }

    /** The beginning of the day of voting in the regency's own time. */
    public Instant votingDay(long roundId) {
        return elections.round(roundId).date().atStartOfDay(regions.zone()).toInstant();
    }

    /** When the polls close; preparation ends then. */
    public Instant votingClosed(long roundId) {
        return elections.countingOpensAt(roundId);
    }

    private Optional<SlotRef> first(long roundId, String kind) {
        return slots(roundId, kind).stream().findFirst();
    }

    private Optional<SlotRef> last(long roundId, String kind) {
        var slots = slots(roundId, kind);
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots.get(slots.size() - 1));
    }

    private List<SlotRef> slots(long roundId, String kind) {
        return rounds.slots(roundId).stream()
                .filter(slot -> slot.kind().equals(kind))
                .toList();
    }
}
