package id.deskpilkada.tierreport.flow;

import id.deskpilkada.election.Elections;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.duty.DutyRoster;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people are told about reports that wait for them. Nothing of the figures is in it. */
@Component
class TierMessages {

    private final Notifications notifications;
    private final ReportSteps steps;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final DutyRoster duty;
    private final DeskSettings desk;
    private final Clock clock;

    TierMessages(
            Notifications notifications,
            ReportSteps steps,
            Elections elections,
            Regions regions,
            Staff staff,
            DutyRoster duty,
            DeskSettings desk,
            Clock clock) {
        this.notifications = notifications;
        this.steps = steps;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.duty = duty;
        this.desk = desk;
        this.clock = clock;
    }

    /** E.g. {@code 13.30, Kec. Kramatwatu}. */
    String title(TierKey key) {
        return key.slot() + ", " + (key.isDistrict() ? "Kec. " : "") + regions.name(key.area());
    }

    /** The desk hears of it where a district has no camat. */
    void askForSeal(TierReport report) {
        var camats = staff.holders("camat", report.area());
        if (report.cause() == TierCause.RETURNED) {
            tell("tier-returned", report, camats.isEmpty() ? deskOnDuty() : camats, reason(report));
        } else {
            tell("tier-seal", report, camats.isEmpty() ? deskOnDuty() : camats);
        }
    }

    void askToCall(TierReport report) {
        tell("tier-call", report, deskOnDuty());
    }

    void askToCheck(TierReport report) {
        var back = steps.sentBack(report);
        if (back.isPresent()) {
            tell("tier-sent-back", report, deskOnDuty(), back.get());
        } else {
            tell("tier-check", report, deskOnDuty());
        }
    }

    void askForApproval(TierReport report) {
        tell("tier-approve", report, leaders());
    }

    void deskIsLate(TierReport report) {
        tell("tier-unchecked", report, duty.leading(desk.area(), clock.instant(), "leader"));
    }

    void leaderIsLate(TierReport report) {
        tell(
                "tier-unapproved",
                report,
                Stream.concat(leaders().stream(), deskOnDuty().stream())
                        .distinct()
                        .toList());
    }

    /** Whoever was asked need not do it: the schedule no longer has the slot. */
    void withdrawn(TierReport report) {
        var asked = TierKey.of(report).isDistrict() ? staff.holders("camat", report.area()) : deskOnDuty();
        tell("tier-withdrawn", report, asked);
    }

    /** One for the slot, as it stands when the first district asks for it. */
    void digest(TierKey key, TierCases cases) {
        var districts = cases.unsigned(key.roundId(), key.slot());
        var names = districts.stream().map(regions::name).collect(Collectors.joining(", "));
        var occasion = elections.round(key.roundId()).businessKey() + "/" + key.slot();
        for (var leader : duty.leading(desk.area(), clock.instant(), "leader")) {
            notifications.send(Message.of("tier-digest", key.slot(), districts.size(), names)
                    .ofRound(key.roundId())
                    .to(Recipient.staff(leader.id()))
                    .about("tier-report/" + occasion + "/digest", desk.area())
                    .urgently()
                    .linking(page(key.in(desk.area()))));
        }
    }

    private void tell(String template, TierReport report, Collection<Person> people, Object... more) {
        var key = TierKey.of(report);
        var arguments =
                Stream.concat(Stream.of((Object) title(key)), Stream.of(more)).toArray();
        for (var person : people) {
            notifications.send(Message.of(template, arguments)
                    .ofRound(report.roundId())
                    .to(Recipient.staff(person.id()))
                    .about(
                            template + "/" + report.id() + "/"
                                    + steps.all(report).size(),
                            report.area())
                    .linking(page(key)));
        }
    }

    private static String reason(TierReport report) {
        return Objects.requireNonNullElse(report.reason(), "-");
    }

    private List<Person> deskOnDuty() {
        return duty.onDuty("desk", desk.area(), clock.instant());
    }

    private List<Person> leaders() {
        return duty.onDuty("leader", desk.area(), clock.instant());
    }

    private String page(TierKey key) {
        var round = elections.round(key.roundId());
        return "/desk/laporan?election=" + encoded(round.electionCode()) + "&round=" + encoded(round.code()) + "&slot="
                + encoded(key.slot()) + "&region=" + Area.dotted(key.area());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
