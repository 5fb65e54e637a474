package id.deskpilkada.incident.digest;

import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.SystemTransactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells the leaders on duty in one message what has happened and ended since the last one; what they were told at once is only counted. */
@Component
class LeaderDigest {

    private static final String WORK = "incident-digest";

    private final DigestRows rows;
    private final DigestWords words;
    private final DigestSettings settings;
    private final IncidentPeople people;
    private final IncidentPlaces places;
    private final Notifications notifications;
    private final SystemTransactions transactions;
    private final Clock clock;

    LeaderDigest(
            DigestRows rows,
            DigestWords words,
            DigestSettings settings,
            IncidentPeople people,
            IncidentPlaces places,
            Notifications notifications,
            SystemTransactions transactions,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.settings = settings;
        this.people = people;
        this.places = places;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Safe to call at any time and by several at once. */
    void send() {
        if (!settings.isOff()) {
            transactions.write(WORK, this::write);
        }
    }

    private void write() {
        var area = places.installation();
        var now = clock.instant();
        var leaders = people.leaders();
        // Without anybody to tell, it stays untold.
        var due = leaders.isEmpty()
                ? null
                : rows.claim(area, now.minus(settings.digest())).orElse(null);
        if (due == null) {
            return;
        }
        var begun = rows.begun(now);
        var ended = rows.ended(now);
        if (begun.isEmpty() && ended.isEmpty()) {
            return;
        }
        var message = Message.of("incident-digest", words.arguments(now, begun, ended))
                .about("incident-digest/" + area + "/" + due, area)
                .linking("/desk/kejadian");
        leaders.forEach(leader -> notifications.send(message.to(Recipient.staff(leader.id()))));
        rows.sent(area, due, now);
    }
}
