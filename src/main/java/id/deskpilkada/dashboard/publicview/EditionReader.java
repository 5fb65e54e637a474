package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.publicview.Edition.Place;
import id.deskpilkada.dashboard.publicview.Edition.RaceData;
import id.deskpilkada.dashboard.publicview.Edition.RoundData;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tally.RaceTotals;
import id.deskpilkada.voting.VotingFacts;
import id.deskpilkada.voting.VotingFacts.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Asks the modules for everything at once, a handful of statements whatever the number of readers. */
@Component
class EditionReader {

    private static final int TPS_DIGITS = 13;
    private static final String VOTING = "VOTING";

    private final Elections elections;
    private final Regions regions;
    private final RaceTotals totals;
    private final VotingFacts voting;
    private final VotesGate gate;
    private final boolean demo;

    EditionReader(
            Elections elections,
            Regions regions,
            RaceTotals totals,
            VotingFacts voting,
            VotesGate gate,
            Environment environment) {
        this.elections = elections;
        this.regions = regions;
        this.totals = totals;
        this.voting = voting;
        this.gate = gate;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    Edition read(PublicView view, Instant now) {
        return Scope.system("public view", () -> edition(view, now));
    }

    private Edition edition(PublicView view, Instant now) {
        var here = regions.installation();
        var root = place(here);
        var shown = shown();
        var stations = new TreeMap<String, StationRef>();
        var rounds = new ArrayList<RoundData>();
        for (var round : shown) {
            var ofRound = elections.stations(round, here.area());
            ofRound.forEach(station -> stations.put(station.code(), station));
            rounds.add(round(round, ofRound, view, here.area(), now));
        }
        var children = new HashMap<String, List<Place>>();
        regionsBelow(here, view.depth(), children);
        if (view.depth() == PublicDepth.TPS) {
            stations.values()
                    .forEach(station -> children.computeIfAbsent(station.villageArea(), area -> new ArrayList<>())
                            .add(place(station)));
        }
        boolean rehearsed = shown.stream().anyMatch(round -> round.kind() == RoundKind.REHEARSAL);
        return new Edition(view, demo || rehearsed, root, children, rounds, now);
    }

    /**
     * The rounds under way; when none is, those of the election that ended last. A rehearsal is shown only as long as nothing real is, so that nobody takes one for the other.
     */
    private List<RoundRef> shown() {
        var all = elections.shownRounds();
        var real = all.stream()
                .filter(round -> round.kind() != RoundKind.REHEARSAL)
                .toList();
        var candidates = real.isEmpty() ? all : real;
        if (candidates.isEmpty()) {
            return List.of();
        }
        var active = candidates.stream().filter(round -> round.phase().active()).toList();
        Predicate<RoundRef> sameElection = round -> active.isEmpty()
                ? round.electionId() == candidates.get(0).electionId()
                : active.stream().anyMatch(other -> other.electionId() == round.electionId());
        return candidates.stream()
                .filter(sameElection)
                .sorted((one, other) -> Integer.compare(rank(one), rank(other)) != 0
                        ? Integer.compare(rank(one), rank(other))
                        : Long.compare(one.id(), other.id()))
                .toList();
    }

    private static int rank(RoundRef round) {
        return round.kind() == RoundKind.REGULAR ? 0 : 1;
    }

    private RoundData round(RoundRef round, List<StationRef> stations, PublicView view, String area, Instant now) {
        var opens = gate.of(round, view.votesNotBefore());
        List<Standing> standing =
                round.phase() == RoundPhase.STARTED ? voting.standing(round.id(), area, TPS_DIGITS) : List.of();
        return new RoundData(
                round,
                opens,
                !now.isBefore(opens),
                beforeVoting(round, now),
                counted(stations.stream().map(StationRef::code).toList(), area),
                sums(standing, Standing::opened, area),
                sums(standing, Standing::closed, area),
                elections.races(round.electionId()).stream()
                        .map(race -> new RaceData(
                                race,
                                counted(
                                        stations.stream()
                                                .map(StationRef::code)
                                                .filter(race::covers)
                                                .toList(),
                                        area),
                                totals.inside(round, race, area)))
                        .filter(race -> !race.expected().isEmpty())
                        .toList());
    }

    private boolean beforeVoting(RoundRef round, Instant now) {
        return round.phase() == RoundPhase.STARTED
                && elections.slots(round.id()).stream()
                        .filter(slot -> slot.kind().equals(VOTING))
                        .map(SlotRef::opensAt)
                        .min(Instant::compareTo)
                        .filter(now::isBefore)
                        .isPresent();
    }

    private static Map<String, Integer> counted(List<String> stations, String area) {
        var counts = new HashMap<String, Integer>();
        stations.forEach(station -> add(station, 1, area, counts));
        return counts;
    }

    private static Map<String, Integer> sums(List<Standing> all, ToIntFunction<Standing> figure, String area) {
        var sums = new HashMap<String, Integer>();
        all.forEach(one -> add(one.place(), figure.applyAsInt(one), area, sums));
        return sums;
    }

    private static void add(String station, int figure, String area, Map<String, Integer> sums) {
        for (int digits : new int[] {2, 4, 6, 10, TPS_DIGITS}) {
            if (digits >= area.length() && figure != 0) {
                sums.merge(station.substring(0, digits), figure, Integer::sum);
            }
        }
    }

    private void regionsBelow(Region region, PublicDepth depth, Map<String, List<Place>> children) {
        var below = regions.children(region.code()).stream()
                .filter(child -> child.area().length() <= depth.digits())
                .toList();
        if (!below.isEmpty()) {
            children.put(
                    region.area(),
                    new ArrayList<>(below.stream().map(EditionReader::place).toList()));
            below.forEach(child -> regionsBelow(child, depth, children));
        }
    }

    private static Place place(Region region) {
        return new Place(
                region.code(), region.area(), region.name(), region.level().name());
    }

    private static Place place(StationRef station) {
        return new Place(station.code(), station.code(), "TPS %03d".formatted(station.number()), Edition.STATION);
    }
}
