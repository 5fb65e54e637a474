package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.ResponseTargets;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Until when an agency that has confirmed says its next word. The caller holds the dispatch's row. */
@Component
class WordClock {

    private final DispatchRows rows;
    private final IncidentRows incidents;
    private final ResponseTargets targets;
    private final RunningDispatchProcess running;
    private final Clock clock;

    WordClock(
            DispatchRows rows,
            IncidentRows incidents,
            ResponseTargets targets,
            RunningDispatchProcess running,
            Clock clock) {
        this.rows = rows;
        this.incidents = incidents;
        this.targets = targets;
        this.running = running;
        this.clock = clock;
    }

    /** It has said something; from now on it is at that state. */
    void heard(Dispatch dispatch, DispatchState state) {
        rows.wordDue(dispatch.id(), due(dispatch, state));
        running.followWord(rows.get(dispatch.id()));
    }

    /** The desk has asked and got no answer: the dispatch stays late, and is asked for once more at the end of the day. */
    void unheard(Dispatch dispatch) {
        rows.askAgain(dispatch.id(), targets.endOfDay(clock.instant()));
        running.followWord(rows.get(dispatch.id()));
    }

    /** The incident has become graver. */
    void hurry(Dispatch dispatch) {
        var due = due(dispatch, dispatch.state());
        var before = dispatch.progressBy();
        if (before != null && due.isBefore(before)) {
            rows.wordDue(dispatch.id(), due);
            running.followWord(rows.get(dispatch.id()));
        }
    }

    /** Whoever is there works until the end of the day. */
    private Instant due(Dispatch dispatch, DispatchState state) {
        var now = clock.instant();
        return state == DispatchState.ARRIVED
                ? targets.endOfDay(now)
                : targets.progressBy(incidents.get(dispatch.incidentId()).severity(), now);
    }
}
