package id.deskpilkada.sms.handling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.sms.InboundSms;
import id.deskpilkada.sms.SmsOutcome;
import id.deskpilkada.sms.SmsState;
import id.deskpilkada.sms.grammar.Said.CheckIn;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the day goes, by SMS: at a polling station, or in a village or district as a whole. */
@Component
class DayReports {

    private static final int TPS = 13;
    private static final int LONGEST_PLACE = 24;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    private final StationSearch stations;
    private final Elections elections;
    private final Regions regions;
    private final SmsReportJson json;
    private final Replies replies;

    DayReports(StationSearch stations, Elections elections, Regions regions, SmsReportJson json, Replies replies) {
        this.stations = stations;
        this.elections = elections;
        this.regions = regions;
        this.json = json;
        this.replies = replies;
    }

    Understood read(InboundSms message, CheckIn said, List<Actor> senders, boolean practice) {
        var village = said.place().digits() == null && said.calm() != null ? wholeArea(said, senders) : null;
        return village == null ? ofStation(message, said, senders, practice) : ofArea(message, said, village, practice);
    }

    /** Somebody's village or district, when they speak of it and of no polling station. */
    private @Nullable AreaOf wholeArea(CheckIn said, List<Actor> senders) {
        boolean onlyCalm = said.voters() == null && said.male() == null && !said.openedNow() && !said.closedNow();
        for (var sender : senders) {
            var areas = sender.areas(Permission.REPORT);
            if ((said.area() || onlyCalm)
                    && areas.size() == 1
                    && areas.get(0).length() > 4
                    && areas.get(0).length() < TPS) {
                return new AreaOf(sender, areas.get(0));
            }
        }
        return null;
    }

    private Understood ofStation(InboundSms message, CheckIn said, List<Actor> senders, boolean practice) {
        var station = stations.find(said.place(), senders, Permission.REPORT, practice);
        var report = report(ReportKind.VOTING, station.round(), station.tps(), station.sender(), message, said.slot());
        var read = new ArrayList<String>();
        if (said.openedNow()) {
            read.add(replies.word("word.opened", time(report, "openedAt", said.opened(), message.sentAt())));
        }
        if (said.closedNow()) {
            read.add(replies.word("word.closed", time(report, "closedAt", said.closed(), message.sentAt())));
        }
        voters(report, said, read);
        if (said.halted() != null) {
            SmsReportJson.put(report, "halted", said.halted());
            read.add(replies.word(said.halted() ? "word.halted" : "word.resumed"));
        }
        calm(report, said, read);
        var place = replies.word("place.tps", station.number(), station.village());
        return understood(ReportKind.VOTING, station.tps(), station.sender(), place, read, report, practice);
    }

    private Understood ofArea(InboundSms message, CheckIn said, AreaOf whole, boolean practice) {
        var round = stations.rounds(practice).get(0);
        var report = report(ReportKind.SITUATION, round, whole.area(), whole.sender(), message, said.slot());
        var read = new ArrayList<String>();
        calm(report, said, read);
        return understood(
                ReportKind.SITUATION, whole.area(), whole.sender(), regions.name(whole.area()), read, report, practice);
    }

    private record AreaOf(Actor sender, String area) {}

    private Understood understood(
            ReportKind kind,
            String area,
            Actor sender,
            String place,
            List<String> read,
            ObjectNode report,
            boolean practice) {
        var words = String.join(", ", read);
        var shown = place.length() <= LONGEST_PLACE ? place : place.substring(0, LONGEST_PLACE);
        var opening = practice ? replies.word("practice") + " " : "";
        var outcome = SmsOutcome.of(SmsState.TAKEN, null, replies.text("dayTaken", opening, shown, words))
                .about(area, kind.name(), sender.id(), place + ": " + words);
        return new Understood(outcome, report, sender);
    }

    private ObjectNode report(
            ReportKind kind, RoundRef round, String area, Actor sender, InboundSms message, @Nullable String named) {
        var report = json.of(kind, round, area, sender, message.sentAt());
        report.put("slot", slot(round, named, message.sentAt()));
        return report;
    }

    /** The one that was named, else the last that was open when it was sent; before the first one, the first. */
    private String slot(RoundRef round, @Nullable String named, Instant at) {
        var slots = elections.slots(round.id()).stream()
                .filter(slot -> slot.kind().equals(ReportKind.VOTING.name()))
                .toList();
        return slots.stream()
                .filter(slot -> slot.slot().equals(named))
                .findFirst()
                .or(() -> slots.stream()
                        .filter(slot -> !slot.opensAt().isAfter(at))
                        .reduce((earlier, later) -> later))
                .or(() -> slots.stream().findFirst())
                .map(SlotRef::slot)
                .orElseThrow(() -> new Refusal("noRound"));
    }

    private String time(ObjectNode report, String path, @Nullable LocalTime told, Instant sent) {
        var local = sent.atZone(regions.zone());
        var moment = told == null ? local : local.with(told);
        SmsReportJson.put(report, path, moment.toOffsetDateTime().withNano(0).toString());
        return CLOCK.format(moment);
    }

    private void voters(ObjectNode report, CheckIn said, List<String> read) {
        put(report, "voters.male", said.male());
        put(report, "voters.female", said.female());
        put(report, "voters.total", said.voters());
        if (said.voters() != null || said.male() != null || said.female() != null) {
            read.add(
                    said.male() == null || said.female() == null
                            ? replies.word("word.voters", number(said.voters()))
                            : replies.word(
                                    "word.votersLP",
                                    number(said.male()),
                                    number(said.female()),
                                    number(said.voters())));
        }
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "-" : number.toString();
    }

    private static void put(ObjectNode report, String path, @Nullable Integer number) {
        if (number != null) {
            SmsReportJson.put(report, path, number);
        }
    }

    private void calm(ObjectNode report, CheckIn said, List<String> read) {
        if (said.calm() != null) {
            SmsReportJson.put(report, "security", said.calm().name());
            read.add(replies.word("word." + said.calm().name()));
        }
        if (!said.remarks().isEmpty()) {
            SmsReportJson.put(report, "remarks", said.remarks());
            read.add(replies.word("word.remarks", said.remarks()));
        }
    }
}
