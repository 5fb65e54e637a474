package id.deskpilkada.tierreport.intake;

import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.Snapshot.Candidate;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import id.deskpilkada.tierreport.compile.Snapshot.Votes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the figures of a report agree with each other. Votes need not add up to the valid votes: forms say both, some say them wrongly, and nobody corrects them.
 */
final class SnapshotSums {

    private SnapshotSums() {}

    /** What does not agree, in a few words each; empty where all does. */
    static List<String> wrong(Snapshot report) {
        var wrong = new ArrayList<String>();
        report.reports().forEach(of -> {
            long sum = (long) of.received() + of.late() + of.missing() + of.excused();
            check(
                    of.expected() == sum && least(of.received(), of.late(), of.missing(), of.excused()) >= 0,
                    "reports " + of.kind() + " " + of.slot(),
                    wrong);
        });
        var ready = report.readiness();
        check(
                ready.unchecked() + ready.ready() + ready.conditional() + ready.notReady() == ready.stations(),
                "readiness",
                wrong);
        var turnout = report.turnout();
        check(
                turnout == null || least(turnout.stations(), turnout.voters(), turnout.listed(), turnout.held()) >= 0,
                "turnout",
                wrong);
        report.races().forEach(race -> race(race, wrong));
        return wrong;
    }

    private static void race(Race race, List<String> wrong) {
        check(
                least(race.received(), race.held(), race.verified(), race.expected()) >= 0
                        && race.received() <= race.expected()
                        && race.held() <= race.received()
                        && race.verified() <= race.received(),
                "forms " + race.code(),
                wrong);
        votes(race, race.byReceived(), wrong);
        votes(race, race.byVerified(), wrong);
        var all = votes(race.byReceived());
        votes(race.byVerified())
                .forEach((number, votes) ->
                        check(votes <= all.getOrDefault(number, 0L), "votes " + race.code() + " " + number, wrong));
    }

    private static void votes(Race race, @Nullable Votes votes, List<String> wrong) {
        if (votes != null) {
            boolean whole = votes.candidates().stream().allMatch(one -> one.votes() >= 0)
                    && least(
                                    votes.counted(),
                                    votes.validVotes(),
                                    votes.invalidVotes(),
                                    votes.dptTotal(),
                                    votes.votersTotal())
                            >= 0;
            check(whole && votes.counted() <= race.received(), "votes " + race.code(), wrong);
        }
    }

    private static Map<Integer, Long> votes(@Nullable Votes votes) {
        return votes == null
                ? Map.of()
                : votes.candidates().stream()
                        .collect(Collectors.toMap(Candidate::ballotNumber, Candidate::votes, Long::sum));
    }

    private static long least(long... numbers) {
        return java.util.Arrays.stream(numbers).min().orElse(0);
    }

    private static void check(boolean right, String what, List<String> wrong) {
        if (!right && !wrong.contains(what)) {
            wrong.add(what);
        }
    }
}
