package id.deskpilkada.tierreport.seal;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the installation signs, as canonical JSON: which report, by its digest, and whose approval was recorded.
 *
 * @param what {@link #WHAT}, so that a signature of something else is never taken for one of these
 * @param region dotted
 * @param signer name of the person; null, as all that belongs to them, where no signature is asked for
 * @param capacity code of {@link id.deskpilkada.tierreport.Capacity}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(
        String what,
        String code,
        String digest,
        String election,
        String round,
        String level,
        String slot,
        String region,
        int version,
        @Nullable String signer,
        @Nullable String position,
        @Nullable String rank,
        @Nullable String nip,
        @Nullable String capacity,
        @Nullable String onBehalfOf,
        @Nullable String signedInBy,
        @Nullable String remarks,
        OffsetDateTime at,
        String keyId) {

    public static final String WHAT = "desk-pilkada/tier-report/1";

    static Statement of(
            TierReport report, Snapshot snapshot, @Nullable Approval approval, OffsetDateTime at, String keyId) {
        return new Statement(
                WHAT,
                report.code(),
                report.digest(),
                snapshot.election().code(),
                snapshot.round(),
                report.level().name(),
                report.slot(),
                snapshot.region().code(),
                report.version(),
                approval == null ? null : approval.name(),
                approval == null ? null : approval.position(),
                approval == null ? null : approval.rank(),
                approval == null ? null : approval.nip(),
                approval == null ? null : approval.capacity().name(),
                approval == null ? null : approval.onBehalfOf(),
                approval == null ? null : approval.signedInBy(),
                approval == null ? null : approval.remarks(),
                at,
                keyId);
    }

    /** @throws IllegalStateException for what is no statement */
    public static Statement read(String text) {
        return CanonicalJson.read(text, Statement.class);
    }

    /** Whether it is about this snapshot and calls it what it calls itself. */
    boolean isAbout(String snapshotText) {
        if (!CanonicalJson.digest(snapshotText).equals(digest)) {
            return false;
        }
        var snapshot = CanonicalJson.read(snapshotText, Snapshot.class);
        return WHAT.equals(what)
                && snapshot.region().code().equals(region)
                && snapshot.level().equals(level)
                && snapshot.slot().equals(slot)
                && snapshot.election().code().equals(election)
                && snapshot.round().equals(round)
                && snapshot.version() == version;
    }
}
