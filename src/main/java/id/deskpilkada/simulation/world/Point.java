package id.deskpilkada.simulation.world;

import java.util.Locale;

/** A place on the made-up map, in degrees, rounded to about a metre. */
public record Point(double lat, double lng) {

    private static final double PRECISION = 1e5;

    public Point {
        lat = Math.round(lat * PRECISION) / PRECISION;
        lng = Math.round(lng * PRECISION) / PRECISION;
    }

    /** As GeoJSON writes it: first east, then north. */
    public String json() {
        return String.format(Locale.ROOT, "[%.5f,%.5f]", lng, lat);
    }
}
