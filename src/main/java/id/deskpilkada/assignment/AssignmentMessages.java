package id.deskpilkada.assignment;

import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.duty.DutyRoster;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What people are told about namings; never a secret. */
@Component
class AssignmentMessages {

    static final String PAGE = "/desk/penugasan";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH.mm", Locale.forLanguageTag("id"));

    private final Notifications notifications;
    private final Staff staff;
    private final DutyRoster duty;
    private final Regions regions;
    private final DeskSettings settings;
    private final Clock clock;

    AssignmentMessages(
            Notifications notifications,
            Staff staff,
            DutyRoster duty,
            Regions regions,
            DeskSettings settings,
            Clock clock) {
        this.notifications = notifications;
        this.staff = staff;
        this.duty = duty;
        this.regions = regions;
        this.settings = settings;
        this.clock = clock;
    }

    void named(AssignmentCase about, Person person, String area) {
        notifications.send(
                Message.of("assignment-named", place(area), about.round().electionName())
                        .ofRound(about.round().id())
                        .to(Recipient.staff(person.id()))
                        .about(occasion(about, "named/" + area), area)
                        .linking("/lapangan/latihan"));
    }

    void relieved(AssignmentCase about, Assigned old, Person successor) {
        notifications.send(Message.of("assignment-relieved", place(old.area()), successor.name())
                .ofRound(about.round().id())
                .to(Recipient.staff(old.staffId()))
                .about(occasion(about, "relieved/" + old.id()), old.area())
                .urgently());
    }

    void takenOver(AssignmentCase about, Person successor, Assigned old, int tasks) {
        notifications.send(Message.of("assignment-taken-over", place(old.area()), old.name(), tasks)
                .ofRound(about.round().id())
                .to(Recipient.staff(successor.id()))
                .about(occasion(about, "taken-over/" + old.id()), old.area())
                .urgently()
                .linking("/lapangan"));
    }

    void remind(AssignmentCase about, Instant due, int gaps) {
        tell(staff.holders("camat", about.district()), "assignment-reminder", about, gaps, due);
    }

    void late(AssignmentCase about, Instant due, int gaps) {
        tell(staff.holders("camat", about.district()), "assignment-late", about, gaps, due);
        tell(staff.holders("desk", settings.area()), "assignment-late", about, gaps, due);
    }

    void gap(AssignmentCase about, List<String> villages) {
        var names = String.join(", ", villages.stream().map(regions::name).toList());
        for (var leader : duty.onDuty("leader", settings.area(), clock.instant())) {
            notifications.send(Message.of("assignment-gap", regions.name(about.district()), villages.size(), names)
                    .ofRound(about.round().id())
                    .to(Recipient.staff(leader.id()))
                    .about(occasion(about, "gap/" + String.join("+", villages)), about.district())
                    .urgently()
                    .linking(PAGE + "?kecamatan=" + about.district()));
        }
    }

    private void tell(List<Person> people, String template, AssignmentCase about, int gaps, Instant due) {
        var when = DAY.format(due.atZone(regions.zone())) + " " + regions.zoneName();
        for (var person : people) {
            notifications.send(Message.of(template, regions.name(about.district()), gaps, when)
                    .ofRound(about.round().id())
                    .to(Recipient.staff(person.id()))
                    .about(occasion(about, template + "/" + due), about.district())
                    .linking(PAGE + "?kecamatan=" + about.district()));
        }
    }

    /** E.g. {@code TPS 004 Margasana}, or the village's name. */
    String place(String area) {
        return area.length() > 10
                ? "TPS " + area.substring(10) + " " + regions.name(area.substring(0, 10))
                : regions.name(area);
    }

    private static String occasion(AssignmentCase about, String what) {
        return "assignment/" + about.subject() + "/" + what;
    }
}
