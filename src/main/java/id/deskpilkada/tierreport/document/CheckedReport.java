package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.seal.Seal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know of a sealed report: which one it is, and which office answers for it; no figures and no person.
 *
 * @param office e.g. {@code Plt. Camat Kramatwatu}; null where no signature is asked for
 * @param newest code of the version that counts now, where it is another one
 */
record CheckedReport(
        String code,
        String region,
        String slot,
        String day,
        String election,
        int version,
        String digest,
        @Nullable String office,
        String sealedAt,
        String keyId,
        @Nullable String newest) {

    static CheckedReport of(TierReport report, Snapshot snapshot, Seal seal, @Nullable String newest, Words words) {
        var said = seal.said();
        var parent = snapshot.parent();
        return new CheckedReport(
                report.code(),
                words.region(snapshot.level(), snapshot.region().name()) + (parent == null ? "" : ", " + parent.name()),
                words.slot(snapshot.slot()),
                words.day(snapshot),
                snapshot.election().name() + ", " + snapshot.round(),
                report.version(),
                report.digest(),
                said.signer() == null ? null : String.join(" / ", Block.office(said, words)),
                words.time(said.at()),
                seal.keyId(),
                Objects.equals(newest, report.code()) ? null : newest);
    }
}
