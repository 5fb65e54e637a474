package id.deskpilkada.readiness.screening;

import java.util.List;

/**
 * Decides which counts of a table of places may be shown: none that stands for fewer than five people, on either side of the question, and none that lets such a count be
 * computed by subtracting from the sum.
 *
 * @param hidden for each row whether its count is withheld
 * @param totalHidden whether the sum is withheld too
 */
record Suppression(boolean[] hidden, boolean totalHidden) {

    static final int FEWEST = 5;

    /** So many of so many people. */
    record Cell(long base, long count) {

        boolean safe(boolean noneMayShow) {
            long rest = base - count;
            return base == 0
                    || count >= FEWEST && rest >= FEWEST
                    || noneMayShow && base >= FEWEST && (count == 0 || rest == 0);
        }
    }

    /**
     * @param withheld rows whose base is itself withheld
     * @param noneMayShow whether "none" and "all" may be shown, where they tell nothing of anybody's health
     */
    static Suppression of(List<Cell> rows, boolean[] withheld, boolean noneMayShow) {
        var hidden = new boolean[rows.size()];
        for (int at = 0; at < hidden.length; at++) {
            hidden[at] = withheld[at] || !rows.get(at).safe(noneMayShow);
        }
        if (!total(rows).safe(noneMayShow)) {
            return new Suppression(hidden, true);
        }
        while (!isProtected(rows, hidden)) {
            int next = smallestShown(rows, hidden);
            if (next < 0) {
                return new Suppression(hidden, true);
            }
            hidden[next] = true;
        }
        return new Suppression(hidden, false);
    }

    static Cell total(List<Cell> rows) {
        return new Cell(
                rows.stream().mapToLong(Cell::base).sum(),
                rows.stream().mapToLong(Cell::count).sum());
    }

    /** Whether the hidden rows, whose sum everybody can compute, hide each other well enough. */
    private static boolean isProtected(List<Cell> rows, boolean[] hidden) {
        long base = 0;
        long count = 0;
        int rowsHidden = 0;
        for (int at = 0; at < hidden.length; at++) {
            if (hidden[at] && rows.get(at).base() > 0) {
                base += rows.get(at).base();
                count += rows.get(at).count();
                rowsHidden++;
            }
        }
        if (rowsHidden == 0) {
            return true;
        }
        if (rowsHidden == 1 || count < FEWEST || base - count < FEWEST) {
            return false;
        }
        for (int at = 0; at < hidden.length; at++) {
            long own = rows.get(at).base();
            if (hidden[at] && own > 0 && range(own, base, count) < Math.min(own, FEWEST)) {
                return false;
            }
        }
        return true;
    }

    /** How far apart the least and the most are that a hidden row can hold, for somebody who knows every base and the hidden sum. */
    private static long range(long own, long base, long count) {
        return Math.min(own, count) - Math.max(0, count - (base - own));
    }

    private static int smallestShown(List<Cell> rows, boolean[] hidden) {
        int smallest = -1;
        for (int at = 0; at < hidden.length; at++) {
            if (!hidden[at]
                    && rows.get(at).base() > 0
                    && (smallest < 0 || rows.get(at).base() < rows.get(smallest).base())) {
                smallest = at;
            }
        }
        return smallest;
    }
}
