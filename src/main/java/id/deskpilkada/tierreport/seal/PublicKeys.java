package id.deskpilkada.tierreport.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Keys of other installations, as people pass them on. */
public final class PublicKeys {

    private PublicKeys() {}

    /** Reads Base64 of a SubjectPublicKeyInfo, with or without the lines of PEM; nothing for what is no Ed25519 key. */
    public static Optional<byte[]> read(String text) {
        try {
            var key = Base64.getDecoder().decode(text.replaceAll("-----[A-Z ]+-----|\\s", ""));
            KeyFactory.getInstance(Ed25519.NAME).generatePublic(new X509EncodedKeySpec(key));
            return Optional.of(key);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The first 16 hexadecimal digits of the SHA-256 of the key. */
    public static String idOf(byte[] key) {
        return Ed25519.idOf(key);
    }

    /** 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
