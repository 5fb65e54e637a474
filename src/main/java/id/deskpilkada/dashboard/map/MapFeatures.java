package id.deskpilkada.dashboard.map;

import id.deskpilkada.dashboard.map.Features.Feature;
import id.deskpilkada.dashboard.map.Features.Properties;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.region.boundary.Boundaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where regions and polling stations lie. A region without an outline is a point, its centre; one without either has no geometry. */
@Component
class MapFeatures {

    private static final int TPS_DIGITS = 13;

    private final Boundaries boundaries;
    private final Regions regions;
    private final MapStations stations;

    MapFeatures(Boundaries boundaries, Regions regions, MapStations stations) {
        this.boundaries = boundaries;
        this.regions = regions;
        this.stations = stations;
    }

    /** Changes with anything that {@link #areas} would say. */
    @Transactional(readOnly = true)
    public int version(Region region) {
        var places = places(region);
        return Objects.hash(places, boundaries.digests(areas(places)));
    }

    /** The region itself and those one level down. */
    @Transactional(readOnly = true)
    public Features areas(Region region) {
        var places = places(region);
        var outlines = boundaries.geometries(areas(places));
        return new Features(places.stream()
                .map(place -> new Feature(
                        new Properties(
                                place.code(),
                                place.name(),
                                place.level().name(),
                                place.equals(region) ? true : null,
                                null,
                                null,
                                null),
                        outlines.getOrDefault(place.area(), Features.point(place.lat(), place.lng()))))
                .toList());
    }

    /** The stations of a round that have coordinates. */
    @Transactional(readOnly = true)
    public Features stations(RoundRef round, String area, MapLayer layer) {
        var readings = layer.read(round, area, TPS_DIGITS);
        return new Features(stations.of(round, area).stream()
                .filter(placed -> placed.point() != null)
                .map(placed ->
                        feature(placed, readings.getOrDefault(placed.station().code(), layer.nothing())))
                .toList());
    }

    private static Feature feature(MapStations.Placed placed, MapLayer.Reading reading) {
        var station = placed.station();
        var properties = new Properties(
                station.code(),
                placed.name(),
                "TPS",
                null,
                Area.dotted(station.villageArea()),
                station.address(),
                reading.state());
        return new Feature(properties, placed.point());
    }

    private List<Region> places(Region region) {
        return Stream.concat(Stream.of(region), regions.children(region.code()).stream())
                .toList();
    }

    private static List<String> areas(List<Region> places) {
        var areas = new ArrayList<String>();
        places.forEach(place -> areas.add(place.area()));
        return areas;
    }
}
