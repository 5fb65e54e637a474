package id.deskpilkada.simulation;

import id.deskpilkada.simulation.world.World;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {

    @Bean
    World demoWorld(DemoSettings settings) {
        return World.of(settings.seed(), settings.districts());
    }
}
