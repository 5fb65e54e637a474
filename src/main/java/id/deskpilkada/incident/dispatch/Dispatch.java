package id.deskpilkada.incident.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agency that was sent to an incident.
 *
 * @param agency code, e.g. {@code bpbd}
 * @param insteadOf the dispatch that was declined before this one
 * @param contacted how many positions of its contacts were written to
 * @param settled whether it no longer counts among the open ones of its incident
 * @param progressBy until when its next word is due, once it has confirmed
 * @param askAt when the desk asks for it
 */
public record Dispatch(
        long id,
        long incidentId,
        int run,
        String area,
        String agency,
        Part part,
        @Nullable Long insteadOf,
        DispatchState state,
        int contacted,
        Instant startedAt,
        Instant acknowledgeBy,
        Instant nextContactAt,
        Instant callAt,
        Instant leaderAt,
        @Nullable Instant callOpenedAt,
        @Nullable Instant leaderToldAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String answeredVia,
        @Nullable String answeredBy,
        @Nullable String remark,
        @Nullable Instant endedAt,
        boolean settled,
        @Nullable Instant progressBy,
        @Nullable Instant askAt) {

    /** Why an agency was sent. */
    public enum Part {
        PRIMARY,
        SUPPORTING,
        SUBSTITUTE
    }
}
