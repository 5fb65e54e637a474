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
        @Nullable String remarks) {}
