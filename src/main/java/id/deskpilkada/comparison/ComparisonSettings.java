package id.deskpilkada.comparison;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * How the desk works through differences.
 *
 * @param openPerDistrict how many tasks of a district are open at once
 * @param target how long tracing one may take
 * @param lookAgain how often both sides are compared again while somebody is at it
 */
@ConfigurationProperties("desk.comparison")
record ComparisonSettings(
        @DefaultValue("5") int openPerDistrict,
        @DefaultValue("24h") Duration target,
        @DefaultValue("15m") Duration lookAgain) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ComparisonSettings.class)
    static class Bound {}
}
