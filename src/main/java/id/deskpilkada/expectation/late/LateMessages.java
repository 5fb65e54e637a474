package id.deskpilkada.expectation.late;

import id.deskpilkada.expectation.OwedBy;
import id.deskpilkada.expectation.SlotNames;
import id.deskpilkada.expectation.wave.WaveLook;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.duty.DutyRoster;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people are told about reports that do not come. */
@Component
class LateMessages {

    private static final int NAMED_IN_SHORT = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH.mm", Locale.forLanguageTag("id"));

    private final Notifications notifications;
    private final WaveLook look;
    private final LateSteps steps;
    private final LateDigests digests;
    private final OwedBy owedBy;
    private final SlotNames names;
    private final Staff staff;
    private final DutyRoster duty;
    private final Regions regions;
    private final DeskSettings desk;
    private final Clock clock;

    LateMessages(
            Notifications notifications,
            WaveLook look,
            LateSteps steps,
            LateDigests digests,
            OwedBy owedBy,
            SlotNames names,
            Staff staff,
            DutyRoster duty,
            Regions regions,
            DeskSettings desk,
            Clock clock) {
        this.notifications = notifications;
        this.look = look;
        this.steps = steps;
        this.digests = digests;
        this.owedBy = owedBy;
        this.names = names;
        this.staff = staff;
        this.duty = duty;
        this.regions = regions;
        this.desk = desk;
        this.clock = clock;
    }

    /** E.g. {@code Pemungutan 10.00, Kec. Kramatwatu}. */
    String title(LateCase about) {
        return slot(about) + ", Kec. " + regions.name(about.wave().district());
    }

    /** Everybody once for a slot, whatever the race and however many TPS; those whose time has passed are called and not reminded. */
    void remind(LateCase about) {
        var owed = new LinkedHashMap<Person, Integer>();
        var lookup = owedBy.lookup();
        look.notYetLate(about.wave(), clock.instant())
                .forEach(tps -> lookup.of(tps).forEach(person -> owed.merge(person, 1, Integer::sum)));
        var due = time(digests.due(about));
        owed.forEach((person, count) -> notifications.send(Message.of("late-reminder", kind(about), count, due)
                .ofRound(about.round().id())
                .to(Recipient.staff(person.id()))
                .about(
                        "late-report/" + about.round().businessKey() + "/"
                                + about.wave().kind() + "/" + about.wave().slot() + "/reminder",
                        about.wave().district())
                .linking("/lapangan")));
    }

    void askCamat(LateCase about, int late) {
        var camats = staff.holders("camat", about.wave().district());
        call(camats.isEmpty() ? onDuty() : camats, "camat", about, late);
    }

    void askDesk(LateCase about, int late) {
        call(onDuty(), "desk", about, late);
    }

    private void call(Collection<Person> people, String step, LateCase about, int late) {
        for (var person : people) {
            notifications.send(Message.of("late-call", title(about), late)
                    .ofRound(about.round().id())
                    .to(Recipient.staff(person.id()))
                    .about(occasion(about, step), about.wave().district())
                    .linking(about.page(Area.dotted(about.wave().district()))));
        }
    }

    /** The tasks are gone because the deadline has moved: whoever was asked need not call. */
    void withdrawn(LateCase about, Instant looksAt) {
        var called = new LinkedHashMap<Long, Person>();
        staff.holders("camat", about.wave().district()).forEach(person -> called.put(person.id(), person));
        onDuty().forEach(person -> called.put(person.id(), person));
        called.values()
                .forEach(person -> notifications.send(Message.of("late-withdrawn", title(about), time(looksAt))
                        .ofRound(about.round().id())
                        .to(Recipient.staff(person.id()))
                        .about(
                                occasion(about, "withdrawn/" + looksAt),
                                about.wave().district())));
    }

    /** One for the regency, as it stands when the first district asks for it. */
    void digest(LateCase about) {
        if (!digests.first(about)) {
            return;
        }
        var camat = steps.of(about.wave().roundId(), about.wave().kind()).camat();
        var late = look.lateByDistrict(about.wave(), clock.instant().minus(camat));
        int total = late.values().stream().mapToInt(Integer::intValue).sum();
        for (var leader : duty.leading(desk.area(), clock.instant(), "leader")) {
            notifications.send(Message.of(
                            "late-digest",
                            slot(about),
                            total,
                            late.size(),
                            named(late, NAMED_IN_SHORT),
                            named(late, late.size()))
                    .ofRound(about.round().id())
                    .to(Recipient.staff(leader.id()))
                    .about("late-report/" + about.occasion() + "/digest/" + digests.due(about), desk.area())
                    .urgently()
                    .linking(about.page(desk.regency())));
        }
    }

    private String named(Map<String, Integer> late, int most) {
        return late.entrySet().stream()
                .limit(most)
                .map(district -> regions.name(district.getKey()) + " " + district.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<Person> onDuty() {
        return duty.onDuty("desk", desk.area(), clock.instant());
    }

    private String slot(LateCase about) {
        return names.indonesian(about.wave().kind(), about.wave().slot(), about.race());
    }

    private String kind(LateCase about) {
        return names.indonesian(about.wave().kind(), about.wave().slot(), null);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(regions.zone())) + " " + regions.zoneName();
    }

    /** Called again for another deadline, somebody is told again. */
    private String occasion(LateCase about, String step) {
        return "late-report/" + about.subject() + "/" + step + "/" + digests.due(about);
    }
}
