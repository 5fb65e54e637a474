package id.deskpilkada.incident.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.IncidentState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One incident as its readers see it; agencies see what they were sent to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentView(
        Head incident,
        String description,
        @Nullable String outcome,
        @Nullable Integer hurtCount,
        @Nullable Instant votingResumedAt,
        List<String> photos,
        List<Told> reports,
        List<Sent> dispatches,
        List<Step> timeline,
        List<Number> numbers,
        List<Head> duplicates,
        List<String> proposedAgencies) {

    /**
     * What a list shows.
     *
     * @param unacknowledged agencies that have not confirmed
     * @param late whether one of those is past its time, or an agency that has confirmed is silent past its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Head(
            long id,
            String number,
            String election,
            String round,
            @Nullable String tps,
            @Nullable String region,
            String place,
            IncidentCategory category,
            int severity,
            IncidentState state,
            String summary,
            boolean peopleHurt,
            boolean votingHalted,
            boolean needsAmbulance,
            @Nullable Double lat,
            @Nullable Double lng,
            boolean placeDoubtful,
            String origin,
            Instant observedAt,
            Instant reportedAt,
            Instant triageBy,
            @Nullable Instant endedAt,
            @Nullable String mergedInto,
            int openDispatches,
            int unacknowledged,
            boolean late) {}

    /** Whom the desk calls about an agency that was sent. @param call opens the telephone */
    public record Number(long dispatch, String name, String number, String call) {}

    /** One of its reports. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            String source,
            @Nullable String reporter,
            @Nullable String enteredBy,
            @Nullable String caller,
            String description,
            List<String> photos,
            OffsetDateTime at,
            @Nullable String of) {}

    /** An agency that was sent. @param progressBy until when its next word is due @param late whether its confirmation or its next word is overdue */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sent(
            long id,
            @Nullable String incident,
            String agency,
            String part,
            String state,
            OffsetDateTime startedAt,
            OffsetDateTime acknowledgeBy,
            @Nullable OffsetDateTime progressBy,
            boolean late,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable String answeredVia,
            @Nullable String answeredBy,
            @Nullable String remark,
            @Nullable OffsetDateTime endedAt) {}

    /** One line of what was done. @param id grows with time */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            long id,
            String step,
            @Nullable Long dispatch,
            @Nullable String detail,
            @Nullable String channel,
            @Nullable String who,
            @Nullable UUID message,
            OffsetDateTime at) {}
}
