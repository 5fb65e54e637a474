package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.Bar;
import id.deskpilkada.dashboard.CandidateColour;
import id.deskpilkada.dashboard.publicview.Edition.Place;
import id.deskpilkada.dashboard.publicview.Edition.RaceData;
import id.deskpilkada.dashboard.publicview.Edition.RoundData;
import id.deskpilkada.dashboard.publicview.PublicPage.BasisPart;
import id.deskpilkada.dashboard.publicview.PublicPage.CandidatePart;
import id.deskpilkada.dashboard.publicview.PublicPage.ChildPart;
import id.deskpilkada.dashboard.publicview.PublicPage.Figures;
import id.deskpilkada.dashboard.publicview.PublicPage.RacePart;
import id.deskpilkada.dashboard.publicview.PublicPage.RoundPart;
import id.deskpilkada.dashboard.publicview.PublicPage.Votes;
import id.deskpilkada.dashboard.publicview.PublicPage.VotesPart;
import id.deskpilkada.tally.Basis;
import id.deskpilkada.tally.PlaceTotals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Cuts an edition into pages and to what the installation lets out. Votes on the received basis are told of the whole installation only: whoever could still verify a form must not know its
 * first entry, and below the whole a sum may hold one form.
 */
final class PublicPages {

    private static final int ENOUGH_PERCENT = 5;

    private final Edition edition;

    private PublicPages(Edition edition) {
        this.edition = edition;
    }

    /** The page of every place that has one: the whole first, then downwards. */
    static List<PublicPage> of(Edition edition) {
        var pages = new ArrayList<PublicPage>();
        new PublicPages(edition).add(edition.root(), List.of(), pages);
        return pages;
    }

    private void add(Place place, List<Place> trail, List<PublicPage> pages) {
        pages.add(page(place, trail));
        var longer = Stream.concat(trail.stream(), Stream.of(place)).toList();
        edition.below(place).stream().filter(child -> !child.isStation()).forEach(child -> add(child, longer, pages));
    }

    private PublicPage page(Place place, List<Place> trail) {
        var rounds = new ArrayList<RoundPart>();
        for (var round : edition.rounds()) {
            if (trail.isEmpty() || round.stations().containsKey(place.area())) {
                rounds.add(part(
                        round, place, trail.isEmpty(), round == edition.rounds().get(0)));
            }
        }
        var asOf = rounds.stream()
                .flatMap(round -> round.races().stream())
                .map(RacePart::asOf)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new PublicPage(place, trail, edition.view().mode(), rounds, asOf, edition.simulation());
    }

    private RoundPart part(RoundData data, Place place, boolean whole, boolean main) {
        var round = data.round();
        var votes = !edition.view().mode().showsVotes() ? Votes.NEVER : data.votesOpen() ? Votes.SHOWN : Votes.LATER;
        return new RoundPart(
                round.electionCode(),
                round.electionName(),
                round.code(),
                round.kind(),
                main,
                round.date(),
                round.phase(),
                data.beforeVoting(),
                votes,
                data.votesNotBefore(),
                data.stations().getOrDefault(place.area(), 0),
                data.opened().getOrDefault(place.area(), 0),
                data.closed().getOrDefault(place.area(), 0),
                data.races().stream()
                        .filter(race -> race.expected().containsKey(place.area()))
                        .map(race -> race(race, place, whole, votes == Votes.SHOWN))
                        .toList());
    }

    private RacePart race(RaceData data, Place place, boolean whole, boolean votes) {
        var race = data.race();
        var here = data.at(place.area());
        int expected = data.expected().getOrDefault(place.area(), 0);
        var candidates = race.candidates().stream()
                .map(one ->
                        new CandidatePart(one.ballotNumber(), one.name(), one.emptyColumn(), CandidateColour.of(one)))
                .toList();
        var bases = Stream.of(Basis.values())
                .filter(basis -> votes && edition.view().mode().shows(basis) && (whole || basis == Basis.VERIFIED))
                .map(basis -> part(basis, here, expected, candidates))
                .toList();
        return new RacePart(
                race.code(),
                race.name(),
                expected,
                here.received(),
                here.verified(),
                bar(expected, here),
                here.changedAt(),
                candidates,
                bases,
                edition.below(place).stream()
                        .filter(child -> data.expected().containsKey(child.area()))
                        .map(child -> child(data, child, candidates, votes))
                        .toList());
    }

    private static ChildPart child(RaceData data, Place place, List<CandidatePart> candidates, boolean votes) {
        var here = data.at(place.area());
        int expected = data.expected().getOrDefault(place.area(), 0);
        return new ChildPart(
                place,
                !place.isStation(),
                expected,
                here.received(),
                here.verified(),
                votes ? part(Basis.VERIFIED, here, expected, candidates) : null);
    }

    private static BasisPart part(Basis basis, PlaceTotals totals, int expected, List<CandidatePart> candidates) {
        var on = totals.on(basis);
        return new BasisPart(
                basis, on.counted(), expected, enough(on.counted(), expected) ? figures(on, candidates) : null);
    }

    /** A share of too few forms would only seem to say something. */
    private static boolean enough(int counted, int expected) {
        return counted > 0 && counted * 100L >= expected * (long) ENOUGH_PERCENT;
    }

    private static Figures figures(PlaceTotals.OnBasis on, List<CandidatePart> candidates) {
        var votes = candidates.stream()
                .map(one -> vote(one, on.ballots().votes(one.number()), on.valid()))
                .toList();
        return new Figures(on.valid(), on.invalid(), on.dpt(), on.voters(), votes);
    }

    private static VotesPart vote(CandidatePart candidate, long votes, long valid) {
        return new VotesPart(candidate, votes, Bar.of(valid, List.of(Bar.Part.coloured(votes, candidate.colour()))));
    }

    private static Bar bar(int expected, PlaceTotals here) {
        return Bar.of(
                expected,
                List.of(
                        Bar.Part.styled(here.verified(), "v"),
                        Bar.Part.styled(here.received() - here.verified(), "r")));
    }
}
