package id.deskpilkada.dashboard.map;

import id.deskpilkada.dashboard.map.Features.Feature;
import id.deskpilkada.dashboard.map.Features.Properties;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.region.boundary.Boundaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final Elections elections;

    MapFeatures(Boundaries boundaries, Regions regions, Elections elections) {
        this.boundaries = boundaries;
        this.regions = regions;
        this.elections = elections;
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
        return new Features(elections.stations(round, area).stream()
                .filter(station -> station.lat() != null && station.lng() != null)
                .map(station -> station(station, layer, readings))
                .toList());
    }

    private Feature station(StationRef station, MapLayer layer, Map<String, MapLayer.Reading> readings) {
        var reading = readings.getOrDefault(station.code(), layer.nothing());
        var properties = new Properties(
                station.code(),
                "TPS %03d".formatted(station.number()),
                "TPS",
                null,
                Area.dotted(station.villageArea()),
                station.address(),
                reading.state());
        return new Feature(properties, Features.point(station.lat(), station.lng()));
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
