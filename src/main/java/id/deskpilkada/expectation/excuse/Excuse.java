package id.deskpilkada.expectation.excuse;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A report that was let off.
 *
 * @param race null for a kind that knows no race
 * @param state HOLDS; WITHDRAWN: it is owed again; REPORTED: it came all the same
 * @param withdrawnBy null unless withdrawn, as are its time and reason
 */
public record Excuse(
        long id,
        String kind,
        String slot,
        @Nullable String race,
        String tps,
        String tpsName,
        String villageName,
        String districtName,
        String reason,
        String excusedBy,
        OffsetDateTime excusedAt,
        State state,
        @Nullable String withdrawnBy,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawnReason) {

    public enum State {
        HOLDS,
        WITHDRAWN,
        REPORTED
    }
}
