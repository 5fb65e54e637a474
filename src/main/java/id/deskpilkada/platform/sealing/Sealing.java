package id.deskpilkada.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals texts (AES-256-GCM) so that only nodes with the same secret can read them, and only for the same purpose. */
public final class Sealing {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 4;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String id;

    /** @param purpose what is sealed for one purpose cannot be opened for another */
    public Sealing(String secret, String purpose) {
        key = new SecretKeySpec(derived(secret, purpose), "AES");
        id = HexFormat.of().formatHex(Arrays.copyOf(derived(secret, "name of " + purpose), ID_BYTES));
    }

    private static byte[] derived(String secret, String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names the key without telling anything of it. */
    public String id() {
        return id;
    }

    /** Base64 without padding, fit for a cookie. */
    public String seal(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal(text, ""));
    }

    /** Nothing when it was altered or sealed with another secret. */
    public Optional<String> open(String sealed) {
        try {
            return open(Base64.getUrlDecoder().decode(sealed), "");
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param about where the value belongs; it cannot be opened anywhere else */
    public byte[] seal(String text, String about) {
        var iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, iv, about).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(iv, IV_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, IV_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing when it was altered, sealed with another secret, or belongs elsewhere. */
    public Optional<String> open(byte[] sealed, String about) {
        try {
            var text = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, IV_BYTES), about)
                    .doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] iv, String about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        if (!about.isEmpty()) {
            cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        }
        return cipher;
    }
}
