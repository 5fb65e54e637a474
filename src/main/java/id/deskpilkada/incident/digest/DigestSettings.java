package id.deskpilkada.incident.digest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/** @param digest how far two digests for the leaders are apart at least; 0: none are written */
@ConfigurationProperties("desk.incident")
record DigestSettings(@DefaultValue("1h") Duration digest) {

    boolean isOff() {
        return digest.isZero() || digest.isNegative();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DigestSettings.class)
    static class Enabled {}
}
