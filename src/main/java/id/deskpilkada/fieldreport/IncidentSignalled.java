package id.deskpilkada.fieldreport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened that the desk must look at; published in the transaction that learnt of it.
 *
 * @param tps 13 digits; null when it is about a region
 * @param area region or TPS code, dotted or as digits
 * @param text what happened, in Indonesian words for people; never a health datum of a named person
 * @param severityHint 1 to 4, 4 = life in danger
 * @param origin code of the part of the application that signals, e.g. {@code DUTY}
 * @param votingHalted whether voting has stopped there
 * @param actorId who told it; null when the application noticed by itself
 */
public record IncidentSignalled(
        long roundId,
        @Nullable String tps,
        String area,
        IncidentCategory category,
        String text,
        int severityHint,
        boolean votingHalted,
        String origin,
        @Nullable Long actorId,
        Instant at) {

    public IncidentSignalled {
        if (severityHint < 1 || severityHint > 4) {
            throw new IllegalArgumentException("severity " + severityHint);
        }
    }

    /** Something that has not stopped the voting. */
    public IncidentSignalled(
            long roundId,
            @Nullable String tps,
            String area,
            IncidentCategory category,
            String text,
            int severityHint,
            String origin,
            @Nullable Long actorId,
            Instant at) {
        this(roundId, tps, area, category, text, severityHint, false, origin, actorId, at);
    }
}
