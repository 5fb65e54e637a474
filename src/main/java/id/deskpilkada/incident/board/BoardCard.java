package id.deskpilkada.incident.board;

import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.platform.PhoneNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a card of the board shows it.
 *
 * @param place e.g. {@code TPS 001 Baros}
 * @param district its district; null where the place is one or is wider
 * @param round only where several rounds are under way
 * @param agencies who was sent and neither declined nor was called back
 * @param reporter who told it, for those who see whole incidents
 * @param phone of the reporter, for those who may call reporters
 */
public record BoardCard(
        Facts facts,
        String place,
        @Nullable String district,
        @Nullable String round,
        List<Agency> agencies,
        @Nullable String reporter,
        @Nullable PhoneNumber phone) {

    /**
     * What is stored of it.
     *
     * @param confirmBy when the earliest of the agencies that have not confirmed should have; null when nobody waits
     * @param due the earlier of judging and confirming; null when no time runs
     * @param unanswered life in danger, and somebody who was sent has not answered
     * @param reports how many have told it
     * @param openedBy who of the desk looked first
     */
    public record Facts(
            long id,
            long roundId,
            @Nullable String tpsCode,
            String area,
            IncidentCategory category,
            int severity,
            Stage stage,
            String description,
            boolean peopleHurt,
            boolean votingHalted,
            boolean needsAmbulance,
            boolean placeDoubtful,
            Instant reportedAt,
            Instant triageBy,
            @Nullable Instant confirmBy,
            @Nullable Instant due,
            boolean late,
            boolean unanswered,
            @Nullable Instant endedAt,
            @Nullable Long mergedInto,
            int reports,
            @Nullable String reporter,
            @Nullable String phone,
            @Nullable String caller,
            @Nullable String openedBy,
            @Nullable Instant openedAt) {}

    /** @param late whether it has not confirmed in time */
    public record Agency(String code, String state, boolean late) {}

    /** As people say it, {@code K-12}. */
    public String number() {
        return "K-" + facts.id();
    }

    public String url() {
        return "/desk/kejadian/" + facts.id();
    }
}
