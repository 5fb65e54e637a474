package id.deskpilkada.c1;

import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a report that came two ways, by SMS and by the app, from two reports. An SMS carries nothing of the report's id and only some of its numbers: equal numbers are the same report, and of two that differ
 * the order in which they arrived says little, because either way may be hours late.
 */
@Component
class C1SaidBefore {

    private final JdbcClient jdbc;

    C1SaidBefore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether a version says already what a report says. Once somebody has begun to verify what an SMS says, the rest of the form changes nothing any more: it stays in the ledger, and whoever verifies reads
     * it from the photo.
     */
    boolean repeats(C1Form form, C1Version version, FieldReport report, C1Data data) {
        if (version.data().equals(data)) {
            return true;
        }
        if (report.source() == ReportSource.SMS && data.saysNoMoreThan(version.data())) {
            return true;
        }
        return version.brief() && form.verificationBegan() && version.data().saysNoMoreThan(data);
    }

    /** Whether a report was written before a version that came the other way; where that is so, a person has to say what the paper reads. */
    boolean isOlder(FieldReport report, C1Version version) {
        boolean otherWay = version.brief() != (report.source() == ReportSource.SMS);
        return otherWay && minute(report.writtenAt()).isBefore(written(version));
    }

    private Instant written(C1Version version) {
        return jdbc.sql("SELECT least(observed_at, received_at) AS written_at FROM field_report WHERE id = ?")
                .param(version.reportId())
                .query((row, number) -> row.getTimestamp("written_at"))
                .optional()
                .map(at -> minute(at.toInstant()))
                .orElseGet(() -> minute(version.capturedAt()));
    }

    /** An SMS tells minutes. */
    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }
}
