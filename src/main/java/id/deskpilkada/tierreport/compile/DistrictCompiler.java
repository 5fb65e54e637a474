package id.deskpilkada.tierreport.compile;

import id.deskpilkada.c1.C1Sources;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.ReportFacts;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import id.deskpilkada.tierreport.compile.Snapshot.Readiness;
import id.deskpilkada.tierreport.compile.Snapshot.Reports;
import id.deskpilkada.tierreport.compile.Snapshot.Situation;
import id.deskpilkada.tierreport.compile.Snapshot.Turnout;
import id.deskpilkada.tierreport.compile.Snapshot.Voting;
import id.deskpilkada.voting.TurnoutSources;
import id.deskpilkada.voting.VotingFacts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up what a district has reported, read from the modules that keep it. */
@Component
class DistrictCompiler {

    private static final int DISTRICT = 6;

    private final Heading heading;
    private final SlotContents contents;
    private final Elections elections;
    private final Regions regions;
    private final ReportFacts reports;
    private final ReadinessFacts readiness;
    private final VotingFacts voting;
    private final TurnoutSources turnout;
    private final IncidentList incidents;
    private final C1Sources forms;

    DistrictCompiler(
            Heading heading,
            SlotContents contents,
            Elections elections,
            Regions regions,
            ReportFacts reports,
            ReadinessFacts readiness,
            VotingFacts voting,
            TurnoutSources turnout,
            IncidentList incidents,
            C1Sources forms) {
        this.heading = heading;
        this.contents = contents;
        this.elections = elections;
        this.regions = regions;
        this.reports = reports;
        this.readiness = readiness;
        this.voting = voting;
        this.turnout = turnout;
        this.incidents = incidents;
        this.forms = forms;
    }

    Compiled compile(Heading.About about) {
        var round = about.round();
        var area = about.area();
        var counted = forms.standing(round.id(), area);
        var ofSlot = contents.turnout(round.id(), about.dueAt());
        var voters =
                ofSlot.map(slot -> turnout.standing(round.id(), slot, area)).orElse(List.of());
        return new Compiled(
                heading.of(
                        about,
                        elections.stations(round, area).size(),
                        reports(about),
                        ready(round, area),
                        standing(round, area),
                        ofSlot.map(slot -> turnout(slot, voters)).orElse(null),
                        situations(round, area),
                        incidents.of(round.id(), area),
                        races(round, area, counted),
                        List.of()),
                counted,
                voters,
                List.of());
    }

    private List<Reports> reports(Heading.About about) {
        long round = about.round().id();
        var slots = contents.reports(round, about.dueAt());
        var absent = reports.absent(round, about.area(), slots.keySet());
        return reports.counts(round, about.area(), slots.keySet()).stream()
                .map(count -> {
                    var there = absent.stream()
                            .filter(one -> one.kind() == count.kind()
                                    && one.slot().equals(count.slot())
                                    && one.raceId() == count.raceId())
                            .toList();
                    return new Reports(
                            count.kind().name(),
                            count.slot(),
                            race(count.raceId()),
                            count.expected(),
                            count.received(),
                            count.late(),
                            count.missing(),
                            count.excused(),
                            there.stream()
                                    .filter(one -> one.reason() == null)
                                    .map(ReportFacts.Absent::tps)
                                    .toList(),
                            excuses(there),
                            slots.getOrDefault(new ReportFacts.Asked(count.kind(), count.slot()), Optional.empty())
                                    .map(later -> later.atZone(regions.zone()).toOffsetDateTime())
                                    .orElse(null));
                })
                .toList();
    }

    private static List<Snapshot.Excuse> excuses(List<ReportFacts.Absent> absent) {
        return absent.stream()
                .filter(one -> one.reason() != null)
                .map(one -> new Snapshot.Excuse(one.tps(), String.valueOf(one.reason())))
                .toList();
    }

    private @Nullable String race(long id) {
        return id == 0 ? null : elections.race(id).code();
    }

    private Readiness ready(RoundRef round, String area) {
        var count = readiness.count(round.id(), area);
        return new Readiness(count.stations(), count.unchecked(), count.ready(), count.conditional(), count.notReady());
    }

    private Voting standing(RoundRef round, String area) {
        var now = voting.standing(round.id(), area, DISTRICT).stream()
                .reduce(VotingFacts.Standing.none(area), VotingFacts.Standing::plus);
        return new Voting(
                now.opened(),
                now.openedLate(),
                now.closed(),
                now.halted(),
                now.calm(),
                now.attention(),
                now.unrest(),
                now.held());
    }

    /** As the board sums it: TPS without a list are no part of the share. */
    private static Turnout turnout(String slot, List<TurnoutSources.Source> reports) {
        int stations = 0;
        int held = 0;
        long voters = 0;
        long votersListed = 0;
        long listed = 0;
        for (var report : reports) {
            var said = report.voters();
            held += report.held() ? 1 : 0;
            if (said != null && !report.held()) {
                stations++;
                voters += said;
                votersListed += report.listed() == null ? 0 : said;
                listed += report.listed() == null ? 0 : report.listed();
            }
        }
        return new Turnout(slot, stations, voters, votersListed, listed, held, Sums.percent(votersListed, listed));
    }

    private List<Situation> situations(RoundRef round, String area) {
        return voting.situations(round.id(), area).stream()
                .map(said -> new Situation(
                        said.place(),
                        regions.name(said.place()),
                        said.slot(),
                        said.security().name(),
                        said.weather(),
                        said.power(),
                        said.at().atZoneSameInstant(regions.zone()).toOffsetDateTime()))
                .toList();
    }

    private List<Race> races(RoundRef round, String area, List<C1Sources.Source> counted) {
        return elections.races(round.electionId()).stream()
                .map(race -> race(
                        race,
                        elections.expected(round, race, area),
                        counted.stream()
                                .filter(form -> form.raceId() == race.id())
                                .toList()))
                .filter(race -> race.expected() > 0)
                .toList();
    }

    private static Race race(RaceRef race, int expected, List<C1Sources.Source> forms) {
        var decided = forms.stream().filter(C1Sources.Source::decided).toList();
        return new Race(
                race.code(),
                race.name(),
                expected,
                forms.size(),
                (int) forms.stream().filter(C1Sources.Source::held).count(),
                decided.size(),
                Sums.percent(forms.size(), expected),
                Sums.percent(decided.size(), expected),
                Sums.votes(race, forms),
                Sums.votes(race, decided));
    }
}
