package id.deskpilkada.readiness.checklist;

import id.deskpilkada.readiness.ReadinessStage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a TPS lacks.
 *
 * @param owner who mends it; null when it is unknown, and somebody has to look
 */
record Shortcoming(
        ReadinessStage stage,
        String itemCode,
        String answer,
        @Nullable String owner,
        boolean blocking,
        State state,
        Instant openedAt,
        Instant dueAt) {

    enum State {
        /** To be mended. */
        OPEN,
        /** Its owner says that it is mended; a report has to confirm it. */
        HANDLED,
        /** The desk takes the TPS as it is, with a note. */
        ACCEPTED,
        /** A report says that it is there. */
        CLOSED
    }

    boolean standsInTheWay() {
        return blocking && (state == State.OPEN || state == State.HANDLED);
    }

    boolean isOfflinePlan() {
        return itemCode.equals(ChecklistItem.OFFLINE_PLAN);
    }

    /** Land that floods still floods after the boats are there: mended is all that it can be. */
    boolean isLasting() {
        return itemCode.equals(ChecklistItem.FLOOD_RISK);
    }

    /** Whether somebody has still to do or to look at something. */
    boolean isUnsettled() {
        return state == State.OPEN || state == State.HANDLED && !isLasting();
    }
}
