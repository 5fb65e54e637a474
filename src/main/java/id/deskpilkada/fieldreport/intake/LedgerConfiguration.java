package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.fieldreport.dispatch.DispatcherSettings;
import id.deskpilkada.platform.NamedCache;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LedgerSettings.class, DispatcherSettings.class})
class LedgerConfiguration {

    @Bean
    NamedCache sendingRates() {
        return new NamedCache(SendingRate.CACHE, Duration.ofMinutes(15), 20_000);
    }
}
