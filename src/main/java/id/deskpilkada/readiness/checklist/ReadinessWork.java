package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a case's process asks about the facts, and where it stands. */
@Component
class ReadinessWork {

    private final ReadinessRows rows;
    private final Shortcomings shortcomings;
    private final ReadinessStatus status;
    private final ReadinessSlots slots;
    private final PreparationDates dates;
    private final Clock clock;

    ReadinessWork(
            ReadinessRows rows,
            Shortcomings shortcomings,
            ReadinessStatus status,
            ReadinessSlots slots,
            PreparationDates dates,
            Clock clock) {
        this.rows = rows;
        this.shortcomings = shortcomings;
        this.status = status;
        this.slots = slots;
        this.dates = dates;
        this.clock = clock;
    }

    /** Keeps others off this TPS until the transaction ends. */
    void lock(ReadinessCase about) {
        rows.lock(about);
    }

    /** A case begins: at the first stage that nobody has checked, or once more at the last one. */
    void begin(ReadinessCase about) {
        var next = rows.lock(about).next();
        at(about, next == null ? ReadinessStage.LOGISTICS : next);
    }

    /** Whether a TPS without a running case needs one: something is missing or unchecked, the schedule asks for readiness, and the polls have not closed. */
    boolean begins(ReadinessCase about) {
        long round = about.round().id();
        boolean asked = dates.siteSlot(round).isPresent() && clock.instant().isBefore(dates.votingClosed(round));
        return asked && (unsettled(about) || rows.lock(about).next() != null);
    }

    /** Whether a report on a stage is what the open check waits for; the first check waits until its stage is checked, however that happened. */
    boolean answers(ReadinessCase about, ReadinessStage reported, boolean firstCheck) {
        var row = rows.lock(about);
        var stage = row.stage() == null ? reported : row.stage();
        return firstCheck ? row.seq(stage) != null : stage == reported;
    }

    List<String> owners(ReadinessCase about) {
        return shortcomings.owners(about);
    }

    /** Whether follow-ups by these owners are still what is called for. */
    boolean stillFits(ReadinessCase about, List<String> owners) {
        return unsettled(about) && owners.equals(shortcomings.owners(about));
    }

    boolean unsettled(ReadinessCase about) {
        return shortcomings.of(about).stream().anyMatch(Shortcoming::isUnsettled);
    }

    /** False when the plan of this TPS means nothing to its state. */
    boolean rederived(ReadinessCase about) {
        if (rows.connectivity(about) != Connectivity.NONE) {
            return false;
        }
        status.derive(about, null);
        return true;
    }

    /** Goes to the next stage unless something is missing at this one; tells whether a stage is left. */
    boolean advance(ReadinessCase about) {
        var next = rows.lock(about).next();
        if (!unsettled(about)) {
            if (next == null) {
                rows.at(about, null, null);
            } else {
                at(about, next);
            }
        }
        return next != null;
    }

    Instant due(ReadinessCase about) {
        var due = rows.lock(about).workDueAt();
        return due == null ? slots.due(about.round().id(), ReadinessStage.LOGISTICS) : due;
    }

    private void at(ReadinessCase about, ReadinessStage stage) {
        rows.at(about, stage, slots.due(about.round().id(), stage));
    }
}
