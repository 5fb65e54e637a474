package id.deskpilkada.incident;

import org.springframework.stereotype.Component;

/** Two incidents that are one event: what the one that ends leaves to the one that stays. */
@Component
class Merging {

    private final IncidentRows rows;
    private final IncidentEscalationProcess process;
    private final AssignedAgencies agencies;
    private final HaltedVotes haltedVotes;
    private final SeverityChanges severities;
    private final Timeline timeline;

    Merging(
            IncidentRows rows,
            IncidentEscalationProcess process,
            AssignedAgencies agencies,
            HaltedVotes haltedVotes,
            SeverityChanges severities,
            Timeline timeline) {
        this.rows = rows;
        this.process = process;
        this.agencies = agencies;
        this.haltedVotes = haltedVotes;
        this.severities = severities;
        this.timeline = timeline;
    }

    /** The graver of the two, a halted vote and the agencies on their way go over; the process of the one that ends is left to the caller. */
    void into(Incident stays, Incident ends) {
        rows.move(ends, IncidentState.MERGED, stays.id(), null);
        timeline.tell(ends.id(), "MERGED", stays.number());
        timeline.tell(stays.id(), "MERGED_IN", ends.number());
        if (ends.severity() > stays.severity()) {
            severities.raise(stays, ends.severity(), ends.number());
        }
        if (ends.votingHalted() && !stays.votingHalted()) {
            rows.halted(stays.id());
            process.halted(stays);
        }
        haltedVotes.moved(ends, stays.id());
        agencies.handOver(ends, rows.get(stays.id()));
    }
}
