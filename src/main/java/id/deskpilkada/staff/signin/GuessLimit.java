package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.web.Network;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords or keys one network address may send to a node. Only failures count, and the allowance is wide: a whole district may stand behind one address of
 * a mobile operator.
 */
@Component
public class GuessLimit {

    static final String CACHE = "sign-in-guesses";
    private static final int ALLOWANCE = 600;
    static final Duration REFILL = Duration.ofMinutes(5);

    private final Cache buckets;

    GuessLimit(CacheManager caches) {
        buckets = Objects.requireNonNull(caches.getCache(CACHE));
    }

    /** @throws Problem 429 {@code TOO_MANY_ATTEMPTS} */
    public void refuseIfSpent(String address) {
        if (bucket(address).getAvailableTokens() == 0) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS");
        }
    }

    public void spend(String address) {
        bucket(address).tryConsume(1);
    }

    private Bucket bucket(String address) {
        return Objects.requireNonNull(buckets.get(Network.of(address), () -> Bucket.builder()
                .addLimit(limit -> limit.capacity(ALLOWANCE).refillIntervally(ALLOWANCE, REFILL))
                .build()));
    }
}
