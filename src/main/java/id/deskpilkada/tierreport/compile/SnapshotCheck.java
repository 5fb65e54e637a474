package id.deskpilkada.tierreport.compile;

import id.deskpilkada.c1.C1Sources;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.platform.CounterCheck;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.compile.ReportSources.Row;
import id.deskpilkada.tierreport.compile.Snapshot.Votes;
import id.deskpilkada.voting.TurnoutSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds every frozen report up again from the versions of forms and reports that it was made of, and a regency's from its parts. */
@Component
class SnapshotCheck implements CounterCheck {

    private final JdbcClient jdbc;
    private final TierReportRows rows;
    private final ReportSources sources;
    private final C1Sources forms;
    private final TurnoutSources turnout;
    private final Elections elections;
    private final Parts parts;
    private final ProvinceCompiler provinces;

    SnapshotCheck(
            JdbcClient jdbc,
            TierReportRows rows,
            ReportSources sources,
            C1Sources forms,
            TurnoutSources turnout,
            Elections elections,
            Parts parts,
            ProvinceCompiler provinces) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.sources = sources;
        this.forms = forms;
        this.turnout = turnout;
        this.elections = elections;
        this.parts = parts;
        this.provinces = provinces;
    }

    @Override
    public Result check(long roundId) {
        var miscounts = new ArrayList<Miscount>();
        var reports = jdbc.sql("SELECT id FROM tier_report WHERE round_id = ? ORDER BY id")
                .param(roundId)
                .query(Long.class)
                .list();
        reports.forEach(id -> readable(rows.get(id), miscounts));
        return new Result(reports.size(), miscounts);
    }

    /** A snapshot that is none any more is a finding like any other. */
    private void readable(TierReport report, List<Miscount> miscounts) {
        try {
            check(report, miscounts);
        } catch (IllegalStateException | NullPointerException e) {
            compare("unreadable", 1, 0, report, 0, miscounts);
        }
    }

    private void check(TierReport report, List<Miscount> miscounts) {
        var snapshot = CanonicalJson.read(rows.snapshot(report.id()), Snapshot.class);
        for (var reports : snapshot.reports()) {
            long sum = (long) reports.received() + reports.late() + reports.missing() + reports.excused();
            compare("reports " + reports.kind() + " " + reports.slot(), reports.expected(), sum, report, 0, miscounts);
        }
        if (report.level() == TierLevel.DISTRICT) {
            district(report, snapshot, miscounts);
        } else if (report.level() == TierLevel.REGENCY) {
            regency(report, snapshot, miscounts);
        } else {
            var election = elections.round(report.roundId()).electionId();
            races(report, snapshot, provinces.again(report.id(), election), miscounts);
        }
    }

    private void district(TierReport report, Snapshot snapshot, List<Miscount> miscounts) {
        var of = sources.read(report.id());
        for (var race : snapshot.races()) {
            var ref = elections.race(elections.round(report.roundId()).electionId(), race.code());
            var made = of.stream()
                    .filter(row -> row.isForm() && row.raceId() == ref.id())
                    .toList();
            compare("received", race.received(), made.size(), report, ref.id(), miscounts);
            compare("votes", race.byReceived(), again(report, ref, counted(made, false)), report, ref, miscounts);
            compare("verified", race.byVerified(), again(report, ref, counted(made, true)), report, ref, miscounts);
        }
        var slot = snapshot.turnout();
        if (slot != null) {
            var voters = turnout.voters(
                    report.roundId(),
                    slot.slot(),
                    of.stream()
                            .filter(row -> !row.isForm() && row.counted())
                            .map(row -> new TurnoutSources.Version(row.tps(), row.version()))
                            .toList());
            compare("voters " + slot.slot(), slot.voters(), voters, report, 0, miscounts);
        }
    }

    private void regency(TierReport report, Snapshot snapshot, List<Miscount> miscounts) {
        var made = sources.parts(report.id()).stream()
                .map(part -> CanonicalJson.read(rows.snapshot(part), Snapshot.class))
                .toList();
        races(report, snapshot, parts.races(made), miscounts);
        var stored = snapshot.turnout();
        var again = parts.turnout(made);
        if (stored != null && again != null) {
            compare("voters " + stored.slot(), stored.voters(), again.voters(), report, 0, miscounts);
        }
    }

    private void races(TierReport report, Snapshot snapshot, List<Snapshot.Race> made, List<Miscount> miscounts) {
        for (var race : made) {
            var stored = snapshot.races().stream()
                    .filter(one -> one.code().equals(race.code()))
                    .findFirst()
                    .orElse(race.withheld());
            var ref = elections.race(elections.round(report.roundId()).electionId(), race.code());
            compare("received", stored.received(), race.received(), report, ref.id(), miscounts);
            compare("votes", stored.byReceived(), race.byReceived(), report, ref, miscounts);
            compare("verified", stored.byVerified(), race.byVerified(), report, ref, miscounts);
        }
    }

    private static List<Row> counted(List<Row> of, boolean decidedOnly) {
        return of.stream()
                .filter(row -> row.counted() && (row.decided() || !decidedOnly))
                .toList();
    }

    private Votes again(TierReport report, RaceRef race, List<Row> of) {
        return Sums.votes(
                race,
                forms.of(
                        report.roundId(),
                        of.stream()
                                .map(row -> new C1Sources.Version(row.tps(), row.raceId(), row.version()))
                                .toList()));
    }

    private static void compare(
            String what,
            @Nullable Votes stored,
            @Nullable Votes again,
            TierReport report,
            RaceRef race,
            List<Miscount> miscounts) {
        var kept = named(what, stored);
        named(what, again)
                .forEach((name, figure) ->
                        compare(name, kept.getOrDefault(name, 0L), figure, report, race.id(), miscounts));
    }

    private static Map<String, Long> named(String what, @Nullable Votes votes) {
        var named = new LinkedHashMap<String, Long>();
        if (votes != null) {
            votes.candidates()
                    .forEach(candidate -> named.put(what + "." + candidate.ballotNumber(), candidate.votes()));
            named.put(what + ".forms", (long) votes.counted());
            named.put(what + ".valid", votes.validVotes());
            named.put(what + ".invalid", votes.invalidVotes());
            named.put(what + ".dpt", votes.dptTotal());
            named.put(what + ".voters", votes.votersTotal());
        }
        return named;
    }

    private static void compare(
            String what, long stored, long again, TierReport report, long raceId, List<Miscount> miscounts) {
        if (stored != again) {
            miscounts.add(new Miscount(
                    report.roundId(),
                    raceId,
                    report.level().name(),
                    report.area(),
                    Map.of("tier-report " + report.code() + " " + what, stored - again)));
        }
    }
}
