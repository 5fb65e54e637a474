package id.deskpilkada.incident;

import id.deskpilkada.fieldreport.IncidentSignals;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the desk decides about an incident; each decision moves the process too, in one transaction. */
@Service
@Transactional
public class IncidentDecisions {

    private final IncidentRows rows;
    private final IncidentEscalationProcess process;
    private final AssignedAgencies agencies;
    private final HaltedVotes haltedVotes;
    private final IncidentPeople people;
    private final Merging merging;
    private final SeverityChanges severities;
    private final ResponseTargets targets;
    private final Timeline timeline;
    private final IncidentSignals signals;
    private final Changes changes;
    private final Clock clock;

    IncidentDecisions(
            IncidentRows rows,
            IncidentEscalationProcess process,
            AssignedAgencies agencies,
            HaltedVotes haltedVotes,
            IncidentPeople people,
            Merging merging,
            SeverityChanges severities,
            ResponseTargets targets,
            Timeline timeline,
            IncidentSignals signals,
            Changes changes,
            Clock clock) {
        this.rows = rows;
        this.process = process;
        this.agencies = agencies;
        this.haltedVotes = haltedVotes;
        this.people = people;
        this.merging = merging;
        this.severities = severities;
        this.targets = targets;
        this.timeline = timeline;
        this.signals = signals;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * It is true, this grave, and these agencies are sent; those that are at it already stay.
     *
     * @param wanted codes of agencies; may be empty where the desk handles it itself
     * @throws Problem 404 {@code UNKNOWN_INCIDENT}, 409 {@code INCIDENT_STATE}, 422 {@code SEVERITY_RANGE}, {@code UNKNOWN_AGENCY}
     */
    public void handle(long id, int severity, List<String> wanted, @Nullable String note, Actor actor) {
        decide(id, actor, incident -> {
            SeverityChanges.requireRange(severity);
            rows.grade(id, severity, incident.triageBy());
            rows.move(incident, IncidentState.HANDLING, null, null);
            timeline.tell(id, "TRIAGED", severity + (note == null ? "" : ": " + Remark.bounded(note)));
            var graded = rows.get(id);
            people.tellGrave(graded);
            if (severity > incident.severity()) {
                agencies.hurry(graded);
            }
            agencies.send(graded, wanted);
            process.finish(graded, IncidentEscalationProcess.TRIAGE);
        });
    }

    /** It was none. @throws Problem 409 {@code INCIDENT_STATE}, 422 {@code REMARK_REQUIRED} */
    public void reject(long id, @Nullable String reason, Actor actor) {
        decide(id, actor, incident -> {
            var why = Remark.required(reason);
            rows.move(incident, IncidentState.REJECTED, null, why);
            timeline.tell(id, "REJECTED", why);
            haltedVotes.withdrawn(incident);
            end(incident, why, actor);
        });
    }

    /**
     * It is the same event as another one, which keeps all reports and reporters, and the agencies that are on their way.
     *
     * @throws Problem 409 {@code INCIDENT_STATE}, 422 {@code MERGE_INTO_ITSELF}, {@code MERGE_TARGET} when the other one is over or of another round
     */
    public void merge(long id, long into, Actor actor) {
        actor.require(Permission.TRIAGE_INCIDENTS);
        if (id == into) {
            throw Problem.unprocessable("MERGE_INTO_ITSELF");
        }
        hold(id, into);
        decide(id, actor, incident -> {
            var other = rows.get(into);
            actor.require(Permission.TRIAGE_INCIDENTS, other.area());
            if (!other.state().isOpen() || other.roundId() != incident.roundId()) {
                throw Problem.unprocessable("MERGE_TARGET", other.number());
            }
            merging.into(other, incident);
            end(incident, other.number(), actor);
        });
    }

    /** Graver, or for a reason less grave, than it was taken for. @throws Problem 409 {@code INCIDENT_STATE}, 422 {@code SEVERITY_RANGE}, {@code SEVERITY_NOT_HIGHER} */
    public void grade(long id, int severity, @Nullable String reason, Actor actor) {
        decide(id, actor, incident -> {
            requireOpen(incident);
            severities.change(incident, severity, reason);
        });
    }

    /** One more agency. @throws Problem 409 {@code INCIDENT_STATE}, 422 {@code UNKNOWN_AGENCY} */
    public void send(long id, String agency, Actor actor) {
        decide(id, actor, incident -> {
            requireOpen(incident);
            agencies.send(incident, List.of(agency));
        });
    }

    /** Voting has stopped there. @throws Problem 409 {@code INCIDENT_STATE} */
    public void halt(long id, Actor actor) {
        decide(id, actor, incident -> {
            requireOpen(incident);
            if (!incident.votingHalted()) {
                rows.halted(id);
                timeline.tell(id, "VOTING_HALTED", null);
                process.halted(incident);
                haltedVotes.learnt(incident, clock.instant());
            }
        });
    }

    /** Told to KPU, who decides. @throws Problem 422 {@code REMARK_REQUIRED} for a note that says nothing */
    public void passedOn(long id, @Nullable String note, Actor actor) {
        decide(id, actor, incident -> {
            timeline.tell(id, "PASSED_ON", Remark.required(note));
            process.finish(incident, IncidentEscalationProcess.PASS_ON);
        });
    }

    /**
     * Over, with its outcome.
     *
     * @throws Problem 409 {@code INCIDENT_STATE}, {@code DISPATCHES_OPEN} while an agency is at it; 422 {@code REMARK_REQUIRED}, {@code HURT_COUNT}
     */
    public void close(
            long id, @Nullable String outcome, @Nullable Integer hurt, @Nullable Instant resumedAt, Actor actor) {
        decide(id, actor, incident -> {
            if (incident.openDispatches() > 0) {
                throw Problem.conflict("DISPATCHES_OPEN", incident.openDispatches());
            }
            if (hurt != null && (hurt < 0 || hurt > 99_999)) {
                throw Problem.unprocessable("HURT_COUNT");
            }
            var text = Remark.required(outcome);
            rows.move(incident, IncidentState.CLOSED, null, text);
            rows.closed(id, hurt, resumedAt);
            if (resumedAt != null) {
                haltedVotes.resumed(incident, resumedAt);
            }
            timeline.tell(id, "CLOSED", text);
            process.finish(incident, IncidentEscalationProcess.CLOSE);
            process.ended(incident);
            signals.settleWith(id, text, actor.id());
        });
    }

    /** Once more, from the judgement on. @throws Problem 409 {@code INCIDENT_STATE}, 422 {@code REMARK_REQUIRED} */
    public void reopen(long id, @Nullable String reason, Actor actor) {
        decide(id, actor, incident -> {
            rows.move(incident, IncidentState.REPORTED, null, null);
            rows.again(id, targets.triageBy(incident.severity(), clock.instant()));
            timeline.tell(id, "REOPENED", Remark.required(reason));
            process.start(rows.get(id));
            haltedVotes.restored(incident);
        });
    }

    public void note(long id, @Nullable String text, Actor actor) {
        decide(id, actor, incident -> timeline.tell(id, "NOTE", Remark.required(text)));
    }

    /**
     * Holds an incident for the decision that follows in this transaction, and refuses when others have decided something about it since.
     *
     * @param seen key of the last line of its timeline that whoever decides has seen
     * @param into the one that it is to be merged into
     * @param ends whether it is to end, so that what agencies have answered matters too
     * @throws Problem 409 {@code INCIDENT_CHANGED}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireSeen(long id, long seen, @Nullable Long into, boolean ends) {
        hold(id, into == null ? id : into);
        if (timeline.since(id, seen).stream().anyMatch(entry -> ends || entry.dispatchId() == null)) {
            throw Problem.conflict("INCIDENT_CHANGED");
        }
    }

    /** In the order of their numbers, so that two who merge crosswise do not wait for each other. */
    private void hold(long one, long other) {
        rows.lock(Math.min(one, other));
        rows.lock(Math.max(one, other));
    }

    private void end(Incident incident, String why, Actor actor) {
        agencies.withdraw(incident, why);
        var ended = rows.get(incident.id());
        if (!process.finish(ended, IncidentEscalationProcess.TRIAGE)) {
            process.callOff(ended);
        }
        process.ended(ended);
        signals.settleWith(incident.id(), why, actor.id());
    }

    private void decide(long id, Actor actor, Consumer<Incident> decision) {
        actor.require(Permission.TRIAGE_INCIDENTS);
        var incident = rows.lock(id);
        if (!actor.may(Permission.TRIAGE_INCIDENTS, incident.area())) {
            throw Problem.notFound("UNKNOWN_INCIDENT");
        }
        decision.accept(incident);
        changes.announce(Incidents.TOPIC, incident.area());
    }

    private static void requireOpen(Incident incident) {
        if (!incident.state().isOpen()) {
            throw Problem.conflict("INCIDENT_STATE", incident.number());
        }
    }
}
