package id.deskpilkada.incident;

import id.deskpilkada.fieldreport.HaltedVote;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells those who keep the day of voting what incidents say of a vote that stands still. */
@Component
class HaltedVotes {

    /** The desk or an incident says so, not a report of the day. */
    private static final String DESK = "DESK";

    private final ApplicationEventPublisher events;

    HaltedVotes(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** A report of the day holds its TPS and then takes up incidents: nobody may do it the other way round. */
    void await(IncidentDraft draft) {
        if (draft.what().votingHalted() && draft.tps() != null) {
            events.publishEvent(new HaltedVote.Awaited(draft.roundId(), draft.tps()));
        }
    }

    void raised(Incident incident) {
        begun(incident, incident.observedAt(), incident.origin());
    }

    void learnt(Incident incident, Instant at) {
        begun(incident, at, DESK);
    }

    private void begun(Incident incident, Instant since, String origin) {
        if (incident.tpsCode() != null) {
            events.publishEvent(
                    new HaltedVote.Begun(incident.id(), incident.roundId(), incident.tpsCode(), since, origin));
        }
    }

    void resumed(Incident incident, Instant at) {
        events.publishEvent(new HaltedVote.Resumed(incident.id(), at));
    }

    void withdrawn(Incident incident) {
        events.publishEvent(new HaltedVote.Withdrawn(incident.id()));
    }

    void restored(Incident incident) {
        events.publishEvent(new HaltedVote.Restored(incident.id()));
    }

    void moved(Incident incident, long into) {
        events.publishEvent(new HaltedVote.Moved(incident.id(), into));
    }
}
