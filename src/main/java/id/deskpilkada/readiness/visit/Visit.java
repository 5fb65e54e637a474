package id.deskpilkada.readiness.visit;

import id.deskpilkada.platform.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leader goes to a TPS.
 *
 * @param timed whether a time was agreed; otherwise it is due when the polls close on the day of voting, and moves with it
 * @param reportId the report that confirms it; null where the desk was told by telephone
 */
record Visit(
        UUID id,
        long roundId,
        String tps,
        long leaderId,
        Instant dueAt,
        boolean timed,
        @Nullable String reason,
        State state,
        @Nullable UUID reportId,
        @Nullable Answer answer,
        @Nullable String answerText,
        long plannedById,
        Instant plannedAt,
        @Nullable Instant closedAt) {

    enum State {
        PLANNED,
        VISITED,
        CANCELLED
    }

    /** What the leader told the desk that asked. */
    enum Answer {
        VISITED,
        LATER,
        NOT_COMING
    }

    /** @throws Problem 409 {@code VISIT_CLOSED} */
    Visit open() {
        if (state != State.PLANNED) {
            throw Problem.conflict("VISIT_CLOSED");
        }
        return this;
    }
}
