package id.deskpilkada.voting.report;

import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.voting.Mobility;
import id.deskpilkada.voting.Security;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of a VOTING report as it was read; what a report does not name is null.
 *
 * @param queue number of people waiting
 * @param halted false says that voting goes on again
 */
record VotingData(
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        Turnout voters,
        @Nullable Security security,
        @Nullable Mobility mobility,
        @Nullable Integer queue,
        @Nullable Boolean halted,
        @Nullable OfficersCondition officersCondition,
        @Nullable Instant onDutySince,
        @Nullable String remarks) {

    /** Whether anything but words is told. */
    boolean says() {
        return openedAt != null
                || closedAt != null
                || voters.said()
                || security != null
                || mobility != null
                || queue != null
                || halted != null
                || officersCondition != null
                || onDutySince != null;
    }

    VotingData withoutRemarks() {
        return new VotingData(
                openedAt, closedAt, voters, security, mobility, queue, halted, officersCondition, onDutySince, null);
    }

    /** What is told here and not there. */
    VotingData besides(VotingData later) {
        return new VotingData(
                later.openedAt == null ? openedAt : null,
                later.closedAt == null ? closedAt : null,
                later.voters.said() ? Turnout.UNSAID : voters,
                later.security == null ? security : null,
                later.mobility == null ? mobility : null,
                later.queue == null ? queue : null,
                later.halted == null ? halted : null,
                later.officersCondition == null ? officersCondition : null,
                later.onDutySince == null ? onDutySince : null,
                remarks);
    }
}
