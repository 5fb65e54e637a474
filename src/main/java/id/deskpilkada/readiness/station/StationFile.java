package id.deskpilkada.readiness.station;

import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.ReadinessState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a polling station's readiness.
 *
 * @param answers by stage, in the order of the checklist
 * @param photos hashes of the last report of each stage that had any
 */
record StationFile(
        State state,
        Map<ReadinessStage, List<Answered>> answers,
        List<String> photos,
        List<Version> versions,
        List<Shortcoming> shortcomings,
        List<Step> steps) {

    /** @param checkedAt when the last report about it was observed; null when there is none */
    record State(
            ReadinessState state,
            ReadinessState siteState,
            ReadinessState logisticsState,
            @Nullable Connectivity connectivity,
            boolean floodRisk,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable OffsetDateTime checkedAt) {

        static final State UNKNOWN = new State(
                ReadinessState.UNCHECKED,
                ReadinessState.UNCHECKED,
                ReadinessState.UNCHECKED,
                null,
                false,
                null,
                null,
                null);
    }

    /** @param answer null while nobody has been asked */
    record Answered(ReadinessStage stage, String code, String label, boolean blocking, @Nullable String answer) {}

    /** A report as it was. @param faults items that are missing or damaged, by their labels */
    record Version(
            UUID reportId,
            ReadinessStage stage,
            int version,
            String source,
            long reporterId,
            long enteredById,
            OffsetDateTime observedAt,
            OffsetDateTime recordedAt,
            int fine,
            int unknown,
            List<String> faults,
            List<String> photos,
            @Nullable String remarks) {}

    /** @param owner code of an agency or {@code camat}; null for what has to be looked at */
    record Shortcoming(
            String label,
            ReadinessStage stage,
            String answer,
            @Nullable String owner,
            boolean blocking,
            String state,
            OffsetDateTime openedAt,
            OffsetDateTime dueAt,
            OffsetDateTime changedAt) {

        public boolean open() {
            return state.equals("OPEN");
        }
    }

    record Note(
            String kind,
            @Nullable String owner,
            @Nullable String text,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            long staffId,
            OffsetDateTime at) {}

    /** Something that happened. @param reason in the words of who did it */
    record Step(OffsetDateTime at, String text, @Nullable String reason) {}
}
