package id.deskpilkada.platform.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The hash that ties a row to everything its district stored before: SHA-256 of the link before, the row's id and its digest. */
final class Link {

    private Link() {}

    /** What the first link of a district follows: the SHA-256 of the district's digits. */
    static byte[] beginning(String districtArea) {
        return sha256().digest(districtArea.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] after(byte[] previous, UUID row, byte[] contentDigest) {
        var digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(16)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array());
        return digest.digest(contentDigest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
