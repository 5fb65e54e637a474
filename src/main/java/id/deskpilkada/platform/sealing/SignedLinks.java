package id.deskpilkada.platform.sealing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Signs a few bytes so that they fit into the address of a link and nobody can alter or guess them (HMAC-SHA-256, 128 bits of it). What former secrets signed is still known. */
@Component
@EnableConfigurationProperties(SealingSettings.class)
public class SignedLinks {

    private static final String PURPOSE = "links";
    private static final int SIGNATURE = 16;

    private final List<SecretKeySpec> keys;

    SignedLinks(SealingSettings settings, @Value("${desk.data-dir}") Path dataDirectory) {
        var newest = settings.secret().isBlank()
                ? SealingSecret.inside(dataDirectory)
                : SealingSecret.checked(settings.secret().strip(), "desk.sealing.secret");
        keys = Stream.concat(
                        Stream.of(newest), settings.formerSecrets().stream().map(String::strip))
                .filter(secret -> !secret.isBlank())
                .map(secret -> new SecretKeySpec(
                        mac(
                                new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
                                PURPOSE.getBytes(StandardCharsets.UTF_8)),
                        "HmacSHA256"))
                .toList();
    }

    /** Base64 for addresses, without padding. */
    public String sign(byte[] content) {
        var signed = Arrays.copyOf(content, content.length + SIGNATURE);
        System.arraycopy(mac(keys.get(0), content), 0, signed, content.length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** Nothing for what was not signed here. */
    public Optional<byte[]> open(String token) {
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // Several spellings of the last character stand for the same bytes: only the one that was given out is known.
        boolean spelled =
                Base64.getUrlEncoder().withoutPadding().encodeToString(signed).equals(token);
        if (signed.length <= SIGNATURE || !spelled) {
            return Optional.empty();
        }
        var content = Arrays.copyOf(signed, signed.length - SIGNATURE);
        var signature = Arrays.copyOfRange(signed, content.length, signed.length);
        boolean known = keys.stream()
                .anyMatch(key -> MessageDigest.isEqual(Arrays.copyOf(mac(key, content), SIGNATURE), signature));
        return known ? Optional.of(content) : Optional.empty();
    }

    private static byte[] mac(SecretKeySpec key, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
