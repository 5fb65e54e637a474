package id.deskpilkada;

import java.util.Locale;

/** Square outlines for the regions of {@link SmallElection}, as GeoJSON. */
public final class SampleBoundaries {

    private SampleBoundaries() {}

    /** Both districts and the three villages; the village of Margasana reaches from 106.125 to 106.146. */
    public static String all() {
        return collection(
                square("36.04.05", -6.06, 106.125, 0.03),
                square("36.04.17", -6.21, 106.12, 0.02),
                square("36.04.05.2001", -6.065, 106.11, 0.014),
                square("36.04.05.2002", -6.065, 106.1355, 0.0105),
                square("36.04.17.2001", -6.21, 106.12, 0.01));
    }

    public static String collection(String... features) {
        return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
    }

    public static String square(String code, double lat, double lng, double half) {
        String ring = "[%1$s,%3$s],[%2$s,%3$s],[%2$s,%4$s],[%1$s,%4$s],[%1$s,%3$s]"
                .formatted(number(lng - half), number(lng + half), number(lat - half), number(lat + half));
        return feature(code, "{\"type\": \"Polygon\", \"coordinates\": [[" + ring + "]]}");
    }

    public static String feature(String code, String geometry) {
        return "{\"type\": \"Feature\", \"properties\": {\"kode\": \"%s\"}, \"geometry\": %s}"
                .formatted(code, geometry);
    }

    private static String number(double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees);
    }
}
