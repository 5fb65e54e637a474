package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.seal.Seals;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A settled report as it travels: the snapshot and what was signed about it, each to the byte, in texts of their own. */
@Component
class Envelopes {

    private final TierReportRows rows;
    private final Seals seals;

    Envelopes(TierReportRows rows, Seals seals) {
        this.rows = rows;
        this.seals = seals;
    }

    String of(TierReport report) {
        var seal = seals.of(report.id()).orElseThrow(() -> new IllegalStateException(report.code() + " is not sealed"));
        return CanonicalJson.write(Map.of(
                "code", report.code(),
                "snapshot", rows.snapshot(report.id()),
                "statement", seal.statement(),
                "signature", Base64.getEncoder().encodeToString(seal.signature()),
                "keyId", seal.keyId()));
    }
}
