package id.deskpilkada.readiness.screening;

import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Role;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Who screens an area, and who is told what about it: never who was screened, nor how anybody is. */
@Component
class ScreeningPeople {

    private static final String HEALTH = Role.HEALTH.code();
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu HH.mm", Locale.forLanguageTag("id"));

    private final Staff staff;
    private final Notifications notifications;
    private final PuskesmasAreas areas;
    private final Regions regions;
    private final DeskSettings settings;

    ScreeningPeople(
            Staff staff, Notifications notifications, PuskesmasAreas areas, Regions regions, DeskSettings settings) {
        this.staff = staff;
        this.notifications = notifications;
        this.areas = areas;
        this.regions = regions;
        this.settings = settings;
    }

    /** The health service of the area; where nobody holds that role, that of the regency as well. */
    List<String> groups(ScreeningCase about) {
        var own = HEALTH + "-" + about.area();
        return about.area().equals(settings.area())
                        || !staff.holders(HEALTH, about.area()).isEmpty()
                ? List.of(own)
                : List.of(own, regencyGroup());
    }

    String regencyGroup() {
        return HEALTH + "-" + settings.area();
    }

    /** The desk must know of an area that nobody screens, though it may not screen it itself. */
    void tellOfNobody(ScreeningCase about) {
        if (workers(about).isEmpty()) {
            send(about, "screening-nobody", staff.holders(Role.DESK.code(), settings.area()), "/kesehatan");
        }
    }

    void remind(ScreeningCase about, String message, Instant due) {
        send(about, message, workers(about), page(about), when(due));
    }

    void escalate(ScreeningCase about, String message, Instant due) {
        var health = staff.holders(HEALTH, settings.area());
        if (health.isEmpty()) {
            send(about, message, staff.holders(Role.DESK.code(), settings.area()), "/kesehatan", when(due));
        } else {
            send(about, message, health, page(about), when(due));
        }
    }

    private List<Person> workers(ScreeningCase about) {
        var own = staff.holders(HEALTH, about.area());
        return own.isEmpty() ? staff.holders(HEALTH, settings.area()) : own;
    }

    private void send(ScreeningCase about, String message, List<Person> people, String page, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = areas.get(about.puskesmasId()).name();
        System.arraycopy(more, 0, arguments, 1, more.length);
        people.forEach(person -> notifications.send(Message.of(message, arguments)
                .to(Recipient.staff(person.id()))
                .about(message + "/" + about.subject(), about.area())
                .linking(page)));
    }

    private static String page(ScreeningCase about) {
        return "/kesehatan/" + about.puskesmasId();
    }

    private String when(Instant due) {
        return DUE.format(due.atZone(regions.zone())) + " " + regions.zoneName();
    }
}
