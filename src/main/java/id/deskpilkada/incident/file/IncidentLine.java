package id.deskpilkada.incident.file;

import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.IncidentState;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One incident in a list.
 *
 * @param dispatchedAt when the first agency was sent; of an agency's own list its own, as the two that follow
 * @param agencies codes, with commas between
 * @param practice whether nothing of it happened
 */
record IncidentLine(
        long id,
        @Nullable String tpsCode,
        String area,
        IncidentCategory category,
        int severity,
        IncidentState state,
        String description,
        boolean peopleHurt,
        boolean votingHalted,
        @Nullable Double lat,
        @Nullable Double lng,
        boolean placeDoubtful,
        OffsetDateTime observedAt,
        OffsetDateTime reportedAt,
        @Nullable OffsetDateTime judgedAt,
        @Nullable OffsetDateTime dispatchedAt,
        @Nullable OffsetDateTime acknowledgedAt,
        @Nullable OffsetDateTime arrivedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Integer hurtCount,
        @Nullable String outcome,
        @Nullable String agencies,
        boolean practice) {

    String number() {
        return "K-" + id;
    }

    /** A list goes from hand to hand: what was written about somebody's health stays out of it. */
    boolean aboutHealth() {
        return category == IncidentCategory.HEALTH;
    }

    /** Whole seconds since it was reported. */
    @Nullable
    Long since(@Nullable OffsetDateTime at) {
        return at == null ? null : Long.valueOf(Duration.between(reportedAt, at).toSeconds());
    }
}
