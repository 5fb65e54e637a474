package id.deskpilkada.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.readiness.screening.Suppression.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever reads a table of sums learns of no group of fewer than five, neither from a cell nor by subtracting. */
class SuppressionTests {

    private static final int TRIES = 3_000;

    private static Suppression of(List<Cell> rows) {
        return Suppression.of(rows, new boolean[rows.size()], false);
    }

    private static List<Cell> random(Random random) {
        List<Cell> rows = new ArrayList<>();
        int places = 1 + random.nextInt(9);
        for (int at = 0; at < places; at++) {
            int base = random.nextInt(4) == 0 ? random.nextInt(8) : random.nextInt(60);
            rows.add(new Cell(base, base == 0 ? 0 : random.nextInt(base + 1)));
        }
        return rows;
    }

    @Test
    void aSmallCellIsHiddenOnEitherSide() {
        assertThat(of(List.of(new Cell(40, 4), new Cell(40, 36), new Cell(40, 20)))
                        .hidden())
                .containsExactly(true, true, false);
    }

    @Test
    void aSingleHiddenCellTakesAnotherAlong() {
        var shown = of(List.of(new Cell(40, 2), new Cell(30, 10), new Cell(50, 20)));
        assertThat(shown.totalHidden()).isFalse();
        assertThat(shown.hidden()).containsExactly(true, true, false);
    }

    @Test
    void twoSmallCellsWhoseSumIsSmallDoNotHideEachOther() {
        var shown = of(List.of(new Cell(40, 1), new Cell(40, 2), new Cell(50, 20), new Cell(60, 30)));
        assertThat(shown.hidden()).containsExactly(true, true, true, false);
    }

    @Test
    void whereNothingElseHelpsTheSumIsHiddenToo() {
        assertThat(of(List.of(new Cell(40, 2))).totalHidden()).isTrue();
        assertThat(of(List.of(new Cell(40, 1), new Cell(40, 1))).totalHidden()).isTrue();
    }

    @Test
    void nobodyScreenedTellsNothing() {
        var shown = of(List.of(new Cell(0, 0), new Cell(0, 0)));
        assertThat(shown.totalHidden()).isFalse();
        assertThat(shown.hidden()).containsOnly(false);
    }

    @Test
    void noShownCellStandsForFewerThanFive() {
        var random = new Random(20241127);
        for (int number = 0; number < TRIES; number++) {
            var rows = random(random);
            var shown = of(rows);
            for (int at = 0; at < rows.size(); at++) {
                if (!shown.hidden()[at]) {
                    assertThat(rows.get(at).safe(false)).as("%s", rows).isTrue();
                }
            }
            if (!shown.totalHidden()) {
                assertThat(Suppression.total(rows).safe(false)).as("%s", rows).isTrue();
            }
        }
    }

    /** Somebody who knows how many were screened everywhere, every cell shown and the sum still cannot tell a hidden cell. */
    @Test
    void noHiddenCellCanBeComputed() {
        var random = new Random(7);
        int tried = 0;
        for (int number = 0; number < TRIES; number++) {
            var rows = random(random);
            var shown = of(rows);
            var hidden = IntStream.range(0, rows.size())
                    .filter(at -> shown.hidden()[at])
                    .boxed()
                    .toList();
            if (shown.totalHidden() || hidden.isEmpty()) {
                continue;
            }
            tried++;
            long rest = Suppression.total(rows).count()
                    - IntStream.range(0, rows.size())
                            .filter(at -> !shown.hidden()[at])
                            .mapToLong(at -> rows.get(at).count())
                            .sum();
            var bases = hidden.stream().mapToLong(at -> rows.get(at).base()).toArray();
            assertThat(rest).as("%s", rows).isGreaterThanOrEqualTo(Suppression.FEWEST);
            for (int at = 0; at < bases.length; at++) {
                assertThat(possible(bases, at, rest))
                        .as("%s in %s", hidden.get(at), rows)
                        .isGreaterThan(1);
            }
        }
        assertThat(tried).isGreaterThan(TRIES / 10);
    }

    /** How many values a hidden cell can have so that all of them together make the sum. */
    private static long possible(long[] bases, int which, long sum) {
        long others = Arrays.stream(bases).sum() - bases[which];
        return IntStream.rangeClosed(0, (int) bases[which])
                .filter(value -> sum - value >= 0 && sum - value <= others)
                .count();
    }

    @Test
    void aRowWhoseBaseIsWithheldStaysHidden() {
        var shown = Suppression.of(
                List.of(new Cell(6, 0), new Cell(20, 0), new Cell(30, 0)), new boolean[] {true, false, false}, true);
        assertThat(shown.hidden()[0]).isTrue();
    }
}
