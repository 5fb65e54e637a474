package id.deskpilkada.staff.signin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with the parameters that OWASP names as its minimum: about 20 MiB and 0.1 s of one core for each check. */
@Component
@EnableConfigurationProperties(Passwords.Cost.class)
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder argon2;
    private final String nobodys;

    Passwords(Cost cost) {
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, cost.memoryKib(), cost.iterations());
        nobodys = argon2.encode("nobody's");
    }

    String hash(String password) {
        return argon2.encode(password);
    }

    /** Passwords by any key as hashes by the same key, worked out on all cores. */
    <K> Map<K, String> hash(Map<K, String> passwords) {
        var hashes = new ConcurrentHashMap<K, String>();
        passwords.entrySet().parallelStream().forEach(entry -> hashes.put(entry.getKey(), hash(entry.getValue())));
        return hashes;
    }

    /** Takes as long for somebody without a password as for everybody else, so that the time does not tell who exists. */
    boolean matches(String password, @Nullable String hash) {
        return argon2.matches(password, hash == null ? nobodys : hash) && hash != null;
    }

    /** @param memoryKib memory of one hash in KiB */
    @ConfigurationProperties("desk.passwords")
    record Cost(@DefaultValue("19456") int memoryKib, @DefaultValue("2") int iterations) {}
}
