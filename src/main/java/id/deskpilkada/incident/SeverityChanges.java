package id.deskpilkada.incident;

import id.deskpilkada.platform.Problem;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An incident turns out graver, or less grave, than it was taken for. */
@Component
class SeverityChanges {

    private final IncidentRows rows;
    private final IncidentEscalationProcess process;
    private final AssignedAgencies agencies;
    private final IncidentPeople people;
    private final ResponseTargets targets;
    private final Timeline timeline;
    private final Clock clock;

    SeverityChanges(
            IncidentRows rows,
            IncidentEscalationProcess process,
            AssignedAgencies agencies,
            IncidentPeople people,
            ResponseTargets targets,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.process = process;
        this.agencies = agencies;
        this.people = people;
        this.targets = targets;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Lower needs a reason; clocks that run then stay as they are, and whoever was sent goes on. @throws Problem 422 {@code SEVERITY_RANGE}, {@code SEVERITY_NOT_HIGHER} */
    void change(Incident incident, int severity, @Nullable String reason) {
        requireRange(severity);
        var why = reason == null ? "" : Remark.bounded(reason);
        if (severity == incident.severity() || severity < incident.severity() && why.isEmpty()) {
            throw Problem.unprocessable("SEVERITY_NOT_HIGHER", incident.severity());
        }
        if (severity > incident.severity()) {
            raise(incident, severity, why);
        } else {
            rows.grade(incident.id(), severity, incident.triageBy());
            timeline.tell(incident.id(), "SEVERITY_LOWERED", severity + ": " + Remark.required(why));
        }
    }

    void raise(Incident incident, int severity, String why) {
        rows.grade(incident.id(), severity, targets.triageBy(severity, clock.instant()));
        timeline.tell(incident.id(), "SEVERITY_RAISED", why.isEmpty() ? "" + severity : severity + ": " + why);
        var graver = rows.get(incident.id());
        process.hurry(graver);
        agencies.hurry(graver);
        people.tellGrave(graver);
        if (graver.state() == IncidentState.HANDLING || graver.isLifeInDanger()) {
            agencies.send(graver, agencies.proposed(graver));
        }
    }

    static void requireRange(int severity) {
        if (severity < 1 || severity > Incident.LIFE_IN_DANGER) {
            throw Problem.unprocessable("SEVERITY_RANGE");
        }
    }
}
