package id.deskpilkada.fieldreport.chain;

import id.deskpilkada.fieldreport.intake.ContentDigest;
import id.deskpilkada.fieldreport.intake.ReportRow;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.chain.ChainWalk;
import id.deskpilkada.platform.chain.Difference;
import id.deskpilkada.platform.chain.Findings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Compares what a stored report says with its digest, and the photos it names with those that are linked to it. */
final class ReportContents implements ChainWalk.Content {

    /** Of the table as {@code r}. Links of photos are put together once, for they are not found by report. */
    static final String COLUMNS = ReportRow.COLUMNS.replaceAll("(\\w+)", "r.$1")
            + ", r.payload, r.salt, r.content_digest,"
            + " r.payload IS NULL AND r.salt IS NULL AND erased('FIELD_REPORT', r.id::text, r.received_at) AS erased";

    private final Findings findings;

    ReportContents(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void check(ResultSet row, String id) throws SQLException {
        if (row.getBoolean("erased")) {
            findings.counted(LedgerCheck.ERASED, 1);
        } else if (row.getString("payload") == null) {
            findings.found(Difference.of("CONTENT_MISSING", id));
        } else if (!sound(row)) {
            findings.found(Difference.of("CONTENT_CHANGED", id));
        }
    }

    private static boolean sound(ResultSet row) throws SQLException {
        var salt = row.getBytes("salt");
        try {
            return salt != null
                    && Arrays.equals(
                            row.getBytes("content_digest"),
                            ContentDigest.of(salt, ReportRow.outline(row, 0), row.getString("payload")));
        } catch (Problem unreadable) {
            return false;
        }
    }
}
