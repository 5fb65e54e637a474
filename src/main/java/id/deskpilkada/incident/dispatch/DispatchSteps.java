package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.LeadersTold;
import id.deskpilkada.incident.ResponseTargets;
import id.deskpilkada.incident.Timeline;
import id.deskpilkada.incident.dispatch.DispatchContacts.Contact;
import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the clocks of a dispatch do: write to the next contacts, open the desk's call, tell the leader. Each is done once, because each is noted in the row that it locks. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DispatchSteps {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private final DispatchRows rows;
    private final DispatchContacts contacts;
    private final DispatchLinks links;
    private final IncidentRows incidents;
    private final IncidentPeople people;
    private final LeadersTold leadersTold;
    private final IncidentPlaces places;
    private final ResponseTargets targets;
    private final Regions regions;
    private final Notifications notifications;
    private final Timeline timeline;
    private final Clock clock;

    DispatchSteps(
            DispatchRows rows,
            DispatchContacts contacts,
            DispatchLinks links,
            IncidentRows incidents,
            IncidentPeople people,
            LeadersTold leadersTold,
            IncidentPlaces places,
            ResponseTargets targets,
            Regions regions,
            Notifications notifications,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.contacts = contacts;
        this.links = links;
        this.incidents = incidents;
        this.people = people;
        this.leadersTold = leadersTold;
        this.places = places;
        this.targets = targets;
        this.regions = regions;
        this.notifications = notifications;
        this.timeline = timeline;
        this.clock = clock;
    }

    boolean contactsLeft(long id) {
        var dispatch = rows.lock(id);
        return dispatch.state() == DispatchState.SENT && dispatch.contacted() < contacts.positions(id);
    }

    /** Writes to the contacts of the next position, where there are any and nobody has answered yet. */
    void contactNext(long id) {
        if (!contactsLeft(id)) {
            return;
        }
        var dispatch = rows.get(id);
        var incident = incidents.get(dispatch.incidentId());
        contacts.at(id, dispatch.contacted()).forEach(contact -> write(dispatch, incident, contact));
        if (dispatch.contacted() > 0) {
            rows.contacted(
                    id,
                    clock.instant().plusSeconds(targets.of(incident.severity()).stepSeconds()));
        } else {
            rows.contacted(id, dispatch.nextContactAt());
        }
    }

    private void write(Dispatch dispatch, Incident incident, Contact contact) {
        var message = about(dispatch, incident, contact.position() == 0 ? "incident-dispatch" : "incident-reminder")
                .about(
                        "dispatch:%d:%d:%d".formatted(dispatch.id(), contact.position(), contact.number()),
                        dispatch.area())
                .linking("/d/" + links.token(contact));
        var addressed = contact.isOffice()
                ? message.to(Recipient.contact(
                                contact.name(), Map.of(ChannelCode.valueOf(contact.channel()), "" + contact.address())))
                        .by(ChannelCode.valueOf(contact.channel()))
                : message.to(Recipient.staff(staff(contact)));
        // To an office too: it keeps its one channel, but goes past whatever else waits for that.
        boolean urgent = incident.isLifeInDanger() || contact.position() > 0;
        var id = notifications.send(urgent ? addressed.urgently() : addressed);
        contacts.sent(contact, id);
        timeline.write(incident.id(), dispatch.id(), "CONTACTED", contact.name(), contact.channel(), null, id);
    }

    private static long staff(Contact contact) {
        var id = contact.staffId();
        if (id == null) {
            throw new IllegalStateException("neither an office nor a person");
        }
        return id;
    }

    private Message about(Dispatch dispatch, Incident incident, String template) {
        return Message.of(
                        template,
                        incident.number(),
                        people.text("incident.category." + incident.category()),
                        places.name(incident.area()),
                        incident.severity(),
                        incident.description(),
                        agency(dispatch.agency()),
                        time(dispatch.acknowledgeBy()))
                .ofRound(incident.roundId());
    }

    /** The desk is to call. */
    void callOpened(long id) {
        var dispatch = rows.lock(id);
        rows.callOpened(id);
        timeline.write(dispatch.incidentId(), id, "CALL_OPENED", agency(dispatch.agency()), null, null, null);
    }

    /** Nothing was heard of it in time; the desk is to ask. */
    void silent(long id) {
        var dispatch = rows.lock(id);
        rows.silent(id);
        timeline.write(dispatch.incidentId(), id, "SILENT", agency(dispatch.agency()), null, null, null);
    }

    void tellLeader(long id) {
        var dispatch = rows.lock(id);
        if (dispatch.state() != DispatchState.SENT || dispatch.leaderToldAt() != null) {
            return;
        }
        var incident = incidents.get(dispatch.incidentId());
        for (var leader : people.leaders()) {
            var message = notifications.send(about(dispatch, incident, "incident-unanswered")
                    .to(Recipient.staff(leader.id()))
                    .about("dispatch-unanswered:" + id, dispatch.area())
                    .urgently());
            timeline.write(incident.id(), id, "LEADER_TOLD", leader.name(), null, null, message);
            leadersTold.begun(incident);
        }
        rows.leaderTold(id);
    }

    /** Tells everybody who was written to that nobody needs to come. */
    void tellWithdrawn(Dispatch dispatch, String why) {
        var incident = incidents.get(dispatch.incidentId());
        contacts.all(dispatch.id()).stream()
                .filter(contact -> contact.messageId() != null)
                .forEach(contact -> {
                    var message = Message.of("incident-withdrawn", incident.number(), agency(dispatch.agency()), why)
                            .ofRound(incident.roundId())
                            .about("dispatch-withdrawn:" + dispatch.id(), dispatch.area());
                    notifications.send(
                            contact.isOffice()
                                    ? message.to(Recipient.contact(
                                                    contact.name(),
                                                    Map.of(
                                                            ChannelCode.valueOf(contact.channel()),
                                                            "" + contact.address())))
                                            .by(ChannelCode.valueOf(contact.channel()))
                                    : message.to(Recipient.staff(staff(contact))));
                });
    }

    /** What officials call an agency. */
    String agency(String code) {
        return people.agency(code);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(regions.zone())) + " " + regions.zoneName();
    }
}
