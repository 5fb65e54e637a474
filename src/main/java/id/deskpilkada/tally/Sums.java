package id.deskpilkada.tally;

import id.deskpilkada.c1.C1Figures;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Valid votes, invalid votes, DPT, voters, then votes by ballot number from 1: what is added up. Missing places at the end are zeros. */
record Sums(List<Long> values) {

    private static final int BEFORE_VOTES = 4;

    static final Sums NONE = new Sums(List.of(0L, 0L, 0L, 0L));

    Sums {
        values = List.copyOf(values);
    }

    static Sums of(@Nullable C1Figures figures) {
        if (figures == null) {
            return NONE;
        }
        var values = new ArrayList<>(List.of(figures.valid(), figures.invalid(), figures.dpt(), figures.voters()));
        int last = figures.votes().isEmpty() ? 0 : figures.votes().lastKey();
        for (int number = 1; number <= last; number++) {
            values.add(figures.votes().getOrDefault(number, 0).longValue());
        }
        return new Sums(values);
    }

    static Sums of(@Nullable Array array) throws SQLException {
        return array == null ? NONE : new Sums(List.of((Long[]) array.getArray()));
    }

    Sums plus(Sums other) {
        return combine(other, Long::sum);
    }

    Sums minus(Sums other) {
        return combine(other, (mine, theirs) -> mine - theirs);
    }

    private Sums combine(Sums other, LongBinaryOperator operation) {
        int length = Math.max(values.size(), other.values.size());
        return new Sums(Stream.iterate(0, at -> at + 1)
                .limit(length)
                .map(at -> operation.applyAsLong(at(at), other.at(at)))
                .toList());
    }

    long valid() {
        return at(0);
    }

    long invalid() {
        return at(1);
    }

    long dpt() {
        return at(2);
    }

    long voters() {
        return at(3);
    }

    long votes(int ballotNumber) {
        return at(BEFORE_VOTES + ballotNumber - 1);
    }

    int lastBallotNumber() {
        return Math.max(0, values.size() - BEFORE_VOTES);
    }

    /** Whether both say the same; a missing place and a zero are the same. */
    boolean sameAs(Sums other) {
        return minus(other).values.stream().allMatch(value -> value == 0);
    }

    long[] array() {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private long at(int place) {
        return place < values.size() ? values.get(place) : 0;
    }
}
