package id.deskpilkada.region.boundary;

import id.deskpilkada.region.Coordinates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.BitSet;

/** A closed line of points in degrees; the first point is also the last. Not meant for the two lines where the longitude jumps. */
public final class Ring {

    private static final double METRES_PER_DEGREE = 111_320;

    private final double[] lng;
    private final double[] lat;

    /** @throws IllegalArgumentException when fewer than three points lie apart */
    Ring(double[] lng, double[] lat) {
        int last = lng.length - 1;
        boolean closed = last > 0 && lng[0] == lng[last] && lat[0] == lat[last];
        this.lng = closed ? lng : closed(lng);
        this.lat = closed ? lat : closed(lat);
        if (this.lng.length < 4) {
            throw new IllegalArgumentException("a ring of " + lng.length + " points");
        }
    }

    private static double[] closed(double[] open) {
        double[] longer = Arrays.copyOf(open, open.length + 1);
        longer[open.length] = open.length == 0 ? 0 : open[0];
        return longer;
    }

    int size() {
        return lng.length;
    }

    double south() {
        return Arrays.stream(lat).min().orElseThrow();
    }

    double north() {
        return Arrays.stream(lat).max().orElseThrow();
    }

    double west() {
        return Arrays.stream(lng).min().orElseThrow();
    }

    double east() {
        return Arrays.stream(lng).max().orElseThrow();
    }

    /** By the number of edges that a ray to the east crosses. */
    boolean contains(Coordinates point) {
        boolean inside = false;
        for (int i = 1; i < lng.length; i++) {
            if (lat[i] > point.lat() != lat[i - 1] > point.lat()) {
                double share = (point.lat() - lat[i]) / (lat[i - 1] - lat[i]);
                inside ^= point.lng() < lng[i] + share * (lng[i - 1] - lng[i]);
            }
        }
        return inside;
    }

    double metresFrom(Coordinates point) {
        double narrowing = Math.cos(Math.toRadians(point.lat()));
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < lng.length; i++) {
            nearest = Math.min(nearest, distance(i - 1, i, point.lng(), point.lat(), narrowing));
        }
        return nearest * METRES_PER_DEGREE;
    }

    /** From a point to the line between two of ours, in degrees of latitude. */
    private double distance(int from, int to, double x, double y, double narrowing) {
        double dx = (lng[to] - lng[from]) * narrowing;
        double dy = lat[to] - lat[from];
        double px = (x - lng[from]) * narrowing;
        double py = y - lat[from];
        double length = dx * dx + dy * dy;
        double share = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        return Math.hypot(px - share * dx, py - share * dy);
    }

    /** Without the points that lie nearer than so many degrees to the line that remains (Ramer, Douglas, Peucker). May be left with fewer than four points. */
    Ring simplified(double tolerance) {
        int far = farthest();
        var kept = new BitSet(lng.length);
        kept.set(0);
        kept.set(far);
        kept.set(lng.length - 1);
        keep(kept, 0, far, tolerance);
        keep(kept, far, lng.length - 1, tolerance);
        int[] at = kept.stream().toArray();
        return at.length < 4
                ? new Ring(this, at)
                : new Ring(
                        Arrays.stream(at).mapToDouble(i -> lng[i]).toArray(),
                        Arrays.stream(at).mapToDouble(i -> lat[i]).toArray());
    }

    /** What is left of a ring that has collapsed. */
    private Ring(Ring whole, int[] at) {
        this.lng = Arrays.stream(at).mapToDouble(i -> whole.lng[i]).toArray();
        this.lat = Arrays.stream(at).mapToDouble(i -> whole.lat[i]).toArray();
    }

    private int farthest() {
        int far = 1;
        for (int i = 1; i < lng.length - 1; i++) {
            if (Math.hypot(lng[i] - lng[0], lat[i] - lat[0]) > Math.hypot(lng[far] - lng[0], lat[far] - lat[0])) {
                far = i;
            }
        }
        return far;
    }

    /** Halves are worked off from a list, not by calls within calls: a coast may have a hundred thousand points. */
    private void keep(BitSet kept, int first, int last, double tolerance) {
        var open = new java.util.ArrayDeque<int[]>();
        open.push(new int[] {first, last});
        while (!open.isEmpty()) {
            int[] part = open.pop();
            int worst = -1;
            double most = tolerance;
            for (int i = part[0] + 1; i < part[1]; i++) {
                double away = distance(part[0], part[1], lng[i], lat[i], 1);
                if (away > most) {
                    most = away;
                    worst = i;
                }
            }
            if (worst > 0) {
                kept.set(worst);
                open.push(new int[] {part[0], worst});
                open.push(new int[] {worst, part[1]});
            }
        }
    }

    void write(StringBuilder text) {
        for (int i = 0; i < lng.length; i++) {
            text.append(i == 0 ? "[[" : ",[")
                    .append(rounded(lng[i]))
                    .append(',')
                    .append(rounded(lat[i]))
                    .append(']');
        }
        text.append(']');
    }

    private static String rounded(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(5, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
