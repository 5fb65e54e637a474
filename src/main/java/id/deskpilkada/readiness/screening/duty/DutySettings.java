package id.deskpilkada.readiness.screening.duty;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** @param longest how long officers may be on duty before it is signalled */
@ConfigurationProperties("desk.duty")
record DutySettings(@DefaultValue("PT12H") Duration longest) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DutySettings.class)
    static class Registration {}

    /** Runs by itself wherever reports are worked off by themselves. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "desk.dispatcher.enabled", matchIfMissing = true)
    static class Schedule {

        private final DutyWatch watch;

        Schedule(DutyWatch watch) {
            this.watch = watch;
        }

        @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
        void run() {
            watch.look();
        }
    }
}
