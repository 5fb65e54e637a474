package id.deskpilkada.simulation.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A map that nobody can take for the real one: every village is a hexagon, laid along a curve that keeps the villages of a district together. */
public final class Sketch {

    private static final double NORTH = -5.95;
    private static final double WEST = 105.85;
    private static final double HALF_WIDTH = 0.013;
    private static final double HALF_SIDE = HALF_WIDTH / Math.sqrt(3);
    /** TPS stay well inside their village. */
    private static final double SPREAD = 0.55;

    private final Map<String, Corner> cells = new HashMap<>();

    private Sketch() {}

    /** A point of the lattice that hexagons of equal size share. */
    private record Corner(int x, int y) {

        Corner moved(int right, int down) {
            return new Corner(x + right, y + down);
        }

        /** The six corners around a middle. */
        List<Corner> around() {
            return List.of(moved(0, -2), moved(1, -1), moved(1, 1), moved(0, 2), moved(-1, 1), moved(-1, -1));
        }

        Point point() {
            return new Point(NORTH - y * HALF_SIDE, WEST + x * HALF_WIDTH);
        }
    }

    private record Side(Corner from, Corner to) {

        Side back() {
            return new Side(to, from);
        }
    }

    /** @param villages of the whole regency, in the order of their codes */
    static Sketch of(List<Place> villages) {
        var sketch = new Sketch();
        var curve = Curve.cells();
        for (int at = 0; at < villages.size(); at++) {
            var cell = curve.get(at);
            sketch.cells.put(villages.get(at).area(), new Corner(2 * cell.column() + (cell.row() & 1), 3 * cell.row()));
        }
        return sketch;
    }

    /** @param area digits of a village, or of a region above villages */
    public Point middle(String area) {
        var inside = inside(area);
        double lat = inside.stream()
                .mapToDouble(cell -> cell.point().lat())
                .average()
                .orElseThrow();
        double lng = inside.stream()
                .mapToDouble(cell -> cell.point().lng())
                .average()
                .orElseThrow();
        return new Point(lat, lng);
    }

    /** Where a TPS stands in its village, the same on every run. */
    public Point spot(long seed, Station station) {
        var dice = Dice.of(seed, "spot", station.tps());
        var middle = middle(station.village().area());
        double angle = dice.nextDouble() * 2 * Math.PI;
        double far = Math.sqrt(dice.nextDouble()) * SPREAD * HALF_WIDTH;
        return new Point(middle.lat() + far * Math.sin(angle), middle.lng() + far * Math.cos(angle));
    }

    /** The closed line around a region; its first point stands at its end again. */
    public List<Point> outline(String area) {
        var sides = new HashSet<Side>();
        inside(area).forEach(cell -> addSides(cell, sides));
        Map<Corner, Corner> next = new HashMap<>();
        sides.forEach(side -> next.put(side.from(), side.to()));
        var first = next.keySet().stream()
                .min(Comparator.comparingInt(Corner::x).thenComparingInt(Corner::y))
                .orElseThrow();
        var line = new ArrayList<Point>();
        var at = first;
        do {
            line.add(at.point());
            at = next.getOrDefault(at, first);
        } while (!at.equals(first));
        line.add(first.point());
        return line;
    }

    /** A side that two hexagons share lies inside and goes. */
    private static void addSides(Corner cell, Set<Side> sides) {
        var corners = cell.around();
        for (int at = 0; at < corners.size(); at++) {
            var side = new Side(corners.get(at), corners.get((at + 1) % corners.size()));
            if (!sides.remove(side.back())) {
                sides.add(side);
            }
        }
    }

    private List<Corner> inside(String area) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().startsWith(area))
                .map(Map.Entry::getValue)
                .toList();
    }
}
