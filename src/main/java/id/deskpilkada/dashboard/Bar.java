package id.deskpilkada.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A horizontal bar as SVG draws it, 1,000 units wide.
 *
 * @param segments from left to right
 */
public record Bar(List<Segment> segments) {

    private static final long WIDTH = 1000;

    /** @param style class of the part in the style sheet; null where {@code fill} says the colour */
    public record Segment(long x, long width, @Nullable String style, @Nullable String fill) {}

    /** Parts of a whole, in order; nothing is drawn of an empty whole. */
    public static Bar of(long whole, List<Part> parts) {
        var segments = new ArrayList<Segment>();
        long before = 0;
        for (var part : parts) {
            long from = scaled(before, whole);
            before += part.size();
            long width = Math.min(scaled(before, whole), WIDTH) - from;
            if (width > 0) {
                segments.add(new Segment(from, width, part.style(), part.fill()));
            }
        }
        return new Bar(segments);
    }

    private static long scaled(long size, long whole) {
        return whole <= 0 ? 0 : Math.round((double) WIDTH * size / whole);
    }

    /** A part of the whole, with either a class of the style sheet or a colour. */
    public record Part(long size, @Nullable String style, @Nullable String fill) {

        public static Part styled(long size, String style) {
            return new Part(size, style, null);
        }

        public static Part coloured(long size, String fill) {
            return new Part(size, null, fill);
        }
    }
}
