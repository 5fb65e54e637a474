package id.deskpilkada.dashboard.map;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.readiness.ReadinessFacts.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The polling stations of an area and where they are: as the last report that told it, or else as the list of stations says. */
@Component
class MapStations {

    private final Elections elections;
    private final ReadinessFacts facts;

    MapStations(Elections elections, ReadinessFacts facts) {
        this.elections = elections;
        this.facts = facts;
    }

    /** @param point as GeoJSON; null where nobody has told where it is */
    record Placed(StationRef station, String name, @Nullable String point) {}

    List<Placed> of(RoundRef round, String area) {
        var reported = new HashMap<String, Place>();
        facts.places(round.id(), area).forEach(place -> reported.put(place.tps(), place));
        return elections.stations(round, area).stream()
                .map(station -> new Placed(station, "TPS %03d".formatted(station.number()), point(station, reported)))
                .toList();
    }

    private static @Nullable String point(StationRef station, Map<String, Place> reported) {
        var known = reported.get(station.code());
        return known == null ? Features.point(station.lat(), station.lng()) : Features.point(known.lat(), known.lng());
    }
}
