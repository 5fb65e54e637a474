package id.deskpilkada.tierreport.compile;

import id.deskpilkada.tierreport.compile.Snapshot.Race;
import id.deskpilkada.tierreport.compile.Snapshot.Readiness;
import id.deskpilkada.tierreport.compile.Snapshot.Reports;
import id.deskpilkada.tierreport.compile.Snapshot.Turnout;
import id.deskpilkada.tierreport.compile.Snapshot.Votes;
import id.deskpilkada.tierreport.compile.Snapshot.Voting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds up the parts of a report. */
@Component
class Parts {

    /** By kind, slot and race; which TPS are missing stands in the parts. */
    List<Reports> reports(List<Snapshot> parts) {
        return merged(
                parts.stream().flatMap(part -> part.reports().stream()).toList(),
                one -> one.kind() + "/" + one.slot() + "/" + one.race(),
                Parts::plus);
    }

    private static Reports plus(Reports one, Reports other) {
        return new Reports(
                one.kind(),
                one.slot(),
                one.race(),
                one.expected() + other.expected(),
                one.received() + other.received(),
                one.late() + other.late(),
                one.missing() + other.missing(),
                one.excused() + other.excused(),
                List.of(),
                List.of(),
                one.dueLater() == null ? other.dueLater() : one.dueLater());
    }

    Readiness readiness(List<Snapshot> parts) {
        return parts.stream()
                .map(Snapshot::readiness)
                .reduce(
                        new Readiness(0, 0, 0, 0, 0),
                        (one, other) -> new Readiness(
                                one.stations() + other.stations(),
                                one.unchecked() + other.unchecked(),
                                one.ready() + other.ready(),
                                one.conditional() + other.conditional(),
                                one.notReady() + other.notReady()));
    }

    Voting voting(List<Snapshot> parts) {
        return parts.stream()
                .map(Snapshot::voting)
                .reduce(
                        new Voting(0, 0, 0, 0, 0, 0, 0, 0),
                        (one, other) -> new Voting(
                                one.opened() + other.opened(),
                                one.openedLate() + other.openedLate(),
                                one.closed() + other.closed(),
                                one.halted() + other.halted(),
                                one.calm() + other.calm(),
                                one.attention() + other.attention(),
                                one.unrest() + other.unrest(),
                                one.held() + other.held()));
    }

    @Nullable
    Turnout turnout(List<Snapshot> parts) {
        return parts.stream()
                .map(Snapshot::turnout)
                .filter(Objects::nonNull)
                .reduce((one, other) -> new Turnout(
                        one.slot(),
                        one.stations() + other.stations(),
                        one.voters() + other.voters(),
                        one.votersListed() + other.votersListed(),
                        one.listed() + other.listed(),
                        one.held() + other.held(),
                        Sums.percent(one.votersListed() + other.votersListed(), one.listed() + other.listed())))
                .orElse(null);
    }

    List<Race> races(List<Snapshot> parts) {
        return merged(parts.stream().flatMap(part -> part.races().stream()).toList(), Race::code, Parts::plus);
    }

    private static Race plus(Race one, Race other) {
        int expected = one.expected() + other.expected();
        int received = one.received() + other.received();
        int verified = one.verified() + other.verified();
        return new Race(
                one.code(),
                one.name(),
                expected,
                received,
                one.held() + other.held(),
                verified,
                Sums.percent(received, expected),
                Sums.percent(verified, expected),
                plus(one.byReceived(), other.byReceived()),
                plus(one.byVerified(), other.byVerified()));
    }

    private static @Nullable Votes plus(@Nullable Votes one, @Nullable Votes other) {
        return one == null ? other : other == null ? one : Sums.plus(one, other);
    }

    private static <T> List<T> merged(Collection<T> all, Function<T, String> key, BinaryOperator<T> plus) {
        var merged = new LinkedHashMap<String, T>();
        all.forEach(one -> merged.merge(key.apply(one), one, (a, b) -> plus.apply(a, b)));
        return List.copyOf(merged.values());
    }
}
