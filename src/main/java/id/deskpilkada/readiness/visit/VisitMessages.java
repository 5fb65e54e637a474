package id.deskpilkada.readiness.visit;

import id.deskpilkada.election.TpsCode;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What leaders and the desk are told about visits. */
@Component
class VisitMessages {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Notifications notifications;
    private final Regions regions;
    private final Staff staff;
    private final DeskSettings settings;

    VisitMessages(Notifications notifications, Regions regions, Staff staff, DeskSettings settings) {
        this.notifications = notifications;
        this.regions = regions;
        this.staff = staff;
        this.settings = settings;
    }

    void planned(Visit visit) {
        tellLeader("visit-planned", visit, visit.leaderId() + "/" + visit.dueAt());
    }

    void reminded(Visit visit) {
        tellLeader("visit-reminder", visit, visit.leaderId() + "/" + visit.dueAt());
    }

    void cancelled(Visit visit) {
        tellLeader("visit-cancelled", visit, visit.leaderId() + "/" + visit.dueAt());
    }

    /** Nobody has confirmed it by the end of the day: the desk asks. */
    void unconfirmed(Visit visit) {
        for (var person : staff.holders("desk", settings.area())) {
            notifications.send(Message.of(
                            "visit-unconfirmed",
                            station(visit.tps()),
                            staff.name(visit.leaderId()),
                            time(visit.dueAt()))
                    .ofRound(visit.roundId())
                    .to(Recipient.staff(person.id()))
                    .about(
                            "visit-unconfirmed/" + visit.id() + "/" + visit.leaderId() + "/" + visit.dueAt(),
                            visit.tps())
                    .linking("/desk/kunjungan"));
        }
    }

    private void tellLeader(String template, Visit visit, String occasion) {
        notifications.send(Message.of(template, station(visit.tps()), time(visit.dueAt()))
                .ofRound(visit.roundId())
                .to(Recipient.staff(visit.leaderId()))
                .about(template + "/" + visit.id() + "/" + occasion, visit.tps())
                .linking("/lapangan/kunjungan/" + visit.id()));
    }

    String station(String tps) {
        var code = new TpsCode(tps);
        return "TPS %03d %s".formatted(code.number(), regions.name(code.villageArea()));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("d MMMM HH.mm", INDONESIAN).format(at.atZone(regions.zone())) + " "
                + regions.zoneName();
    }
}
