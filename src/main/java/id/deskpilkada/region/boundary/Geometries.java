package id.deskpilkada.region.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads GeoJSON polygons. */
final class Geometries {

    static final int MOST_POINTS = 200_000;

    private Geometries() {}

    /** @throws GeometryRefused for anything that is no polygon in degrees */
    static Outline read(JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        var outline =
                switch (geometry.path("type").asText("")) {
                    case "Polygon" -> new Outline(List.of(polygon(coordinates)));
                    case "MultiPolygon" -> new Outline(polygons(coordinates));
                    default -> throw new GeometryRefused("GEOMETRY_NO_AREA");
                };
        if (outline.polygons().isEmpty()) {
            throw new GeometryRefused("GEOMETRY_NO_AREA");
        }
        if (outline.points() > MOST_POINTS) {
            throw new GeometryRefused("TOO_MANY_POINTS", MOST_POINTS);
        }
        return outline;
    }

    private static List<List<Ring>> polygons(JsonNode coordinates) {
        List<List<Ring>> polygons = new ArrayList<>();
        coordinates.forEach(polygon -> polygons.add(polygon(polygon)));
        return polygons;
    }

    private static List<Ring> polygon(JsonNode coordinates) {
        List<Ring> rings = new ArrayList<>();
        coordinates.forEach(ring -> rings.add(ring(ring)));
        if (rings.isEmpty()) {
            throw new GeometryRefused("GEOMETRY_NO_AREA");
        }
        return rings;
    }

    private static Ring ring(JsonNode points) {
        double[] lng = new double[points.size()];
        double[] lat = new double[points.size()];
        for (int i = 0; i < lng.length; i++) {
            var point = points.get(i);
            if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
                throw new GeometryRefused("GEOMETRY_BROKEN");
            }
            lng[i] = point.get(0).asDouble();
            lat[i] = point.get(1).asDouble();
            if (Math.abs(lng[i]) > 180 || Math.abs(lat[i]) > 90) {
                throw new GeometryRefused("NOT_DEGREES");
            }
        }
        try {
            return new Ring(lng, lat);
        } catch (IllegalArgumentException tooFew) {
            throw new GeometryRefused("GEOMETRY_BROKEN");
        }
    }
}
