package id.deskpilkada.platform.web.guard;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Refuses, before anything reads it, a request whose address, headers or parameters could be read in two ways. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Firewall.Hosts.class)
class Firewall {

    /** @param hosts the names by which people reach this installation; empty lets every name through */
    @ConfigurationProperties("desk.web")
    record Hosts(@DefaultValue List<String> hosts) {}

    @Bean
    HttpFirewall requestFirewall(Hosts known) {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(Firewall::hasNoNull);
        firewall.setAllowedParameterValues(Firewall::hasNoNull);
        if (!known.hosts().isEmpty()) {
            firewall.setAllowedHostnames(name -> known.hosts().contains(name));
        }
        return firewall;
    }

    /** The database has no such character, so a text that holds one is no text of ours. */
    private static boolean hasNoNull(String text) {
        return text.indexOf('\0') < 0;
    }
}
