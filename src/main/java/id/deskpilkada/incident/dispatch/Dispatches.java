package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.AssignedAgencies;
import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentEscalationProcess;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.ResponseTargets;
import id.deskpilkada.incident.Timeline;
import id.deskpilkada.incident.dispatch.Answerer.Via;
import id.deskpilkada.incident.dispatch.Dispatch.Part;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends agencies, quickens them, and calls them off. The caller holds the incident's row. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Dispatches implements AssignedAgencies {

    private final DispatchRows rows;
    private final DispatchContacts contacts;
    private final DispatchSteps steps;
    private final Routing routing;
    private final RunningDispatchProcess running;
    private final WordClock words;
    private final IncidentEscalationProcess escalation;
    private final IncidentRows incidents;
    private final ResponseTargets targets;
    private final Timeline timeline;
    private final Clock clock;

    Dispatches(
            DispatchRows rows,
            DispatchContacts contacts,
            DispatchSteps steps,
            Routing routing,
            RunningDispatchProcess running,
            WordClock words,
            IncidentEscalationProcess escalation,
            IncidentRows incidents,
            ResponseTargets targets,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.steps = steps;
        this.routing = routing;
        this.running = running;
        this.words = words;
        this.escalation = escalation;
        this.incidents = incidents;
        this.targets = targets;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public List<String> proposed(Incident incident) {
        return routing.proposed(incident);
    }

    @Override
    public void send(Incident incident, List<String> agencies) {
        for (var agency : agencies) {
            if (open(incident, agency).isEmpty()) {
                escalation.assign(incident, prepare(incident, agency, routing.part(incident, agency), null));
            }
        }
    }

    Optional<Dispatch> open(Incident incident, String agency) {
        return rows.of(incident.id()).stream()
                .filter(known -> known.agency().equals(agency) && known.state().isOpen())
                .findFirst();
    }

    /**
     * Stores it; the process is told by the caller.
     *
     * @throws Problem 422 {@code UNKNOWN_AGENCY}
     */
    long prepare(Incident incident, String agency, Part part, @Nullable Long insteadOf) {
        if (!Role.isAgency(Role.AGENCY_PREFIX + agency) || !routing.knows(agency, incident)) {
            throw Problem.unprocessable("UNKNOWN_AGENCY", agency);
        }
        var order = DispatchContacts.order(routing, agency, incident);
        var now = clock.instant();
        var clocks = Clocks.of(targets, incident.severity(), order.size(), now);
        long id = rows.insert(incident, agency, part, insteadOf, now, clocks);
        contacts.keep(id, order);
        incidents.count(incident.id(), 1);
        timeline.write(incident.id(), id, "ASSIGNED", steps.agency(agency), null, null, null);
        return id;
    }

    /** Finds the dispatch confirmed, once. */
    void confirm(Dispatch dispatch, Answerer by) {
        if (dispatch.state() == DispatchState.SENT) {
            rows.acknowledged(dispatch.id(), by);
            words.heard(dispatch, DispatchState.ACKNOWLEDGED);
            timeline.write(
                    dispatch.incidentId(),
                    dispatch.id(),
                    "ACKNOWLEDGED",
                    steps.agency(dispatch.agency()),
                    by.via().name(),
                    by.name(),
                    null);
            running.finish(dispatch, AgencyDispatchProcess.CONFIRM);
        }
    }

    @Override
    public void hurry(Incident incident) {
        for (var dispatch : rows.unsettled(incident.id())) {
            switch (dispatch.state()) {
                case SENT -> hurryAnswer(dispatch, incident);
                case ACKNOWLEDGED, ON_THE_WAY -> words.hurry(dispatch);
                default -> {}
            }
        }
    }

    private void hurryAnswer(Dispatch dispatch, Incident incident) {
        var positions = contacts.positions(dispatch.id());
        rows.clocks(
                dispatch.id(),
                Clocks.of(targets, incident.severity(), positions, clock.instant())
                        .sooner(dispatch));
        running.follow(rows.get(dispatch.id()));
    }

    @Override
    public void withdraw(Incident incident, String why) {
        for (var dispatch : rows.unsettled(incident.id())) {
            if (dispatch.state().isOpen()) {
                rows.end(dispatch.id(), DispatchState.WITHDRAWN, why);
                timeline.write(
                        incident.id(), dispatch.id(), "WITHDRAWN", steps.agency(dispatch.agency()), null, null, null);
                steps.tellWithdrawn(dispatch, why);
            }
            rows.settle(dispatch.id());
            incidents.count(incident.id(), -1);
        }
    }

    @Override
    public void handOver(Incident from, Incident to) {
        for (var dispatch : rows.unsettled(from.id())) {
            if (!dispatch.state().isOpen()) {
                continue;
            }
            if (open(to, dispatch.agency()).isEmpty()) {
                escalation.assign(to, prepare(to, dispatch.agency(), dispatch.part(), null));
            }
            if (dispatch.state() != DispatchState.SENT) {
                open(to, dispatch.agency())
                        .ifPresent(there -> confirm(
                                there, new Answerer(Via.MERGED, dispatch.answeredBy() + " (" + from.number() + ")")));
            }
        }
    }
}
