package id.deskpilkada.dashboard.desk;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.Standpoints;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.MissingReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.incident.board.IncidentBoard;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.tally.Basis;
import id.deskpilkada.tally.Tallies;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a dashboard page together from the read models. */
@Component
class DeskViews {

    private static final int MISSING_PER_PAGE = 25;
    private static final int INCIDENTS = 5;

    private final Tallies tallies;
    private final MissingReports missing;
    private final DeskReports reports;
    private final IncidentBoard incidents;
    private final Elections elections;
    private final Standpoints standpoints;

    DeskViews(
            Tallies tallies,
            MissingReports missing,
            DeskReports reports,
            IncidentBoard incidents,
            Elections elections,
            Standpoints standpoints) {
        this.tallies = tallies;
        this.missing = missing;
        this.reports = reports;
        this.incidents = incidents;
        this.elections = elections;
        this.standpoints = standpoints;
    }

    /**
     * Empty while no round has been started or no race has been set up.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}, 422 for an unknown round, race or basis
     */
    Optional<DeskView> of(DeskQuestion asked, Actor actor) {
        return standpoints.round(asked.election(), asked.round()).flatMap(round -> race(asked, round)
                .map(race -> view(asked, round, race, actor)));
    }

    private Optional<RaceRef> race(DeskQuestion asked, RoundRef round) {
        var code = asked.race();
        return code != null && !code.isBlank()
                ? Optional.of(elections.race(round.electionId(), code))
                : elections.races(round.electionId()).stream().findFirst();
    }

    private DeskView view(DeskQuestion asked, RoundRef round, RaceRef race, Actor actor) {
        var basis = Basis.of(asked.basis());
        var region = asked.region();
        String place = region == null || region.isBlank() ? tallies.startingPlace(actor) : region.strip();
        var question = new DeskQuestion(
                round.electionCode(), round.code(), race.code(), place, basis.code(), Math.max(0, asked.page()));
        var tally = tallies.view(round, race, place, basis, actor);
        var late = reports.late(round, race, place);
        var list = missing.of(round, ReportKind.C1, "C1", race, place, question.page(), MISSING_PER_PAGE, actor);
        return new DeskView(
                question,
                standpoints.at(round, place, tally.figures().region().name(), question, Permission.READ_VOTES, actor),
                race,
                races(question, race),
                basis,
                tally,
                PlaceLine.of(
                        tally.figures(),
                        late.values().stream().mapToInt(Integer::intValue).sum()),
                CandidateLine.of(race, tally.figures()),
                tally.children().stream()
                        .filter(child -> child.expected() > 0 || child.received() > 0)
                        .map(child -> PlaceLine.of(
                                child,
                                late.getOrDefault(Area.digits(child.region().code()), 0)))
                        .toList(),
                list,
                reports.lines(question, round, place),
                reports.voting(round, place, actor),
                incidents.summary(round, Area.digits(place), INCIDENTS, actor));
    }

    private List<Link> races(DeskQuestion question, RaceRef shown) {
        return elections.races(shown.electionId()).stream()
                .map(race -> new Link(question.ofRace(race.code()).url(), race.name(), race.id() == shown.id()))
                .toList();
    }
}
