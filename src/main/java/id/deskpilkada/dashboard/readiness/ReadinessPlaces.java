package id.deskpilkada.dashboard.readiness;

import id.deskpilkada.dashboard.readiness.ReadinessView.StationLine;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.TpsCode;
import id.deskpilkada.platform.Page;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.readiness.ReadinessFacts.Count;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.RegionLevel;
import id.deskpilkada.region.Regions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lines of the page's table: the parts of a region, or the polling stations of a village. */
@Component
class ReadinessPlaces {

    private final ReadinessFacts facts;
    private final Regions regions;

    ReadinessPlaces(ReadinessFacts facts, Regions regions) {
        this.facts = facts;
        this.regions = regions;
    }

    /** @param parts none for a village; parts without polling stations are left out */
    record Read(CountLine here, List<CountLine> parts) {}

    Read read(ReadinessQuestion question, RoundRef round, Region place, List<StageProgress.Read> stages) {
        var counts = facts.counts(round.id(), place.area());
        var here = counts.stream().reduce(new Count(place.area(), 0, 0, 0, 0, 0), ReadinessPlaces::sum);
        return new Read(
                CountLine.of(
                        place.code(),
                        place.name(),
                        question.url(),
                        here,
                        stages.stream().map(StageProgress.Read::here).toList()),
                place.level() == RegionLevel.VILLAGE ? List.of() : parts(question, place, counts, stages));
    }

    private List<CountLine> parts(
            ReadinessQuestion question, Region place, List<Count> known, List<StageProgress.Read> stages) {
        Map<String, Count> counts = known.stream().collect(Collectors.toMap(Count::area, Function.identity()));
        return regions.children(place.code()).stream()
                .filter(part -> counts.containsKey(part.area()))
                .map(part -> CountLine.of(
                        part.code(),
                        part.name(),
                        question.in(part.code()).url(),
                        Objects.requireNonNull(counts.get(part.area())),
                        stages.stream().map(stage -> stage.of(part.area())).toList()))
                .toList();
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.area(),
                one.stations() + other.stations(),
                one.unchecked() + other.unchecked(),
                one.ready() + other.ready(),
                one.conditional() + other.conditional(),
                one.notReady() + other.notReady());
    }

    /** None above villages. */
    List<StationLine> stations(RoundRef round, Region place) {
        if (place.level() != RegionLevel.VILLAGE) {
            return List.of();
        }
        return facts.stations(round.id(), place.area(), 0, Page.LARGEST).items().stream()
                .map(station -> new StationLine(name(station.tps()), url(round, station.tps()), station))
                .toList();
    }

    static String name(String tps) {
        return "TPS %03d".formatted(new TpsCode(tps).number());
    }

    static String url(RoundRef round, String tps) {
        return "/desk/kesiapan/tps/" + tps + "?election=" + round.electionCode() + "&round=" + round.code();
    }
}
