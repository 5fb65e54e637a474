package id.deskpilkada.fieldreport.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.fieldreport.ReportState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is shown.
 *
 * @param parked whether it was set aside after technical failures
 * @param data as written; only for who reported or typed it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        UUID id,
        ReportState state,
        boolean parked,
        Instant receivedAt,
        String receipt,
        ReportKind kind,
        String election,
        String round,
        @Nullable String race,
        @Nullable String tps,
        @Nullable String region,
        @Nullable String slot,
        ReportSource source,
        @Nullable Instant observedAt,
        String reporter,
        String enteredBy,
        List<ShownReason> reasons,
        @Nullable JsonNode data) {

    record ShownReason(String code, String message) {}
}
