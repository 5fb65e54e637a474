package id.deskpilkada.comparison;

import id.deskpilkada.comparison.ComparisonView.Place;
import id.deskpilkada.comparison.DifferenceView.Field;
import id.deskpilkada.comparison.official.OfficialRows;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows differences in the words of the form. */
@Service
@Transactional(readOnly = true)
class DifferenceReading {

    private final Differences differences;
    private final OfficialRows imports;
    private final ComparisonPlaces places;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final FieldLabels labels;

    DifferenceReading(
            Differences differences,
            OfficialRows imports,
            ComparisonPlaces places,
            Elections elections,
            Regions regions,
            Staff staff,
            FieldLabels labels) {
        this.differences = differences;
        this.imports = imports;
        this.places = places;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.labels = labels;
    }

    /** @throws Problem 404 {@code DIFFERENCE_NOT_FOUND}, outside one's area too */
    DifferenceView one(long id, Actor actor) {
        return differences
                .find(id)
                .filter(difference -> actor.may(Permission.READ_COMPARISON, difference.area()))
                .map(difference -> view(difference, new HashMap<>()))
                .orElseThrow(() -> Problem.notFound("DIFFERENCE_NOT_FOUND"));
    }

    /** The difference that a task is about. @throws Problem 404 as {@link #one} */
    DifferenceView ofTask(String taskId, Actor actor) {
        return one(differences.ofTask(taskId).map(Difference::id).orElse(0L), actor);
    }

    Page<DifferenceView> list(
            RoundRef round,
            RaceRef race,
            @Nullable String region,
            Difference.@Nullable State state,
            Page.Window window,
            Actor actor) {
        var place = regions.asked(region, Permission.READ_COMPARISON, actor);
        var named = state == null ? null : state.name();
        var items =
                views(differences.inside(round.id(), race.id(), place.area(), named, window.size(), window.offset()));
        return new Page<>(
                items, window.page(), window.size(), differences.count(round.id(), race.id(), place.area(), named));
    }

    /** In the order given; who asks has been let in. */
    List<DifferenceView> views(List<Difference> all) {
        var known = new HashMap<Long, Origin>();
        return all.stream().map(one -> view(one, known)).toList();
    }

    private DifferenceView view(Difference difference, Map<Long, Origin> known) {
        var round = elections.round(difference.roundId());
        var race = elections.race(difference.raceId());
        var about = known.computeIfAbsent(difference.importId(), this::imported);
        var by = difference.tracedById();
        return new DifferenceView(
                difference.id(),
                difference.importId(),
                about.source(),
                about.publishedAt(),
                round.electionCode(),
                round.code(),
                race.code(),
                race.name(),
                new Place(ComparisonPlaces.code(difference.area()), places.name(difference.area()), difference.level()),
                regions.name(difference.districtArea()),
                fields(difference, race),
                difference.weight(),
                difference.versionNo(),
                difference.state(),
                difference.foundAt(),
                difference.cause(),
                difference.note(),
                difference.correction(),
                by == null ? null : staff.name(by),
                difference.tracedAt());
    }

    /** Where the figures come from; an import is of the whole regency, which not every reader sees. */
    private record Origin(String source, @Nullable Instant publishedAt) {}

    private Origin imported(long id) {
        return imports.find(id)
                .map(about -> new Origin(about.source(), about.publishedAt()))
                .orElseGet(() -> new Origin("KPU", null));
    }

    private List<Field> fields(Difference difference, RaceRef race) {
        return difference.fields().entrySet().stream()
                .map(entry -> {
                    long ours = entry.getValue().get(0);
                    long official = entry.getValue().get(1);
                    return new Field(entry.getKey(), labels.of(entry.getKey(), race), ours, official, ours - official);
                })
                .toList();
    }
}
