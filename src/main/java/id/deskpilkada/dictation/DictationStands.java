package id.deskpilkada.dictation;

import id.deskpilkada.dictation.DictationStand.Station;
import id.deskpilkada.dictation.DictationStand.Teller;
import id.deskpilkada.dictation.DictationStand.Told;
import id.deskpilkada.dictation.DictationStand.Visit;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.VoterListRef;
import id.deskpilkada.expectation.ReportFacts;
import id.deskpilkada.expectation.ReportFacts.Absent;
import id.deskpilkada.expectation.ReportFacts.Asked;
import id.deskpilkada.expectation.SlotNames;
import id.deskpilkada.fieldreport.GivenReports;
import id.deskpilkada.fieldreport.GivenReports.Given;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.VisitsToMake;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a typist what a place has reported already, by which way, who could be at the telephone, and which TPS of the village is next. */
@Component
class DictationStands {

    private static final int MOST_GIVEN = 30;
    private static final int VILLAGE = 10;
    private static final int TPS = 13;

    private final GivenReports given;
    private final ReportFacts facts;
    private final SlotNames names;
    private final DictationPeople people;
    private final VisitsToMake visits;
    private final Elections elections;
    private final Regions regions;

    DictationStands(
            GivenReports given,
            ReportFacts facts,
            SlotNames names,
            DictationPeople people,
            VisitsToMake visits,
            Elections elections,
            Regions regions) {
        this.given = given;
        this.facts = facts;
        this.names = names;
        this.people = people;
        this.visits = visits;
        this.elections = elections;
        this.regions = regions;
    }

    /** What is to be typed; everything may be left open. */
    record About(@Nullable ReportKind kind, @Nullable String slot, @Nullable RaceRef race) {

        boolean is(Given report) {
            return report.kind() == kind
                    && (race == null || Long.valueOf(race.id()).equals(report.raceId()))
                    && (slot == null || kind == ReportKind.C1 || report.slot() == null || slot.equals(report.slot()));
        }

        boolean is(Absent report) {
            return race == null || race.id() == report.raceId();
        }
    }

    /**
     * @param area digits of a TPS or region
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_TPS}, {@code UNKNOWN_REGION}
     */
    @Transactional(readOnly = true)
    DictationStand of(RoundRef round, String area, About about, Actor actor) {
        actor.require(Permission.REPORT_FOR_OTHERS, area);
        boolean station = area.length() == TPS;
        if (station) {
            elections.station(round, area).orElseThrow(() -> Problem.notFound("UNKNOWN_TPS", area));
        } else {
            regions.require(area);
        }
        var planned = station && about.kind() == ReportKind.VISIT ? planned(round, area, actor) : null;
        var region = station ? area.substring(0, VILLAGE) : area;
        return new DictationStand(
                station ? area : null,
                station ? "TPS %03d".formatted(Integer.parseInt(area.substring(VILLAGE))) : regions.name(area),
                Area.dotted(region),
                regions.name(region),
                regions.name(region.substring(0, Math.min(6, region.length()))),
                station ? voters(round, area, about.race()) : null,
                tellers(round, area, planned),
                told(round, area, about),
                planned,
                region.length() == VILLAGE ? stations(round, region, about) : List.of());
    }

    private @Nullable Integer voters(RoundRef round, String tps, @Nullable RaceRef asked) {
        var race = asked != null
                ? asked
                : elections.races(round.electionId()).stream()
                        .filter(one -> one.covers(tps))
                        .findFirst()
                        .orElse(null);
        return race == null
                ? null
                : elections.voterList(race.id(), tps).map(VoterListRef::total).orElse(null);
    }

    private List<Visit> planned(RoundRef round, String tps, Actor actor) {
        return visits.to(round, tps, actor).stream()
                .map(visit -> new Visit(
                        visit.id(),
                        visit.leader(),
                        visit.leaderName(),
                        visit.dueAt().atZone(regions.zone()).toOffsetDateTime()))
                .toList();
    }

    /** Whoever goes there tells of it themselves, or through whoever is nearest. */
    private List<Teller> tellers(RoundRef round, String area, @Nullable List<Visit> planned) {
        var leaders = planned == null
                ? List.<Teller>of()
                : planned.stream()
                        .map(visit -> people.leader(visit.leader(), visit.leaderName()))
                        .distinct()
                        .toList();
        return Stream.concat(leaders.stream(), people.of(round.id(), area).stream())
                .toList();
    }

    private List<Told> told(RoundRef round, String area, About about) {
        return given.of(round.id(), area, MOST_GIVEN).stream()
                .map(report -> told(report, about))
                .toList();
    }

    private Told told(Given report, About about) {
        Long raceId = report.raceId();
        var race = raceId == null ? null : elections.race(raceId);
        return new Told(
                report.kind(),
                report.slot(),
                race == null ? null : race.code(),
                about.is(report),
                names.of(report.kind(), report.slot(), race),
                report.source(),
                people.name(report.reporterId()),
                people.name(report.enteredById()),
                report.receivedAt().atZone(regions.zone()).toOffsetDateTime(),
                report.state(),
                report.receipt());
    }

    private List<Station> stations(RoundRef round, String village, About about) {
        var missing = missing(round, village, about);
        var race = about.race();
        return elections.stations(round, village).stream()
                .filter(station -> race == null || race.covers(station.code()))
                .map(station -> new Station(
                        station.code(),
                        station.number(),
                        "TPS %03d".formatted(station.number()),
                        missing.contains(station.code())))
                .toList();
    }

    private Set<String> missing(RoundRef round, String village, About about) {
        var kind = about.kind();
        var slot = about.slot();
        return kind == null || slot == null
                ? Set.of()
                : facts.absent(round.id(), village, List.of(new Asked(kind, slot))).stream()
                        .filter(about::is)
                        .map(Absent::tps)
                        .collect(Collectors.toSet());
    }
}
