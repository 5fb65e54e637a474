package id.deskpilkada.simulation.world;

import java.util.ArrayList;
import java.util.List;

/** A walk through all cells of a rectangle, from each to a neighbour, that stays near where it is (a generalised Hilbert curve). */
final class Curve {

    private static final int COLUMNS = 22;
    private static final int ROWS = 16;

    private final List<Cell> cells = new ArrayList<>();

    private Curve() {}

    record Cell(int column, int row) {}

    /** A way along one axis, with its sign. */
    private record Way(int x, int y) {

        int length() {
            return Math.abs(x + y);
        }

        Way step() {
            return new Way(Integer.signum(x), Integer.signum(y));
        }

        Way half() {
            return new Way(Math.floorDiv(x, 2), Math.floorDiv(y, 2));
        }

        Way plus(Way other) {
            return new Way(x + other.x, y + other.y);
        }

        Way minus(Way other) {
            return new Way(x - other.x, y - other.y);
        }

        Way back() {
            return new Way(-x, -y);
        }

        /** Halves of even length join without a gap. */
        Way evenHalf() {
            return half().length() % 2 == 1 && length() > 2 ? half().plus(step()) : half();
        }
    }

    static List<Cell> cells() {
        var curve = new Curve();
        curve.fill(new Way(0, 0), new Way(COLUMNS, 0), new Way(0, ROWS));
        return List.copyOf(curve.cells);
    }

    private void fill(Way at, Way along, Way across) {
        if (across.length() == 1) {
            line(at, along);
        } else if (along.length() == 1) {
            line(at, across);
        } else if (2 * along.length() > 3 * across.length()) {
            var half = along.evenHalf();
            fill(at, half, across);
            fill(at.plus(half), along.minus(half), across);
        } else {
            var half = across.evenHalf();
            fill(at, half, along.half());
            fill(at.plus(half), along, across.minus(half));
            fill(
                    at.plus(along.minus(along.step())).plus(half.minus(across.step())),
                    half.back(),
                    along.minus(along.half()).back());
        }
    }

    private void line(Way from, Way along) {
        var at = from;
        for (int done = 0; done < along.length(); done++) {
            cells.add(new Cell(at.x(), at.y()));
            at = at.plus(along.step());
        }
    }
}
