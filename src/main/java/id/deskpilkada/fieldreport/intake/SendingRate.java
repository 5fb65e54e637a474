package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps one account's faulty client from crowding out the others. */
@Component
public class SendingRate {

    static final String CACHE = "sending-rates";

    private final Cache buckets;
    private final LedgerSettings settings;

    SendingRate(CacheManager caches, LedgerSettings settings) {
        this.buckets = Objects.requireNonNull(caches.getCache(CACHE));
        this.settings = settings;
    }

    /** @throws Problem 429 {@code TOO_MANY_REPORTS}, with {@code Retry-After} in the answer */
    public void count(Actor actor, HttpServletResponse answer) {
        var bucket = Objects.requireNonNull(buckets.get(actor.id(), this::full));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            answer.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REPORTS", seconds);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst()).refillGreedy(settings.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
