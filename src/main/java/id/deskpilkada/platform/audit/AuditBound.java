package id.deskpilkada.platform.audit;

import id.deskpilkada.platform.NamedCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Refusals are recorded, but nobody can flood the trail with them: each person, or address of nobody known, leaves so many a minute and node, and the last says that more were left out. */
@Component
public class AuditBound {

    private static final String CACHE = "audit-refusals";
    private static final int MOST_A_MINUTE = 20;

    private final Cache counts;

    AuditBound(CacheManager caches) {
        this.counts = Objects.requireNonNull(caches.getCache(CACHE));
    }

    /** Empty when this one is too many; true when it is the last of its minute. */
    public Optional<Boolean> within(String whom) {
        var count = Objects.requireNonNull(counts.get(whom, AtomicInteger::new)).incrementAndGet();
        return count > MOST_A_MINUTE ? Optional.empty() : Optional.of(count == MOST_A_MINUTE);
    }

    /** The entry with the remark that what follows within the minute is not written. */
    public AuditEntry last(AuditEntry entry) {
        Map<String, String> details = new HashMap<>(entry.details());
        details.put("following", "left out");
        return new AuditEntry(entry.action(), entry.object(), entry.area(), entry.outcome(), details);
    }

    @Configuration(proxyBeanMethods = false)
    static class Counts {

        @Bean
        NamedCache refusalCounts() {
            return new NamedCache(CACHE, Duration.ofMinutes(1), 50_000);
        }
    }
}
