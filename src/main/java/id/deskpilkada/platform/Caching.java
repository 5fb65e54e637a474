package id.deskpilkada.platform;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nodes share one database and tell each other nothing, so what one of them remembers is stale after a few seconds at most; modules that need other rules register a {@link NamedCache}. */
@Configuration(proxyBeanMethods = false)
// Outside of transactions: a remembered value costs no connection, and a change is forgotten after its commit.
@EnableCaching(order = 0)
class Caching {

    private static final Duration STALE_AFTER = Duration.ofSeconds(5);
    private static final int ENTRIES = 20_000;

    @Bean
    CaffeineCacheManager cacheManager(ObjectProvider<NamedCache> named) {
        var manager = new CaffeineCacheManager();
        manager.setCaffeine(Caffeine.newBuilder().expireAfterWrite(STALE_AFTER).maximumSize(ENTRIES));
        named.stream()
                .forEach(cache -> manager.registerCustomCache(
                        cache.name(),
                        Caffeine.newBuilder()
                                .expireAfterWrite(cache.timeToLive())
                                .maximumSize(cache.entries())
                                .build()));
        return manager;
    }
}
