package id.deskpilkada.tierreport.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.compile.Change;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of a report show.
 *
 * @param state of the case, e.g. {@code SIGNING}
 * @param late whether its figures were frozen long after the time of its slot
 * @param reason why it was given back or corrected
 * @param changes what is not as in the version before
 * @param sentBack why a leader gave it back to the desk
 * @param signer whoever asks, as they would sign
 * @param districts of a regency, as they stand now
 * @param callers of a district, whom the desk may call about the seal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportSheet(
        long report,
        String code,
        TierLevel level,
        int version,
        TierCause cause,
        @Nullable String reason,
        String state,
        boolean late,
        boolean votesWithheld,
        Snapshot snapshot,
        List<Change> changes,
        @Nullable String sentBack,
        List<Step> history,
        Signatures.Signer signer,
        List<District> districts,
        List<Caller> callers) {

    /** @param call a {@code tel:} link; null without a number */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Caller(String name, @Nullable String phone, @Nullable String call) {}

    /** @param who null for what happened by itself */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(int version, String step, @Nullable String detail, @Nullable String who, OffsetDateTime at) {}

    /**
     * @param report the newest version; null while there is none
     * @param included the version that the regency's figures hold; null where they hold none
     * @param state SEALED, AUTOMATIC, RETURNED or UNSEALED; MISSING without a report
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record District(
            String region,
            String name,
            @Nullable Long report,
            @Nullable Integer version,
            @Nullable Integer included,
            String state,
            @Nullable String remarks) {}
}
