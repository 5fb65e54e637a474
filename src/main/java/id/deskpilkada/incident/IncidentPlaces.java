package id.deskpilkada.incident;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.region.Coordinates;
import id.deskpilkada.region.Regions;
import id.deskpilkada.region.boundary.Boundaries;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the place of an incident is called and where it lies. */
@Component
public class IncidentPlaces {

    private static final int VILLAGE = 10;
    private static final double METRES_OF_A_DEGREE = 111_320;
    private static final double FAR_FROM_STATION = 5_000;
    private static final double BORDER = 500;

    private final Regions regions;
    private final Elections elections;
    private final Boundaries boundaries;

    IncidentPlaces(Regions regions, Elections elections, Boundaries boundaries) {
        this.regions = regions;
        this.elections = elections;
        this.boundaries = boundaries;
    }

    /** E.g. {@code TPS 001 Baros}. @param area digits */
    public String name(String area) {
        return area.length() > VILLAGE
                ? "TPS " + area.substring(VILLAGE) + " " + regions.name(area.substring(0, VILLAGE))
                : regions.name(area);
    }

    /** Digits of the region that this installation serves. */
    public String installation() {
        return regions.installation().area();
    }

    /** Where the station stands. */
    Optional<Coordinates> station(long roundId, @Nullable String tps) {
        return tps == null
                ? Optional.empty()
                : elections.station(elections.round(roundId), tps).flatMap(IncidentPlaces::coordinates);
    }

    private static Optional<Coordinates> coordinates(StationRef station) {
        var lat = station.lat();
        var lng = station.lng();
        return lat == null || lng == null ? Optional.empty() : Optional.of(new Coordinates(lat, lng));
    }

    /** Whether a location cannot be right: outside the regency, or far from the station that it is told for. */
    boolean doubtful(Coordinates told, Optional<Coordinates> station) {
        boolean far = station.filter(at -> metres(at, told) > FAR_FROM_STATION).isPresent();
        var outline = boundaries.outlines(List.of(installation())).get(installation());
        return far || outline != null && outline.metresOutside(told) > BORDER;
    }

    static double metres(Coordinates one, Coordinates other) {
        double north = (one.lat() - other.lat()) * METRES_OF_A_DEGREE;
        double east = (one.lng() - other.lng()) * METRES_OF_A_DEGREE * Math.cos(Math.toRadians(one.lat()));
        return Math.hypot(north, east);
    }
}
