package id.deskpilkada.comparison;

import id.deskpilkada.comparison.ComparisonView.Child;
import id.deskpilkada.comparison.ComparisonView.Place;
import id.deskpilkada.comparison.ComparisonView.Votes;
import id.deskpilkada.comparison.official.OfficialImport;
import id.deskpilkada.comparison.official.OfficialRows;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.RegionLevel;
import id.deskpilkada.region.Regions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The comparison as its readers see it, and beginning it again. */
@Service
class Comparisons {

    private final ComparisonReading reading;
    private final OfficialRows imports;
    private final Tracing tracing;
    private final OfficialComparisonProcess process;
    private final SetPlans plans;
    private final Regions regions;
    private final Messages messages;

    Comparisons(
            ComparisonReading reading,
            OfficialRows imports,
            Tracing tracing,
            OfficialComparisonProcess process,
            SetPlans plans,
            Regions regions,
            Messages messages) {
        this.reading = reading;
        this.imports = imports;
        this.tracing = tracing;
        this.process = process;
        this.plans = plans;
        this.regions = regions;
        this.messages = messages;
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION} */
    @Transactional(readOnly = true)
    ComparisonView view(
            RoundRef round,
            RaceRef race,
            @Nullable String code,
            @Nullable Outcome outcome,
            Page.Window window,
            Actor actor) {
        var region = regions.asked(code, Permission.READ_COMPARISON, actor);
        return plans.within(() -> view(round, race, region, outcome, window));
    }

    private ComparisonView view(
            RoundRef round, RaceRef race, Region region, @Nullable Outcome outcome, Page.Window window) {
        int below = digitsBelow(region.level());
        var children = reading.children(round.id(), race.id(), region.area(), below);
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        children.values().forEach(one -> one.forEach((key, count) -> outcomes.merge(key, count, Integer::sum)));
        int total = outcome == null
                ? outcomes.values().stream().mapToInt(Integer::intValue).sum()
                : outcomes.getOrDefault(outcome, 0);
        var stations = reading.stations(round.id(), race.id(), region.area(), outcome, window.size(), window.offset());
        return new ComparisonView(
                messages.text("disclaimer"),
                round.electionCode(),
                round.code(),
                race.code(),
                place(region),
                outcomes,
                outcomes.getOrDefault(Outcome.EQUAL, 0) + outcomes.getOrDefault(Outcome.DIFFERENT, 0),
                votes(round, race, region.area()),
                reading.regions(round.id(), race.id(), region.area(), below),
                region.level() == RegionLevel.VILLAGE ? List.of() : children(region, children),
                new Page<>(stations, window.page(), window.size(), total));
    }

    private List<Votes> votes(RoundRef round, RaceRef race, String area) {
        return race.candidates().stream()
                .map(candidate -> {
                    var sums = reading.votes(round.id(), race.id(), area, candidate.ballotNumber());
                    return new Votes(
                            candidate.ballotNumber(),
                            candidate.name(),
                            sums.get(0),
                            sums.get(1),
                            sums.get(0) - sums.get(1));
                })
                .toList();
    }

    private List<Child> children(Region region, Map<String, Map<Outcome, Integer>> counts) {
        return regions.children(region.code()).stream()
                .map(child -> new Child(place(child), counts.getOrDefault(child.area(), Map.of())))
                .filter(child -> !child.outcomes().isEmpty())
                .toList();
    }

    /**
     * Looks again at both sides: what is gone ends, what is new becomes work, of a case that has ended too.
     *
     * @throws Problem 404 {@code OFFICIAL_NONE} before the first import
     */
    @Transactional
    OfficialImport again(RoundRef round, RaceRef race, Actor actor) {
        actor.require(Permission.COMPARE_OFFICIAL, regions.installation().code());
        var newest = imports.of(round.id(), race.id()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("OFFICIAL_NONE", race.name()));
        process.settle(newest);
        var now = imports.find(newest.id()).orElseThrow();
        if (now.done()) {
            imports.end(now.id(), tracing.summary(now));
        }
        return imports.find(newest.id()).orElseThrow();
    }

    static Place place(Region region) {
        return new Place(region.code(), region.name(), region.level().name());
    }

    private static int digitsBelow(RegionLevel level) {
        return switch (level) {
            case PROVINCE -> 4;
            case REGENCY -> 6;
            case DISTRICT -> 10;
            default -> ComparisonPlaces.TPS_DIGITS;
        };
    }
}
