package id.deskpilkada.tierreport.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierState;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A version in a list.
 *
 * @param reason why it was given back or corrected; null for the first version
 * @param ledgerSeq the last report of the ledger before its figures were frozen
 * @param digest SHA-256 of the snapshot, 64 hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportLine(
        long id,
        String code,
        TierLevel level,
        String slot,
        Place region,
        int version,
        TierCause cause,
        @Nullable String reason,
        TierState state,
        boolean requiresSignature,
        OffsetDateTime slotDueAt,
        OffsetDateTime compiledAt,
        long ledgerSeq,
        String digest) {

    /** @param code dotted */
    record Place(String code, String name) {}

    static ReportLine of(TierReport report, Place region, TierState state, ZoneId zone) {
        return new ReportLine(
                report.id(),
                report.code(),
                report.level(),
                report.slot(),
                region,
                report.version(),
                report.cause(),
                report.reason(),
                state,
                report.requiresSignature(),
                report.slotDueAt().atZone(zone).toOffsetDateTime(),
                report.compiledAt().atZone(zone).toOffsetDateTime(),
                report.ledgerSeq(),
                report.digest());
    }
}
