package id.deskpilkada.tierreport.seal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The installation's signature over a report and, where a person has sealed it, over their approval. Not a certified electronic signature.
 *
 * @param statement canonical JSON of a {@link Statement}, to the byte what was signed
 * @param signature Ed25519, 64 bytes
 * @param signerId null where no signature is asked for
 */
public record Seal(
        long reportId, String statement, byte[] signature, String keyId, @Nullable Long signerId, Instant signedAt) {

    public Statement said() {
        return Statement.read(statement);
    }
}
