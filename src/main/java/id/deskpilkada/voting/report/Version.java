package id.deskpilkada.voting.report;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportSource;
import java.time.Instant;
import java.util.Objects;

/**
 * One accepted report of a TPS, as it was read.
 *
 * @param seq its place in the order of the ledger
 * @param data without its remarks when it was read back
 * @param belowEarlier whether its turnout lies below that of an earlier slot, or above that of a later one
 */
record Version(
        long seq,
        String slot,
        VotingData data,
        boolean belowEarlier,
        ReportSource source,
        long reporterId,
        Instant observedAt,
        Instant recordedAt) {

    static Version of(FieldReport report, VotingData data, boolean belowEarlier, Instant now) {
        return new Version(
                report.seq(),
                Objects.requireNonNull(report.slot()),
                data,
                belowEarlier,
                report.source(),
                report.reporterId(),
                observed(report),
                now);
    }

    static Instant observed(FieldReport report) {
        return report.writtenAt();
    }
}
