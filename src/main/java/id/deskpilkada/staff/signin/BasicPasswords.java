package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.staff.Staff;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;

/**
 * HTTP Basic sends the password with every request. One that was right is known again for a minute by a keyed digest, whose key lives in this process only, as long as the
 * account still has the password hash it was checked against.
 */
@Component
class BasicPasswords {

    static final String CACHE = "staff-basic-passwords";
    static final Duration KNOWN_FOR = Duration.ofSeconds(60);

    private final byte[] key = new byte[32];
    private final SignIn signIn;
    private final Staff staff;
    private final PasswordHashes hashes;
    private final SignInRecord record;
    private final Cache known;

    BasicPasswords(SignIn signIn, Staff staff, PasswordHashes hashes, SignInRecord record, CacheManager caches) {
        new SecureRandom().nextBytes(key);
        this.signIn = signIn;
        this.staff = staff;
        this.hashes = hashes;
        this.record = record;
        this.known = Objects.requireNonNull(caches.getCache(CACHE));
    }

    /** @throws id.deskpilkada.platform.Problem as {@link SignIn#check} */
    Actor check(String username, String password, String address) {
        var digest = Digests.hmac(key, username + '\0' + password);
        var hash = known.get(digest, String.class);
        if (hash != null) {
            Optional<Actor> actor = staff.actor(username);
            if (actor.isPresent() && hash.equals(hashes.of(actor.get().id()).orElse(null))) {
                return actor.get();
            }
        }
        var actor = signIn.check(username, password, address);
        record.entered(actor);
        hashes.of(actor.id()).ifPresent(current -> known.put(digest, current));
        return actor;
    }
}
