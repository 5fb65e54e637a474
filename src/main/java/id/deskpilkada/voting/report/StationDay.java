package id.deskpilkada.voting.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The day of one TPS as all its reports together tell it; derived anew from them whenever one comes, so that the order in which they are handled means nothing. */
final class StationDay {

    private final List<Version> bySeq;
    private final List<Figures> bySlot;
    private final List<String> slots;
    private final Halts halts;

    private StationDay(List<Version> bySeq, List<Figures> bySlot, List<String> slots, Halts halts) {
        this.bySeq = bySeq;
        this.bySlot = bySlot;
        this.slots = slots;
        this.halts = halts;
    }

    /** @param slots names of the slots of the schedule, in their order */
    static StationDay of(List<Version> versions, List<String> slots, TurnoutJudge judge, Halts halts) {
        var bySeq =
                versions.stream().sorted(Comparator.comparingLong(Version::seq)).toList();
        var bySlot = versions.stream()
                .map(Version::slot)
                .distinct()
                .sorted(Comparator.comparingInt(slots::indexOf))
                .map(slot -> Figures.of(
                        slot,
                        versions.stream()
                                .filter(version -> version.slot().equals(slot))
                                .toList(),
                        judge))
                .toList();
        return new StationDay(bySeq, bySlot, slots, halts);
    }

    Optional<Figures> in(String slot) {
        return bySlot.stream().filter(figures -> figures.slot().equals(slot)).findFirst();
    }

    @Nullable
    Instant openedAt() {
        return Figures.last(newestFirst(), VotingData::openedAt);
    }

    @Nullable
    Instant closedAt() {
        return Figures.last(newestFirst(), VotingData::closedAt);
    }

    @Nullable
    Instant reportedAt() {
        return bySeq.stream()
                .map(Version::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The last slot that says how calm it is: a report of an earlier one that comes late changes nothing. */
    Optional<Figures> security() {
        return last(figures -> figures.security() != null);
    }

    /** What every sum counts: the latest slot with a turnout that is not held. */
    Optional<Figures> turnout() {
        return last(figures -> figures.counted() != null);
    }

    boolean held() {
        return bySlot.stream().anyMatch(Figures::held);
    }

    /** Since when voting is halted, as a report or an incident tells; null when it goes on. What a report halts is halted until a later one, about the same slot or a later one, or the end of an incident says that it goes on. */
    @Nullable
    Instant haltedSince() {
        var byReport = bySeq.stream()
                .filter(stop -> Boolean.TRUE.equals(stop.data().halted()))
                .filter(stop -> bySeq.stream().noneMatch(other -> resumes(other, stop)))
                .filter(stop -> !halts.lift(stop))
                .findFirst()
                .map(Version::observedAt);
        return Stream.of(byReport, halts.since(bySeq))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean resumes(Version other, Version stop) {
        return Boolean.FALSE.equals(other.data().halted())
                && other.seq() > stop.seq()
                && slots.indexOf(other.slot()) >= slots.indexOf(stop.slot());
    }

    /** The slot beside this one whose turnout speaks against a figure: the one before with more voters, or the one behind with fewer. */
    Optional<Figures> against(String slot, int total) {
        int at = slots.indexOf(slot);
        var before = last(figures -> figures.counted() != null && slots.indexOf(figures.slot()) < at)
                .filter(figures -> Objects.requireNonNull(figures.counted()) > total);
        return before.isPresent()
                ? before
                : bySlot.stream()
                        .filter(figures -> figures.counted() != null && slots.indexOf(figures.slot()) > at)
                        .findFirst()
                        .filter(figures -> Objects.requireNonNull(figures.counted()) < total);
    }

    private Optional<Figures> last(Predicate<Figures> which) {
        return bySlot.stream().filter(which).reduce((earlier, later) -> later);
    }

    private List<Version> newestFirst() {
        var newestFirst = new ArrayList<>(bySeq);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** What the last report in the order of the ledger said that said anything about it. */
    <T> @Nullable T lastSaid(Function<VotingData, @Nullable T> field) {
        return Figures.last(newestFirst(), field);
    }
}
