package id.deskpilkada.dashboard.publicview;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compression and names of contents. */
final class FileBytes {

    private static final int ETAG_BYTES = 12;

    private FileBytes() {}

    static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] plain(byte[] gzip) {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return unpacked.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String etag(byte[] plain) {
        return "W/\"" + HexFormat.of().formatHex(sha256(plain), 0, ETAG_BYTES) + "\"";
    }

    /** As a content security policy names an inlined style. */
    static String policyHash(byte[] plain) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(plain)) + "'";
    }

    private static byte[] sha256(byte[] plain) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(plain);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
