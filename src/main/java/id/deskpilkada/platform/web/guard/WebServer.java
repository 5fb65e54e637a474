package id.deskpilkada.platform.web.guard;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Whom the web server believes about where a request came from, and how it tells a refusal of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebServer.Proxies.class)
class WebServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final Proxies proxies;

    WebServer(Proxies proxies) {
        this.proxies = proxies;
    }

    /** @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) of the reverse proxies whose {@code X-Forwarded-*} headers are believed; by default nobody's */
    @ConfigurationProperties("desk")
    record Proxies(@DefaultValue List<String> trustedProxies) {}

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BareErrors()));
        // Left to the firewall, whose refusal carries our headers; the web server's own would be bare.
        factory.addConnectorCustomizers(connector -> connector.setAllowTrace(true));
        if (!proxies.trustedProxies().isEmpty()) {
            factory.addEngineValves(behindProxies());
        }
    }

    private RemoteIpValve behindProxies() {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(NetworkPattern.of(proxies.trustedProxies()));
        valve.setTrustedProxies(null);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }
}
