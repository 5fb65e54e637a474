package id.deskpilkada.incident;

import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.duty.DutyRoster;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whose work an incident is, and who is told of it. */
@Component
public class IncidentPeople {

    private static final String DESK = "desk";
    private static final String AGENCY = "incident.agency.";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Staff staff;
    private final DutyRoster roster;
    private final IncidentPlaces places;
    private final Notifications notifications;
    private final Timeline timeline;
    private final LeadersTold leadersTold;
    private final MessageSource texts;
    private final Clock clock;

    IncidentPeople(
            Staff staff,
            DutyRoster roster,
            IncidentPlaces places,
            Notifications notifications,
            Timeline timeline,
            LeadersTold leadersTold,
            MessageSource texts,
            Clock clock) {
        this.staff = staff;
        this.roster = roster;
        this.places = places;
        this.notifications = notifications;
        this.timeline = timeline;
        this.leadersTold = leadersTold;
        this.texts = texts;
        this.clock = clock;
    }

    public String deskGroup() {
        return DESK + "-" + places.installation();
    }

    /** E.g. {@code K-12 Kesehatan, TPS 001 Baros}; tasks are named once, for everybody, in Indonesian. */
    public String subject(Incident incident) {
        return incident.number() + " " + category(incident) + ", " + places.name(incident.area());
    }

    String category(Incident incident) {
        return text("incident.category." + incident.category());
    }

    public String text(String key) {
        return Objects.requireNonNull(texts.getMessage(key, null, key, INDONESIAN));
    }

    /** What officials call an agency. */
    public String agency(String code) {
        return hasName(code) ? text(AGENCY + code) : code.toUpperCase(Locale.ROOT);
    }

    /** Whether officials have a name for it. */
    public boolean hasName(String code) {
        return !text(AGENCY + code).equals(AGENCY + code);
    }

    /** Severity 4 is told to the camat and the leaders on duty at once, 3 to the camat; the same severity once. */
    void tellGrave(Incident incident) {
        if (incident.severity() >= Incident.GRAVE) {
            tell(incident, "told", staff.holders("camat", incident.districtArea()));
        }
        if (incident.isLifeInDanger()) {
            tell(incident, "told", leaders());
            leadersTold.begun(incident);
        }
    }

    /** Nobody has judged it in time. */
    void tellTriageLate(Incident incident) {
        tell(incident, "untriaged", roster.leading(places.installation(), clock.instant(), DESK));
    }

    /** The leaders on duty; who leads the shift where nobody leads the regency. */
    public List<Person> leaders() {
        return roster.onDuty("leader", places.installation(), clock.instant());
    }

    private void tell(Incident incident, String what, List<Person> people) {
        var template = "incident-" + what;
        for (var person : people) {
            var message = Message.of(
                            template,
                            incident.number(),
                            category(incident),
                            places.name(incident.area()),
                            incident.severity(),
                            incident.description())
                    .ofRound(incident.roundId())
                    .to(Recipient.staff(person.id()))
                    .about(
                            template + ":" + incident.id() + ":" + incident.run() + ":" + incident.severity(),
                            incident.area())
                    .linking("/desk/kejadian/" + incident.id());
            var id = notifications.send(incident.isLifeInDanger() ? message.urgently() : message);
            timeline.write(
                    incident.id(), null, what.equals("told") ? "TOLD" : "TRIAGE_LATE", person.name(), null, null, id);
        }
    }
}
