package id.deskpilkada.simulation.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Random;

/** Digits as a hurried hand draws them: one stroke each, never twice the same. */
final class Handwriting {

    private static final Color INK = new Color(24, 30, 74);

    /** Points of each digit in a box of 10 x 16, "M" begins a stroke. */
    private static final String[] DIGITS = {
        "M5,1 2,3 1,8 2,13 5,15 8,13 9,8 8,3 5,1",
        "M3,4 6,1 6,15",
        "M1,4 4,1 8,2 8,6 1,15 9,14",
        "M1,2 6,1 8,4 4,7 8,10 7,14 1,15",
        "M6,1 1,10 9,10 M7,6 7,15",
        "M8,1 2,1 2,7 6,6 9,10 7,14 1,15",
        "M7,1 3,5 1,11 4,15 8,13 8,9 4,8 2,11",
        "M1,2 9,1 4,15 M3,8 8,8",
        "M5,7 2,4 5,1 8,4 2,11 5,15 8,11 5,7",
        "M8,4 5,1 2,4 4,8 8,6 8,4 7,15"
    };

    private final Random hand;

    Handwriting(Random hand) {
        this.hand = hand;
    }

    /** @param x left edge of the box, @param y upper edge, in pixels */
    void digit(Graphics2D page, int digit, int x, int y, int width, int height) {
        var placed = new AffineTransform();
        placed.translate(x + width * 0.2 + jitter(width * 0.06), y + height * 0.14 + jitter(height * 0.05));
        placed.scale(width * 0.6 / 10, height * 0.7 / 16);
        placed.rotate(jitter(0.09));
        page.setColor(INK);
        page.setStroke(new BasicStroke(2.4f + hand.nextFloat() * 0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        page.draw(placed.createTransformedShape(stroke(DIGITS[digit])));
    }

    private Path2D stroke(String points) {
        var path = new Path2D.Double();
        double lastX = 0;
        double lastY = 0;
        for (var point : points.split(" ")) {
            boolean begins = point.startsWith("M");
            var at = (begins ? point.substring(1) : point).split(",");
            double x = Integer.parseInt(at[0]) + jitter(0.45);
            double y = Integer.parseInt(at[1]) + jitter(0.45);
            if (begins) {
                path.moveTo(x, y);
            } else {
                path.quadTo((lastX + x) / 2 + jitter(0.5), (lastY + y) / 2 + jitter(0.5), x, y);
            }
            lastX = x;
            lastY = y;
        }
        return path;
    }

    private double jitter(double most) {
        return (hand.nextDouble() * 2 - 1) * most;
    }
}
