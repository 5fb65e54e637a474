package id.deskpilkada.region.boundary;

import id.deskpilkada.region.Coordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outline of a region: polygons, each a ring around it and rings around its holes. */
public record Outline(List<List<Ring>> polygons) {

    private static final double FINEST = 0.00002;

    public Outline {
        polygons = polygons.stream().map(List::copyOf).toList();
    }

    /** How far a point lies outside, in metres; 0 for one inside. */
    public double metresOutside(Coordinates point) {
        double nearest = Double.MAX_VALUE;
        for (var polygon : polygons) {
            boolean inside =
                    polygon.get(0).contains(point) && polygon.stream().skip(1).noneMatch(hole -> hole.contains(point));
            if (inside) {
                return 0;
            }
            for (var ring : polygon) {
                nearest = Math.min(nearest, ring.metresFrom(point));
            }
        }
        return nearest;
    }

    int points() {
        return polygons.stream().flatMap(List::stream).mapToInt(Ring::size).sum();
    }

    /** The middle of the box around it. */
    Coordinates middle() {
        double south = 90;
        double north = -90;
        double west = 180;
        double east = -180;
        for (var polygon : polygons) {
            var outer = polygon.get(0);
            south = Math.min(south, outer.south());
            north = Math.max(north, outer.north());
            west = Math.min(west, outer.west());
            east = Math.max(east, outer.east());
        }
        return new Coordinates((south + north) / 2, (west + east) / 2);
    }

    /** The same outline, drawn ever more coarsely (from 2 metres on) until it has no more than so many points; empty when no step between is left. */
    Optional<Outline> within(int most) {
        var coarser = this;
        double tolerance = FINEST;
        for (int step = 0; step < 12; step++) {
            coarser = simplified(tolerance);
            if (coarser.points() <= most) {
                return Optional.of(coarser);
            }
            tolerance *= 2;
        }
        return Optional.empty();
    }

    /** Islands and holes that vanish at that tolerance are left out, but never the largest part. */
    private Outline simplified(double tolerance) {
        List<List<Ring>> kept = new ArrayList<>();
        for (var polygon : polygons) {
            List<Ring> rings = polygon.stream()
                    .map(ring -> ring.simplified(tolerance))
                    .filter(ring -> ring.size() > 3)
                    .toList();
            boolean outerLeft = polygon.get(0).simplified(tolerance).size() > 3;
            if (outerLeft) {
                kept.add(rings);
            }
        }
        return kept.isEmpty() ? this : new Outline(kept);
    }

    /** As a GeoJSON geometry with five decimals, which is a metre. */
    String geoJson() {
        var text = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (int p = 0; p < polygons.size(); p++) {
            text.append(p == 0 ? "[" : ",[");
            for (int r = 0; r < polygons.get(p).size(); r++) {
                text.append(r == 0 ? "" : ",");
                polygons.get(p).get(r).write(text);
            }
            text.append(']');
        }
        return text.append("]}").toString();
    }
}
