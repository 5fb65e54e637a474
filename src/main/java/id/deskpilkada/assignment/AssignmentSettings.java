package id.deskpilkada.assignment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * How the naming of people is paced, beside the schedule.
 *
 * @param remindBefore how long before the due date the camat is reminded
 * @param gapWithin how long the camat has to fill a village that becomes empty after the due date
 * @param lettersAtOnce most letters in one file
 */
@ConfigurationProperties("desk.assignment")
record AssignmentSettings(
        @DefaultValue("3d") Duration remindBefore,
        @DefaultValue("24h") Duration gapWithin,
        @DefaultValue("200") int lettersAtOnce) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AssignmentSettings.class)
    static class Enabled {}
}
