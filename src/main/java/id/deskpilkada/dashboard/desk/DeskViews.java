package id.deskpilkada.dashboard.desk;

import id.deskpilkada.dashboard.desk.DeskView.Link;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.MissingReports;
import id.deskpilkada.fieldreport.IncidentSignals;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tally.Basis;
import id.deskpilkada.tally.Tallies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts a dashboard page together from the read models. */
@Component
class DeskViews {

    private static final int MISSING_PER_PAGE = 25;
    private static final int SIGNALS = 5;

    private final Tallies tallies;
    private final MissingReports missing;
    private final IncidentSignals signals;
    private final Elections elections;
    private final Regions regions;

    DeskViews(Tallies tallies, MissingReports missing, IncidentSignals signals, Elections elections, Regions regions) {
        this.tallies = tallies;
        this.missing = missing;
        this.signals = signals;
        this.elections = elections;
        this.regions = regions;
    }

    /**
     * Empty while no round has been started or no race has been set up.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}, 422 for an unknown round, race or basis
     */
    Optional<DeskView> of(DeskQuestion asked, Actor actor) {
        return round(asked).flatMap(round -> race(asked, round).map(race -> view(asked, round, race, actor)));
    }

    private Optional<RoundRef> round(DeskQuestion asked) {
        if (filled(asked.election()) || filled(asked.round())) {
            return Optional.of(elections.round(asked.election(), asked.round()));
        }
        return elections.shownRounds().stream().findFirst();
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
        var list = missing.of(round, ReportKind.C1, "C1", race, place, question.page(), MISSING_PER_PAGE, actor);
        return new DeskView(
                question,
                round,
                rounds(question, round),
                race,
                races(question, race),
                crumbs(question, place, actor),
                basis,
                tally,
                PlaceLine.of(tally.figures()),
                CandidateLine.of(race, tally.figures()),
                tally.children().stream()
                        .filter(child -> child.expected() > 0 || child.received() > 0)
                        .map(PlaceLine::of)
                        .toList(),
                list,
                signals.page(actor, true, Page.window(0, SIGNALS)),
                Area.digits(place));
    }

    private List<Link> rounds(DeskQuestion question, RoundRef shown) {
        return elections.shownRounds().stream()
                .map(round -> new Link(
                        question.ofRound(round.electionCode(), round.code()).url(),
                        round.electionName() + " · " + round.code(),
                        round.id() == shown.id()))
                .toList();
    }

    private List<Link> races(DeskQuestion question, RaceRef shown) {
        return elections.races(shown.electionId()).stream()
                .map(race -> new Link(question.ofRace(race.code()).url(), race.name(), race.id() == shown.id()))
                .toList();
    }

    /** The way from the highest place the reader may see down to the place shown. */
    private List<Link> crumbs(DeskQuestion question, String place, Actor actor) {
        var crumbs = new ArrayList<Link>();
        String area = Area.digits(place);
        for (int length : new int[] {10, 6, 4, 2}) {
            if (length <= area.length()) {
                String code = Area.dotted(area.substring(0, length));
                if (actor.may(Permission.READ_VOTES, code)) {
                    regions.find(code)
                            .map(Region::name)
                            .ifPresent(name ->
                                    crumbs.add(new Link(question.in(code).url(), name, code.equals(place))));
                }
            }
        }
        Collections.reverse(crumbs);
        return crumbs;
    }

    private static boolean filled(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isBlank();
    }
}
