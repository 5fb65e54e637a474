package id.deskpilkada.readiness.checklist;

import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.ReadinessState;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readiness of one TPS with all that was said about it.
 *
 * @param stage the stage that its case is at; null when no case runs
 */
record ReadinessView(
        String election,
        String round,
        String tps,
        String station,
        @Nullable String address,
        ReadinessState state,
        ReadinessState siteState,
        ReadinessState logisticsState,
        @Nullable ReadinessStage stage,
        @Nullable Connectivity connectivity,
        boolean floodRisk,
        List<Missing> shortcomings,
        List<Version> versions,
        List<Said> notes) {

    record Missing(
            ReadinessStage stage,
            String item,
            String label,
            String answer,
            @Nullable String owner,
            @Nullable String ownerLabel,
            boolean blocking,
            String state,
            OffsetDateTime openedAt,
            OffsetDateTime dueAt) {}

    /** @param remarks null when there were none, or once the report's content was erased */
    record Version(
            ReadinessStage stage,
            int version,
            String reporter,
            String source,
            OffsetDateTime observedAt,
            @Nullable String remarks,
            List<String> photos) {}

    record Said(
            String kind,
            ReadinessStage stage,
            @Nullable String owner,
            @Nullable String text,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            boolean relocated,
            String by,
            OffsetDateTime at) {}
}
