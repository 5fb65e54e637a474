package id.deskpilkada.fieldreport.intake;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The short code of a stored report, in letters and digits that are not mistaken for each other (Crockford's base 32): {@code 7K2QM-X9T4D}. */
final class Receipt {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;

    private Receipt() {}

    static String of(UUID id, byte[] contentDigest) {
        var digest = ContentDigest.sha256();
        digest.update(id.toString().getBytes(StandardCharsets.US_ASCII));
        var bits = new BigInteger(1, digest.digest(contentDigest)).shiftRight(256 - 5 * LENGTH);
        var code = new StringBuilder(LENGTH + 1);
        for (int at = LENGTH - 1; at >= 0; at--) {
            code.append(LETTERS.charAt(bits.shiftRight(5 * at).intValue() & 31));
            if (at == LENGTH / 2) {
                code.append('-');
            }
        }
        return code.toString();
    }
}
