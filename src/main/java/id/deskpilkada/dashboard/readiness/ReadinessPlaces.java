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

    CountLine here(ReadinessQuestion question, RoundRef round, Region place, List<StageProgress.Read> stages) {
        return CountLine.of(
                place.code(),
                place.name(),
                question.url(),
                facts.count(round.id(), place.area()),
                stages.stream().map(StageProgress.Read::here).toList());
    }

    /** None for a village. Parts without polling stations are left out. */
    List<CountLine> children(
            ReadinessQuestion question, RoundRef round, Region place, List<StageProgress.Read> stages) {
        if (place.level() == RegionLevel.VILLAGE) {
            return List.of();
        }
        Map<String, Count> counts = facts.counts(round.id(), place.area()).stream()
                .collect(Collectors.toMap(Count::area, Function.identity()));
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
