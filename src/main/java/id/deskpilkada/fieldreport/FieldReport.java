package id.deskpilkada.fieldreport;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Area;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as the ledger holds it.
 *
 * @param seq the order in which the server stored it, which is the order that counts
 * @param tps 13 digits; null when the report is about a region
 * @param area digits of the TPS or region that is reported on
 * @param taskId the engine's task that was completed with this report, when it came by Tasklist
 * @param observedAt time of the reporter's device, whatever its clock says
 * @param reporterId who reports
 * @param enteredById who typed it, the same person unless it was taken down for someone else
 * @param data as written; a missing node once the content was erased
 */
public record FieldReport(
        UUID id,
        long seq,
        ReportKind kind,
        long roundId,
        @Nullable Long raceId,
        @Nullable String tps,
        String area,
        @Nullable String slot,
        ReportSource source,
        @Nullable String taskId,
        @Nullable Instant observedAt,
        Instant receivedAt,
        long reporterId,
        long enteredById,
        JsonNode data) {

    /** When it was written, as far as that can be: a device whose clock is ahead would otherwise be the last to have said anything for as long as it is. */
    public Instant writtenAt() {
        return observedAt == null || observedAt.isAfter(receivedAt) ? receivedAt : observedAt;
    }

    /** Digits of the district whose chain holds the report; shorter for a report on a whole regency. */
    public String districtArea() {
        return district(area);
    }

    static String district(String area) {
        var digits = Area.digits(area);
        return digits.length() <= 6 ? digits : digits.substring(0, 6);
    }
}
