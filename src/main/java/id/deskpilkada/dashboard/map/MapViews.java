package id.deskpilkada.dashboard.map;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.Standpoints;
import id.deskpilkada.dashboard.map.MapStations.Placed;
import id.deskpilkada.dashboard.map.MapView.Line;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.RegionLevel;
import id.deskpilkada.region.Regions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of the map together: what its table says is what the map draws. */
@Component
class MapViews {

    private static final int TPS_DIGITS = 13;

    private final MapLayers layers;
    private final Standpoints standpoints;
    private final Regions regions;
    private final MapStations stations;
    private final Messages messages;

    MapViews(MapLayers layers, Standpoints standpoints, Regions regions, MapStations stations, Messages messages) {
        this.layers = layers;
        this.standpoints = standpoints;
        this.regions = regions;
        this.stations = stations;
        this.messages = messages;
    }

    /** Empty while no round has been started. */
    @Transactional(readOnly = true)
    public Optional<MapView> of(
            @Nullable String election,
            @Nullable String round,
            @Nullable String region,
            @Nullable String layer,
            Actor actor) {
        var place = regions.asked(region, Permission.SEE_READINESS, actor);
        var shown = layers.named(layer, actor, place.code());
        return standpoints.round(election, round).map(one -> view(one, place, shown, actor));
    }

    private MapView view(RoundRef round, Region place, MapLayer layer, Actor actor) {
        var question = new MapQuestion(round.electionCode(), round.code(), place.code(), layer.code());
        boolean village = place.level() == RegionLevel.VILLAGE;
        var placed = village ? stations.of(round, place.area()) : List.<Placed>of();
        var lines = village ? stations(placed, round, place, layer) : areas(question, round, place, layer);
        return new MapView(
                question,
                standpoints.at(round, place, question, Permission.SEE_READINESS, actor),
                layers.of(actor, place.code()).stream()
                        .map(one -> new Link(
                                question.on(one.code()).url(),
                                messages.text("map.layer." + one.code()),
                                one.code().equals(layer.code())))
                        .toList(),
                layer,
                counts(layer, lines),
                lines,
                village
                        ? (int) placed.stream()
                                .filter(one -> one.point() != null)
                                .count()
                        : null);
    }

    private List<Line> areas(MapQuestion question, RoundRef round, Region place, MapLayer layer) {
        var parts = regions.children(place.code());
        int digits = parts.isEmpty() ? TPS_DIGITS : parts.get(0).area().length();
        var readings = layer.read(round, place.area(), digits);
        return parts.stream()
                .map(part -> {
                    var reading = readings.getOrDefault(part.area(), layer.nothing());
                    return new Line(
                            part.code(),
                            part.name(),
                            question.in(part.code()).url(),
                            reading.state(),
                            reading.numbers());
                })
                .toList();
    }

    private static List<Line> stations(List<Placed> stations, RoundRef round, Region place, MapLayer layer) {
        var readings = layer.read(round, place.area(), TPS_DIGITS);
        return stations.stream()
                .map(placed -> {
                    var station = placed.station();
                    var reading = readings.getOrDefault(station.code(), layer.nothing());
                    return new Line(
                            station.code(),
                            placed.name(),
                            "/desk/kesiapan/tps/" + station.code() + "?election=" + round.electionCode() + "&round="
                                    + round.code(),
                            reading.state(),
                            reading.numbers());
                })
                .toList();
    }

    private static Map<String, Integer> counts(MapLayer layer, List<Line> lines) {
        var counts = new LinkedHashMap<String, Integer>();
        layer.states().forEach(state -> counts.put(state, 0));
        lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
        return counts;
    }
}
