package id.deskpilkada.voting.report;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A report that waited on a telephone while its reporter told something newer by SMS, or the other way round: what the newer one says stands, and only the rest of the older one is news. */
final class LateWord {

    private LateWord() {}

    /** @param versions of the TPS that have been accepted */
    static VotingData left(FieldReport report, VotingData data, List<Version> versions) {
        var written = minute(Version.observed(report));
        var left = data;
        for (var version : versions) {
            boolean newer = version.slot().equals(report.slot())
                    && version.reporterId() == report.reporterId()
                    && bySms(version.source()) != bySms(report.source())
                    && minute(version.observedAt()).isAfter(written);
            left = newer ? left.besides(version.data()) : left;
        }
        return left;
    }

    private static boolean bySms(ReportSource source) {
        return source == ReportSource.SMS;
    }

    /** An SMS tells minutes. */
    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }
}
