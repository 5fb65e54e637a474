package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentEscalationProcess;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.Incidents;
import id.deskpilkada.incident.Remark;
import id.deskpilkada.incident.Timeline;
import id.deskpilkada.incident.dispatch.Dispatch.Part;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agencies answer, whichever way it comes: link, Tasklist, API, or the desk that has called. The same answer again is harmless. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Answers {

    private final DispatchRows rows;
    private final Dispatches dispatches;
    private final WordClock words;
    private final DispatchSteps steps;
    private final Routing routing;
    private final RunningDispatchProcess running;
    private final IncidentEscalationProcess escalation;
    private final IncidentRows incidents;
    private final Timeline timeline;
    private final Changes changes;

    Answers(
            DispatchRows rows,
            Dispatches dispatches,
            WordClock words,
            DispatchSteps steps,
            Routing routing,
            RunningDispatchProcess running,
            IncidentEscalationProcess escalation,
            IncidentRows incidents,
            Timeline timeline,
            Changes changes) {
        this.rows = rows;
        this.dispatches = dispatches;
        this.words = words;
        this.steps = steps;
        this.routing = routing;
        this.running = running;
        this.escalation = escalation;
        this.incidents = incidents;
        this.timeline = timeline;
        this.changes = changes;
    }

    private record InHand(Incident incident, Dispatch dispatch) {}

    /** @throws Problem 409 {@code DISPATCH_ENDED} when it was declined or withdrawn; 422 {@code REMARK_REQUIRED} where something has to be said */
    void take(long id, Reply reply, Answerer by) {
        switch (reply.act()) {
            case ACKNOWLEDGE -> acknowledge(id, by);
            case ON_THE_WAY -> progress(id, DispatchState.ON_THE_WAY, reply.text(), by);
            case ARRIVED -> progress(id, DispatchState.ARRIVED, reply.text(), by);
            case DONE -> done(id, reply.text(), by);
            case DECLINE -> decline(id, reply.text(), by);
        }
    }

    private void acknowledge(long id, Answerer by) {
        var held = hold(id);
        requireAlive(held.dispatch());
        dispatches.confirm(held.dispatch(), by);
        changed(held);
    }

    /** Whoever has arrived is not on the way again. */
    private void progress(long id, DispatchState state, @Nullable String note, Answerer by) {
        var held = hold(id);
        requireAlive(held.dispatch());
        dispatches.confirm(held.dispatch(), by);
        boolean further = held.dispatch().state().ordinal() < state.ordinal();
        if (further) {
            rows.progress(id, state);
            tell(held, state.name(), note == null ? null : Remark.bounded(note), by);
        }
        if (held.dispatch().state().isOpen()) {
            words.heard(held.dispatch(), further ? state : held.dispatch().state());
        }
        changed(held);
    }

    /**
     * The desk has asked an agency of which nothing was heard.
     *
     * @param state {@code ON_THE_WAY} or {@code ARRIVED}; {@code DONE}; null when it got no answer
     * @throws Problem 409 {@code DISPATCH_ENDED}, 422 {@code REMARK_REQUIRED}
     */
    void asked(long id, @Nullable DispatchState state, @Nullable String note, Answerer by) {
        var held = hold(id);
        if (!held.dispatch().state().isOpen()) {
            throw Problem.conflict("DISPATCH_ENDED");
        }
        tell(held, "ASKED", Remark.required(note), by);
        if (state == null) {
            words.unheard(held.dispatch());
            changed(held);
        } else if (state == DispatchState.DONE) {
            done(id, note, by);
        } else {
            progress(id, state, note, by);
        }
    }

    private void done(long id, @Nullable String outcome, Answerer by) {
        var held = hold(id);
        if (held.dispatch().state() == DispatchState.DONE) {
            return;
        }
        requireAlive(held.dispatch());
        var text = Remark.required(outcome);
        dispatches.confirm(held.dispatch(), by);
        rows.end(id, DispatchState.DONE, text);
        tell(held, "DONE", text, by);
        rows.settle(id);
        int open = incidents.count(held.incident().id(), -1);
        running.finish(held.dispatch(), AgencyDispatchProcess.REPORT);
        handled(held.incident(), open);
        changed(held);
    }

    /** Somebody else goes: whoever the table names next and can be reached; otherwise the desk chooses. */
    private void decline(long id, @Nullable String reason, Answerer by) {
        var held = hold(id);
        if (held.dispatch().state() == DispatchState.DECLINED) {
            return;
        }
        requireAlive(held.dispatch());
        if (held.dispatch().state() == DispatchState.DONE) {
            throw Problem.conflict("DISPATCH_ENDED");
        }
        var why = Remark.required(reason);
        rows.end(id, DispatchState.DECLINED, why);
        tell(held, "DECLINED", why, by);
        var substitute = substitute(held);
        substitute.ifPresent(found -> settle(held, found));
        running.finish(held.dispatch(), AgencyDispatchProcess.CONFIRM);
        running.finish(held.dispatch(), AgencyDispatchProcess.REPORT);
        substitute.ifPresent(found -> escalation.assign(held.incident(), found));
        changed(held);
    }

    private Optional<Long> substitute(InHand held) {
        var incident = held.incident();
        var tried = rows.of(incident.id()).stream()
                .filter(known -> known.run() == incident.run())
                .map(Dispatch::agency)
                .toList();
        long declined = held.dispatch().id();
        return routing.substitutes(incident).stream()
                .filter(agency -> !tried.contains(agency))
                .findFirst()
                .map(agency -> dispatches.prepare(incident, agency, Part.SUBSTITUTE, declined));
    }

    private int settle(InHand held, @Nullable Long instead) {
        rows.settle(held.dispatch().id());
        timeline.write(
                held.incident().id(),
                held.dispatch().id(),
                instead == null ? "NOBODY_INSTEAD" : "REROUTED",
                instead == null ? null : steps.agency(rows.get(instead).agency()),
                null,
                null,
                null);
        return incidents.count(held.incident().id(), -1);
    }

    /**
     * The desk has chosen who goes instead of one that has declined.
     *
     * @param agency null: nobody, for the reason that the note gives
     * @throws Problem 409 {@code DISPATCH_ENDED} when that is decided already, 422 {@code UNKNOWN_AGENCY}, {@code REMARK_REQUIRED}, {@code AGENCY_THERE}
     */
    void replace(long id, @Nullable String agency, @Nullable String note) {
        var held = hold(id);
        if (held.dispatch().state() != DispatchState.DECLINED || held.dispatch().settled()) {
            throw Problem.conflict("DISPATCH_ENDED");
        }
        Long instead = null;
        if (agency == null) {
            timeline.tell(held.incident().id(), "NOTE", Remark.required(note));
        } else {
            if (dispatches.open(held.incident(), agency).isPresent()) {
                throw Problem.unprocessable("AGENCY_THERE", steps.agency(agency));
            }
            instead = dispatches.prepare(held.incident(), agency, Part.SUBSTITUTE, id);
        }
        int open = settle(held, instead);
        running.finish(held.dispatch(), AgencyDispatchProcess.SUBSTITUTE);
        if (instead == null) {
            handled(held.incident(), open);
        } else {
            escalation.assign(held.incident(), instead);
        }
        changed(held);
    }

    /** The desk has called and nobody has confirmed. @throws Problem 422 {@code REMARK_REQUIRED} */
    void called(long id, @Nullable String note) {
        var held = hold(id);
        timeline.write(held.incident().id(), id, "CALLED", Remark.required(note), null, null, null);
        running.finish(held.dispatch(), AgencyDispatchProcess.CALL);
        changed(held);
    }

    private void handled(Incident incident, int open) {
        if (open == 0) {
            escalation.allHandled(incident);
        }
    }

    /** The incident first, as whoever decides about it does. */
    private InHand hold(long id) {
        var incident = incidents.lock(rows.get(id).incidentId());
        return new InHand(incident, rows.lock(id));
    }

    private static void requireAlive(Dispatch dispatch) {
        if (dispatch.state() == DispatchState.DECLINED || dispatch.state() == DispatchState.WITHDRAWN) {
            throw Problem.conflict("DISPATCH_ENDED");
        }
    }

    private void tell(InHand held, String step, @Nullable String detail, Answerer by) {
        timeline.write(
                held.incident().id(),
                held.dispatch().id(),
                step,
                detail,
                by.via().name(),
                by.name(),
                null);
    }

    private void changed(InHand held) {
        changes.announce(Incidents.TOPIC, held.incident().area());
    }
}
