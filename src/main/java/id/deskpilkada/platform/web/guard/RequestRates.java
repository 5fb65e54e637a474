package id.deskpilkada.platform.web.guard;

import id.deskpilkada.platform.NamedCache;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.web.Network;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Counts requests by address and by account. Each node counts for itself, in a cache of bounded size: what is forgotten starts anew with a full allowance. */
@Component
class RequestRates {

    private static final String CACHE = "request-rates";
    private static final int NANOS = 1_000_000_000;

    private final Limits limits;
    private final Cache buckets;
    private final MeterRegistry meters;
    private final List<IpAddressMatcher> exempt;

    RequestRates(Limits limits, CacheManager caches, MeterRegistry meters) {
        this.limits = limits;
        this.buckets = Objects.requireNonNull(caches.getCache(CACHE));
        this.meters = meters;
        this.exempt = limits.exempt().stream().map(IpAddressMatcher::new).toList();
    }

    /** How long whoever asks has to wait. @param seconds rounded up */
    record Wait(long seconds) {

        Problem problem() {
            return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", seconds);
        }
    }

    Optional<Wait> countAddress(Traffic traffic, String address) {
        if (exempt.stream().anyMatch(network -> network.matches(address))) {
            return Optional.empty();
        }
        return count("address", limits.address(), traffic, Network.of(address));
    }

    Optional<Wait> countAccount(Traffic traffic, long account) {
        return count("account", limits.account(), traffic, Long.toString(account));
    }

    private Optional<Wait> count(String by, Map<Traffic, Limits.Rate> rates, Traffic traffic, String whose) {
        var rate = rates.get(traffic);
        if (rate == null) {
            return Optional.empty();
        }
        Bucket bucket = Objects.requireNonNull(buckets.get(by + ' ' + traffic + ' ' + whose, rate::full));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        meters.counter("desk.requests.limited", "by", by, "kind", traffic.name().toLowerCase())
                .increment();
        return Optional.of(new Wait(probe.getNanosToWaitForRefill() / NANOS + 1));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Limits.class)
    static class Settings {

        /** Long enough for any bucket to have filled again when it is forgotten. */
        @Bean
        NamedCache requestRateCache() {
            return new NamedCache(CACHE, Duration.ofMinutes(30), 200_000);
        }
    }
}
