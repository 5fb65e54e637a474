package id.deskpilkada.tierreport.compile;

import id.deskpilkada.c1.C1Sources;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.tierreport.compile.Snapshot.Candidate;
import id.deskpilkada.tierreport.compile.Snapshot.Votes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adding up. */
final class Sums {

    private Sums() {}

    /** The votes of forms on one basis. */
    static Votes votes(RaceRef race, List<C1Sources.Source> forms) {
        var counted = forms.stream()
                .map(C1Sources.Source::figures)
                .filter(Objects::nonNull)
                .toList();
        return new Votes(
                counted.size(),
                race.candidates().stream()
                        .map(candidate -> new Candidate(
                                candidate.ballotNumber(), candidate.name(), sum(counted, figures -> figures.votes()
                                        .getOrDefault(candidate.ballotNumber(), 0))))
                        .toList(),
                sum(counted, figures -> figures.valid()),
                sum(counted, figures -> figures.invalid()),
                sum(counted, figures -> figures.dpt()),
                sum(counted, figures -> figures.voters()));
    }

    static Votes plus(Votes one, Votes other) {
        return new Votes(
                one.counted() + other.counted(),
                plus(one.candidates(), other.candidates()),
                one.validVotes() + other.validVotes(),
                one.invalidVotes() + other.invalidVotes(),
                one.dptTotal() + other.dptTotal(),
                one.votersTotal() + other.votersTotal());
    }

    /** By ballot number: a candidate may have been put on the list between two parts. */
    private static List<Candidate> plus(List<Candidate> one, List<Candidate> other) {
        var all = new TreeMap<Integer, Candidate>();
        Stream.concat(one.stream(), other.stream())
                .forEach(candidate -> all.merge(
                        candidate.ballotNumber(),
                        candidate,
                        (a, b) -> new Candidate(a.ballotNumber(), b.name(), a.votes() + b.votes())));
        return List.copyOf(all.values());
    }

    private static <T> long sum(Collection<T> of, ToLongFunction<T> figure) {
        return of.stream().mapToLong(figure).sum();
    }

    /** One decimal; null of nothing. */
    static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
