package id.deskpilkada.readiness.visit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as the desk and its leader see it.
 *
 * @param timed false: on the day of voting, while voting lasts
 * @param answer what the leader told the desk that asked; null while nobody asked
 * @param report what confirms it; null without one
 */
record VisitView(
        UUID id,
        String election,
        String round,
        String tps,
        String station,
        String district,
        @Nullable String address,
        @Nullable Double lat,
        @Nullable Double lng,
        String leader,
        String leaderName,
        OffsetDateTime dueAt,
        boolean timed,
        boolean overdue,
        @Nullable String reason,
        Visit.State state,
        Visit.@Nullable Answer answer,
        @Nullable String answerText,
        @Nullable Confirmation report) {

    public boolean open() {
        return state == Visit.State.PLANNED;
    }

    /** @param situation CALM, ATTENTION or UNREST; null when not told */
    record Confirmation(
            OffsetDateTime receivedAt,
            @Nullable String situation,
            @Nullable String remarks,
            List<String> photos,
            String receipt) {}
}
