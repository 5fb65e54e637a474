package id.deskpilkada.sms.handling;

import id.deskpilkada.platform.Crew;
import id.deskpilkada.sms.SmsBell;
import id.deskpilkada.sms.SmsSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This node's thread that works off SMS. */
@Configuration(proxyBeanMethods = false)
class SmsCrew {

    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

    @Bean
    Crew smsWorker(SmsHandling handling, SmsBell bell, SmsSettings settings) {
        return new Crew("SMS", settings.enabled(), settings.poll(), AFTER_FAULT).with("sms", handling::next, bell);
    }
}
