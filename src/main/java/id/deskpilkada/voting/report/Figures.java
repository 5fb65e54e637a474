package id.deskpilkada.voting.report;

import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.voting.Mobility;
import id.deskpilkada.voting.Security;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a TPS and slot that hold: of each, what the latest version that names it says.
 *
 * @param versions how many there are
 * @param latest the version that came last
 * @param held whether the turnout has to be looked at before it counts
 * @param belowEarlier of the version that gave the turnout
 */
record Figures(
        String slot,
        int versions,
        Version latest,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        Turnout voters,
        @Nullable Security security,
        @Nullable Mobility mobility,
        @Nullable Integer queue,
        @Nullable Boolean halted,
        @Nullable OfficersCondition officersCondition,
        @Nullable Instant onDutySince,
        boolean held,
        boolean belowEarlier) {

    /** @param versions of one slot, at least one */
    static Figures of(String slot, List<Version> versions, TurnoutJudge judge) {
        var newestFirst = versions.stream()
                .sorted(Comparator.comparingLong(Version::seq).reversed())
                .toList();
        var turnout = newestFirst.stream()
                .filter(version -> version.data().voters().said())
                .findFirst();
        var voters = turnout.map(version -> version.data().voters()).orElse(Turnout.UNSAID);
        var total = voters.total();
        return new Figures(
                slot,
                versions.size(),
                newestFirst.get(0),
                last(newestFirst, VotingData::openedAt),
                last(newestFirst, VotingData::closedAt),
                voters,
                last(newestFirst, VotingData::security),
                last(newestFirst, VotingData::mobility),
                last(newestFirst, VotingData::queue),
                last(newestFirst, VotingData::halted),
                last(newestFirst, VotingData::officersCondition),
                last(newestFirst, VotingData::onDutySince),
                total != null && judge.holds(slot, total),
                turnout.map(Version::belowEarlier).orElse(false));
    }

    static <T> @Nullable T last(List<Version> newestFirst, Function<VotingData, @Nullable T> field) {
        return newestFirst.stream()
                .map(version -> field.apply(version.data()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The turnout that sums count; null without one. */
    @Nullable
    Integer counted() {
        return held ? null : voters.total();
    }

    /** Whether a report says nothing that is not known already. */
    boolean repeatedBy(VotingData data) {
        return same(data.openedAt(), openedAt)
                && same(data.closedAt(), closedAt)
                && (!data.voters().said() || data.voters().equals(voters))
                && same(data.security(), security)
                && same(data.mobility(), mobility)
                && same(data.queue(), queue)
                && same(data.halted(), halted)
                && same(data.officersCondition(), officersCondition)
                && same(data.onDutySince(), onDutySince)
                && data.remarks() == null;
    }

    private static boolean same(@Nullable Object said, @Nullable Object known) {
        return said == null || said.equals(known);
    }
}
