package id.deskpilkada.dashboard.day;

import id.deskpilkada.dashboard.day.DayCounts.Read;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.incident.board.IncidentBoard;
import id.deskpilkada.incident.board.IncidentBoard.PlaceGrades;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.RegionLevel;
import id.deskpilkada.region.Regions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The places one level below another, as the front page and the map of it show them. */
@Component
class DayPlaces {

    private final Regions regions;
    private final Elections elections;
    private final IncidentBoard incidents;

    DayPlaces(Regions regions, Elections elections, IncidentBoard incidents) {
        this.regions = regions;
        this.elections = elections;
        this.incidents = incidents;
    }

    /** By code, or those with most overdue first; places that owe nothing are left out. */
    List<PlaceStanding> below(RoundRef round, Region place, Read read, boolean lateFirst) {
        var open = incidents.grades(round.id(), place.area(), Area.digitsBelow(place.area())).stream()
                .collect(Collectors.toMap(PlaceGrades::place, DayPlaces::all));
        var standings =
                place.level() == RegionLevel.VILLAGE ? stations(round, place, read, open) : parts(place, read, open);
        return standings
                .filter(one -> one.expected() > 0 || one.reported() > 0 || one.incidents() > 0)
                .sorted(order(lateFirst))
                .toList();
    }

    private Stream<PlaceStanding> parts(Region place, Read read, Map<String, Integer> open) {
        return regions.children(place.code()).stream()
                .map(part -> PlaceStanding.of(
                        part.code(), part.name(), read.at(part.area()), open.getOrDefault(part.area(), 0), true));
    }

    private Stream<PlaceStanding> stations(RoundRef round, Region place, Read read, Map<String, Integer> open) {
        return elections.stations(round, place.area()).stream()
                .map(station -> PlaceStanding.of(
                        station.code(),
                        "TPS %03d".formatted(station.number()),
                        read.at(station.code()),
                        open.getOrDefault(station.code(), 0),
                        false));
    }

    private static Comparator<PlaceStanding> order(boolean lateFirst) {
        var byPlace = Comparator.comparing(PlaceStanding::code);
        return lateFirst
                ? Comparator.comparingInt(PlaceStanding::late).reversed().thenComparing(byPlace)
                : byPlace;
    }

    private static int all(PlaceGrades place) {
        return place.fourth() + place.third() + place.second() + place.first();
    }
}
