package id.deskpilkada.tierreport.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Change;
import id.deskpilkada.tierreport.seal.Seal;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A report as a file that can be verified without us: what was digested and what was signed stand in it as texts, to the byte, so that no reader has to write JSON as we do. */
@Component
class ReportJson {

    static final String FORMAT = "desk-pilkada/tier-report-file/1";

    /**
     * @param snapshot canonical JSON, whose SHA-256 in UTF-8 is {@code digest}; without votes, and then with another digest, where {@code withheld}
     * @param statement canonical JSON, which {@code signature} (Ed25519, Base64) is of; null before it is settled
     * @param keyId of {@code /public/seal-keys.json}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            String format,
            String disclaimer,
            String code,
            String digest,
            String state,
            @Nullable Boolean withheld,
            String snapshot,
            @Nullable String statement,
            @Nullable String signature,
            @Nullable String keyId,
            @JsonProperty("check") @Nullable String address,
            List<Change> changes) {}

    /** @param snapshot as it is stored */
    String of(Material of, String snapshot, @Nullable Seal seal) {
        return CanonicalJson.write(new File(
                FORMAT,
                of.snapshot().disclaimer(),
                of.code(),
                of.digest(),
                of.state().name(),
                of.withheld() ? true : null,
                of.withheld() ? CanonicalJson.write(of.snapshot()) : snapshot,
                seal == null ? null : seal.statement(),
                seal == null ? null : Base64.getEncoder().encodeToString(seal.signature()),
                seal == null ? null : seal.keyId(),
                of.address(),
                of.changes()));
    }
}
