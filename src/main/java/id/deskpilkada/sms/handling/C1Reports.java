package id.deskpilkada.sms.handling;

import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceKind;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.sms.InboundSms;
import id.deskpilkada.sms.SmsOutcome;
import id.deskpilkada.sms.SmsState;
import id.deskpilkada.sms.grammar.C1Text;
import id.deskpilkada.sms.grammar.Said.C1;
import id.deskpilkada.sms.grammar.Said.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Form C1 by SMS. What could be a slip of the thumb is asked back: a sum that does not hold, a number that is missing, a station without its letter. Whoever answers YA has said that the paper
 * reads so, and the form is taken as it is written.
 */
@Component
class C1Reports {

    private static final List<Total> NEEDED = List.of(Total.VALID, Total.INVALID, Total.ALL);
    private static final int LONGEST_VILLAGE = 14;

    private final StationSearch stations;
    private final Elections elections;
    private final SmsReportJson json;
    private final Replies replies;

    C1Reports(StationSearch stations, Elections elections, SmsReportJson json, Replies replies) {
        this.stations = stations;
        this.elections = elections;
        this.json = json;
        this.replies = replies;
    }

    /** @throws Refusal for what can only be sent again */
    Understood read(InboundSms message, C1 said, List<Actor> senders, boolean practice, boolean confirmed) {
        if (!said.strange().isEmpty()) {
            throw new Refusal("strange", String.join(" ", said.strange()));
        }
        var station = stations.find(said.place(), senders, Permission.REPORT, practice);
        var race = race(said, station);
        refuseUnknown(said, station, race);
        boolean checked = said.check() != null;
        var kind = RaceKind.of(race.code()).orElseThrow(() -> new Refusal("whichRace", race.code()));
        if (checked && !C1Text.agrees(said, station.tps(), kind)) {
            throw new Refusal("wrongCheck", String.valueOf(said.check()));
        }
        var reading = replies.word("reading.c1", station.number(), station.village(), race.name());
        var doubt = checked || confirmed ? "" : doubt(said, station, race);
        if (!doubt.isEmpty()) {
            var asked = SmsOutcome.of(SmsState.ASKED, "ASKED_BACK", doubt)
                    .about(station.tps(), ReportKind.C1.name(), station.sender().id(), reading)
                    .carryingVotes();
            return Understood.only(asked);
        }
        var report = json.of(ReportKind.C1, station.round(), station.tps(), station.sender(), message.sentAt());
        report.put("race", race.code());
        said.votes().forEach((number, votes) -> SmsReportJson.put(report, "votes." + number, votes));
        said.totals().forEach((total, number) -> SmsReportJson.put(report, total.path(), number));
        var outcome = SmsOutcome.of(SmsState.TAKEN, null, taken(said, station, race, practice))
                .about(station.tps(), ReportKind.C1.name(), station.sender().id(), reading)
                .carryingVotes();
        return new Understood(outcome, report, station.sender());
    }

    private RaceRef race(C1 said, Station station) {
        var races = elections.races(station.round().electionId()).stream()
                .filter(race -> race.covers(station.tps()))
                .toList();
        var named = said.race();
        if (named == null && races.size() == 1) {
            return races.get(0);
        }
        return races.stream()
                .filter(race -> named != null && race.code().equals(named.name()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "whichRace", races.stream().map(RaceRef::code).collect(Collectors.joining(", "))));
    }

    private static void refuseUnknown(C1 said, Station station, RaceRef race) {
        if (said.votes().isEmpty()) {
            throw new Refusal("noVotes", station.number());
        }
        said.votes().keySet().stream()
                .filter(number -> !race.ballotNumbers().contains(number))
                .findFirst()
                .ifPresent(number -> {
                    throw new Refusal("wrongCandidate", number.toString(), race.name());
                });
    }

    private String doubt(C1 said, Station station, RaceRef race) {
        var missing = missing(said, race);
        if (!missing.isEmpty()) {
            return replies.withVotes("askMissing", station.number(), missing);
        }
        int votes = said.votes().values().stream().mapToInt(Integer::intValue).sum();
        int valid = number(said, Total.VALID);
        if (votes != valid) {
            return replies.withVotes("askSum", station.number(), "" + votes, "" + valid);
        }
        int both = valid + number(said, Total.INVALID);
        if (both != number(said, Total.ALL)) {
            return replies.withVotes("askTotal", station.number(), "" + both, "" + number(said, Total.ALL));
        }
        return station.certain() ? "" : replies.withVotes("askStation", station.number(), village(station));
    }

    private static int number(C1 said, Total total) {
        return said.totals().getOrDefault(total, 0);
    }

    private String missing(C1 said, RaceRef race) {
        var missing = new ArrayList<String>();
        race.candidates().stream()
                .map(CandidateRef::ballotNumber)
                .filter(number -> !said.votes().containsKey(number))
                .forEach(number -> missing.add(replies.word("candidate", number.toString())));
        NEEDED.stream().filter(total -> !said.totals().containsKey(total)).forEach(total -> missing.add(total.word()));
        return String.join(", ", missing);
    }

    private String taken(C1 said, Station station, RaceRef race, boolean practice) {
        var sums = said.totals().entrySet().stream()
                .map(entry -> entry.getKey().word() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        var votes = said.votes().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        var opening = practice ? replies.word("practice") + " " : "";
        var whole = replies.word(
                "reply.c1Taken", opening, station.number(), village(station), race.code(), votes + " " + sums);
        return whole.length() <= Replies.LONGEST_WITH_VOTES
                ? whole
                : replies.withVotes("c1Taken", opening, station.number(), village(station), race.code(), sums);
    }

    private static String village(Station station) {
        var name = station.village();
        return name.length() <= LONGEST_VILLAGE ? name : name.substring(0, LONGEST_VILLAGE);
    }
}
