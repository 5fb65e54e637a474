package id.deskpilkada.tally;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tally.TallyQueries.Stored;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The unofficial totals of any place, as one reader may see them. */
@Service
public class Tallies {

    private final TallyQueries queries;
    private final Blindness blindness;
    private final Elections elections;
    private final Places places;
    private final Regions regions;
    private final Messages messages;
    private final Clock clock;

    Tallies(
            TallyQueries queries,
            Blindness blindness,
            Elections elections,
            Places places,
            Regions regions,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.blindness = blindness;
        this.elections = elections;
        this.places = places;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The totals of a region (dotted or as digits) or a polling station (13 digits) and of the places one level down.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE} for a place the reader holds no role at, 404 {@code UNKNOWN_REGION}
     */
    @Transactional
    public TallyView view(RoundRef round, RaceRef race, String region, Basis basis, Actor actor) {
        actor.require(Permission.READ_VOTES, region);
        var place = places.require(round, region);
        String area = Area.digits(place.code());
        int below = Places.digitsBelow(area);
        Map<String, Stored> stored = queries.inside(round.id(), race.id(), area, below);
        Map<String, Integer> expected = elections.expected(round, race, area, below);
        Set<String> withheld = blindness.withheld(round.id(), race.id(), area, basis, actor);

        var sum = stored.values().stream().reduce(Stored.NOTHING, Stored::plus);
        int expectedHere =
                expected.values().stream().mapToInt(Integer::intValue).sum();
        var children = places.children(round, place).stream()
                .map(child -> {
                    String childArea = Area.digits(child.code());
                    var counts = stored.getOrDefault(childArea, Stored.NOTHING).counts();
                    int expectedThere = expected.getOrDefault(childArea, 0);
                    return figures(child, expectedThere, counts, race, basis, withheld.contains(childArea));
                })
                .toList();
        return new TallyView(
                (round.rehearsal() ? PracticeMark.TEXT + ". " : "") + messages.text("disclaimer"),
                round.electionCode(),
                round.code(),
                race.code(),
                basis.code(),
                figures(place, expectedHere, sum.counts(), race, basis, withheld.contains(area)),
                asOf(sum),
                children);
    }

    /** The place a reader starts from: the installation's region where they may see all of it, else the first place they hold a role at. */
    public String startingPlace(Actor actor) {
        String installation = regions.installation().code();
        return actor.may(Permission.READ_VOTES, installation)
                ? installation
                : actor.areas(Permission.READ_VOTES).stream()
                        .sorted()
                        .findFirst()
                        .map(area -> area.length() == Places.TPS_DIGITS ? area : Area.dotted(area))
                        .orElse(installation);
    }

    private OffsetDateTime asOf(Stored sum) {
        var lastChange = sum.changedAt();
        var at = lastChange == null ? clock.instant() : lastChange;
        return at.atZone(regions.zone()).toOffsetDateTime();
    }

    /** Whether a form is held says what its first entry is like: who must not know the figures does not learn that either. */
    private static TallyFigures figures(
            TallyFigures.Place place, int expected, Counts counts, RaceRef race, Basis basis, boolean blind) {
        var sums = counts.sums(basis);
        boolean withheld = blind && basis == Basis.RECEIVED;
        return new TallyFigures(
                place,
                expected,
                counts.received(),
                blind ? 0 : counts.held(),
                counts.verified(),
                withheld ? 0 : counts.counted(basis),
                withheld ? true : null,
                withheld ? null : votes(race, sums),
                withheld ? null : sums.valid(),
                withheld ? null : sums.invalid(),
                withheld ? null : sums.dpt(),
                withheld ? null : sums.voters());
    }

    private static List<TallyFigures.CandidateVotes> votes(RaceRef race, Sums sums) {
        return race.candidates().stream()
                .map(candidate -> new TallyFigures.CandidateVotes(
                        candidate.ballotNumber(), candidate.name(), sums.votes(candidate.ballotNumber())))
                .toList();
    }
}
