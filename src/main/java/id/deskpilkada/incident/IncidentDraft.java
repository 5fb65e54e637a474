package id.deskpilkada.incident;

import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.region.Coordinates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report of something that happened.
 *
 * @param sourceId the field report, the signal, or the id of the desk's form: the same one is the same report
 * @param source how it came, e.g. {@code APP} or {@code PHONE}
 * @param leastSeverity what whoever noticed it knows already, 1 to 4
 * @param caller who told it, where that is nobody of the staff list
 * @param origin which part of the work it comes from, e.g. {@code FIELD}
 */
public record IncidentDraft(
        UUID sourceId,
        String source,
        long roundId,
        @Nullable String tps,
        String area,
        What what,
        int leastSeverity,
        @Nullable Coordinates location,
        List<String> photos,
        String origin,
        @Nullable Long reporterId,
        @Nullable Long enteredById,
        @Nullable String caller,
        Instant observedAt,
        Instant reportedAt) {

    public IncidentDraft {
        photos = List.copyOf(photos);
    }

    /** The same, seen when it was told: a phone whose clock runs ahead has not seen the future. */
    IncidentDraft seenWhenTold() {
        return new IncidentDraft(
                sourceId,
                source,
                roundId,
                tps,
                area,
                what,
                leastSeverity,
                location,
                photos,
                origin,
                reporterId,
                enteredById,
                caller,
                reportedAt,
                reportedAt);
    }

    /**
     * What is told of it.
     *
     * @param choice code of the catalogue, where one was chosen
     */
    public record What(
            IncidentCategory category,
            String description,
            boolean peopleHurt,
            boolean votingHalted,
            boolean needsAmbulance,
            boolean lifeInDanger,
            @Nullable String choice) {

        public What(
                IncidentCategory category,
                String description,
                boolean peopleHurt,
                boolean votingHalted,
                boolean needsAmbulance,
                boolean lifeInDanger) {
            this(category, description, peopleHurt, votingHalted, needsAmbulance, lifeInDanger, null);
        }
    }
}
