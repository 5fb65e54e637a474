package id.deskpilkada.tally;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.c1.C1Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SumsTests {

    @Test
    void votesStandBehindTheFourTotalsByBallotNumber() {
        var sums = Sums.of(new C1Figures(300, 7, 410, 307, new TreeMap<>(Map.of(1, 180, 2, 120))));

        assertThat(sums.values()).isEqualTo(List.of(300L, 7L, 410L, 307L, 180L, 120L));
        assertThat(sums.votes(2)).isEqualTo(120);
    }

    @Test
    void aBallotNumberThatIsLeftOutHasNoVotes() {
        var sums = Sums.of(new C1Figures(50, 0, 60, 50, new TreeMap<>(Map.of(3, 50))));

        assertThat(sums.votes(1)).isZero();
        assertThat(sums.votes(3)).isEqualTo(50);
        assertThat(sums.votes(4)).isZero();
    }

    @Test
    void aShorterRowIsFilledWithZeros() {
        var one = new Sums(List.of(1L, 2L, 3L, 4L, 5L));
        var two = new Sums(List.of(1L, 1L, 1L, 1L, 1L, 9L));

        assertThat(one.plus(two).values()).isEqualTo(List.of(2L, 3L, 4L, 5L, 6L, 9L));
        assertThat(one.minus(two).values()).isEqualTo(List.of(0L, 1L, 2L, 3L, 4L, -9L));
    }

    @Test
    void whatIsTakenAwayAfterBeingAddedLeavesTheSame() {
        var start = new Sums(List.of(10L, 1L, 20L, 11L, 6L, 4L));
        var form = new Sums(List.of(5L, 0L, 9L, 5L, 5L, 0L, 7L));

        assertThat(start.plus(form).minus(form).sameAs(start)).isTrue();
        assertThat(start.plus(form).sameAs(start)).isFalse();
    }

    @Test
    void aFormWithoutFiguresAddsNothing() {
        assertThat(Sums.of((C1Figures) null)).isEqualTo(Sums.NONE);
    }
}
