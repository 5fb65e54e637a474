package id.deskpilkada.region;

import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A point in degrees, from the columns {@code lat} and {@code lng} of a file. */
public record Coordinates(double lat, double lng) {

    /** Null when the row has none; one without the other, and what is no place on earth, is a fault of the row. */
    public static @Nullable Coordinates read(ImportRow row, ImportProblems problems) {
        BigDecimal lat = row.decimal("lat", -90, 90, problems);
        BigDecimal lng = row.decimal("lng", -180, 180, problems);
        if (row.text("lat") == null && row.text("lng") != null) {
            row.reject("lat", problems, "COORDINATES_INCOMPLETE");
        }
        if (row.text("lng") == null && row.text("lat") != null) {
            row.reject("lng", problems, "COORDINATES_INCOMPLETE");
        }
        return lat == null || lng == null ? null : new Coordinates(lat.doubleValue(), lng.doubleValue());
    }

    boolean inIndonesia() {
        return lat >= -11.2 && lat <= 6.3 && lng >= 94.7 && lng <= 141.1;
    }
}
