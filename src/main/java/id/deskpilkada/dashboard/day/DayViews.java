package id.deskpilkada.dashboard.day;

import id.deskpilkada.dashboard.CallListAddress;
import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.dashboard.Standpoint;
import id.deskpilkada.dashboard.Standpoints;
import id.deskpilkada.dashboard.day.DayCounts.Read;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.SlotNames;
import id.deskpilkada.expectation.SlotPlaces;
import id.deskpilkada.incident.board.IncidentBoard;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tally.FormCounts;
import id.deskpilkada.tally.FormCounts.Forms;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the five answers of the front page together: about a dozen statements, however many places the region has. */
@Component
public class DayViews {

    private static final int CARDS = 4;

    private final Standpoints standpoints;
    private final Regions regions;
    private final Elections elections;
    private final DayCounts counts;
    private final DayPlaces places;
    private final Moments moments;
    private final SlotNames names;
    private final IncidentBoard incidents;
    private final SystemTransactions transactions;
    private final Clock clock;

    DayViews(
            Standpoints standpoints,
            Regions regions,
            Elections elections,
            DayCounts counts,
            DayPlaces places,
            Moments moments,
            SlotNames names,
            IncidentBoard incidents,
            SystemTransactions transactions,
            Clock clock) {
        this.standpoints = standpoints;
        this.regions = regions;
        this.elections = elections;
        this.counts = counts;
        this.places = places;
        this.moments = moments;
        this.names = names;
        this.incidents = incidents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Empty while no round has been started.
     *
     * @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}, 422 for an unknown round
     */
    @Transactional(readOnly = true)
    public Optional<DayView> of(DayQuestion asked, Actor actor) {
        var place = regions.asked(asked.region(), Permission.OPEN_DASHBOARD, actor);
        return standpoints.round(asked.election(), asked.round()).map(round -> {
            var question = new DayQuestion(round.electionCode(), round.code(), place.code(), asked.order());
            var stand = standpoints.at(round, place, question, Permission.OPEN_DASHBOARD, actor);
            boolean maySee = actor.may(Permission.SEE_INCIDENTS, place.code());
            return view(question, round, place, stand, maySee ? actor : Onlooker.blind(), heldIsSecret(actor, place));
        });
    }

    /** The whole installation, for screens at which nobody in particular is signed in: sums and places, no names or numbers of people. */
    public Optional<DayView> ofInstallation(@Nullable String election, @Nullable String round) {
        return transactions.read("day", () -> standpoints.round(election, round).map(shown -> {
            var place = regions.installation();
            var question = new DayQuestion(shown.electionCode(), shown.code(), place.code());
            var stand = new Standpoint(shown, place.area(), place.name(), List.of(), List.of(), List.of());
            return view(question, shown, place, stand, Onlooker.at(place.code()), false);
        }));
    }

    /** The numbers of the places inside an area, by the first digits of their codes, for a map; what may be seen of it is for the caller to say. */
    @Transactional(readOnly = true)
    public Map<String, PlaceStanding> standings(RoundRef round, String area, int digits) {
        var standings = new HashMap<String, PlaceStanding>();
        counts.of(round, area, digits)
                .places()
                .forEach((place, counted) -> standings.put(place, PlaceStanding.of(place, "", counted, 0, false)));
        return standings;
    }

    private DayView view(
            DayQuestion question, RoundRef round, Region place, Standpoint stand, Actor actor, boolean heldIsSecret) {
        var now = clock.instant();
        var read = counts.of(round, place.area(), Area.digitsBelow(place.area()));
        var slots = read.slots().stream().map(slot -> line(slot, question)).toList();
        var children = places.below(round, place, read, question.lateFirst());
        var board = incidents.summary(round, place.area(), CARDS, actor);
        return new DayView(
                question,
                stand,
                moments.of(round, now),
                Lateness.of(slots),
                Burning.of(Onlooker.is(actor) ? Onlooker.withoutPeople(board) : board),
                elections.races(round.electionId()).stream()
                        .map(race -> race(race, round, place, read, question, heldIsSecret))
                        .filter(race -> race.expected() + race.received() > 0)
                        .toList(),
                slots,
                children,
                now,
                PlaceStanding.of(
                        place.code(), place.name(), read.here(), board.all().all(), false),
                read.subject());
    }

    private static boolean heldIsSecret(Actor actor, Region place) {
        return FormCounts.heldIsSecret(actor, place.area());
    }

    private RaceLine race(
            RaceRef race, RoundRef round, Region place, Read read, DayQuestion question, boolean heldIsSecret) {
        var forms = read.of(race);
        return RaceLine.of(
                race,
                elections.expected(round, race, place.area()),
                heldIsSecret ? new Forms(forms.received(), 0, forms.verified()) : forms,
                PageAddress.of(
                        "/desk/suara",
                        "race",
                        race.code(),
                        "region",
                        question.region(),
                        "election",
                        question.election(),
                        "round",
                        question.round()));
    }

    private SlotLine line(SlotPlaces slot, DayQuestion question) {
        var race = slot.race();
        return new SlotLine(
                names.of(slot.kind(), slot.slot(), race),
                slot.kind(),
                slot.slot(),
                race,
                slot.opensAt(),
                slot.dueAt(),
                slot.here(question.region() == null ? "" : question.region()),
                CallListAddress.of(slot.kind(), slot.slot(), race, question));
    }
}
