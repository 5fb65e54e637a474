package id.deskpilkada.tierreport.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.compile.Change;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.seal.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version with everything that belongs to it.
 *
 * @param votesWithheld whether its votes, and differences of them, are left out because the reader must not know them
 * @param seal null while it is not settled
 * @param versions of the same slot and place, the first first, this one among them
 * @param steps what was done with it, the first first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        @JsonUnwrapped ReportLine report,
        boolean votesWithheld,
        Snapshot snapshot,
        List<Change> changes,
        @Nullable SealView seal,
        List<Version> versions,
        List<Step> steps,
        List<Attachment> attachments) {

    /** @param statement what was signed, to the byte @param signature Ed25519 in Base64 */
    record SealView(Statement said, String statement, String signature, String keyId) {}

    record Version(long id, String code, int version, TierState state, OffsetDateTime compiledAt) {}

    /** @param step code, e.g. {@code SEALED} @param by name; null for what happens by itself */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(String step, @Nullable String detail, @Nullable String by, OffsetDateTime at) {}

    /** @param kind SCAN or CERTIFIED @param size in bytes */
    record Attachment(
            long id,
            String kind,
            String name,
            String mediaType,
            long size,
            String sha256,
            String addedBy,
            OffsetDateTime addedAt) {}
}
