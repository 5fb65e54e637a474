package id.deskpilkada.incident;

import id.deskpilkada.fieldreport.IncidentCategory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param area digits of the TPS or region
 * @param severity 1 to 4, 4 = life in danger
 * @param placeDoubtful whether the location that was told cannot be right
 * @param run how many times it was taken up, reopening included
 * @param openDispatches agencies that are still at it
 * @param triageBy until when the desk is to have judged it
 */
public record Incident(
        long id,
        long roundId,
        @Nullable String tpsCode,
        String area,
        IncidentCategory category,
        int severity,
        String description,
        boolean peopleHurt,
        boolean votingHalted,
        boolean needsAmbulance,
        @Nullable Double lat,
        @Nullable Double lng,
        boolean placeDoubtful,
        String origin,
        @Nullable Long reporterId,
        Instant observedAt,
        Instant reportedAt,
        IncidentState state,
        int run,
        int openDispatches,
        Instant triageBy,
        @Nullable Long mergedInto,
        @Nullable String outcome,
        @Nullable Integer hurtCount,
        @Nullable Instant votingResumedAt,
        @Nullable Instant endedAt) {

    /** Help is sent before anybody has judged. */
    public static final int LIFE_IN_DANGER = 4;

    public static final int GRAVE = 3;
    private static final int DISTRICT = 6;

    /** As people say it, {@code K-12}. */
    public String number() {
        return "K-" + id;
    }

    public boolean isLifeInDanger() {
        return severity == LIFE_IN_DANGER;
    }

    /** Digits of the district, or of the wider region that it is about. */
    public String districtArea() {
        return area.substring(0, Math.min(DISTRICT, area.length()));
    }
}
