package id.deskpilkada.election;

import id.deskpilkada.platform.NamedCache;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ElectionSettings {

    /** Room for each TPS of a large regency with its voter lists. */
    @Bean
    NamedCache electionLookUps() {
        return new NamedCache(ElectionCache.NAME, Duration.ofSeconds(5), 50_000);
    }
}
