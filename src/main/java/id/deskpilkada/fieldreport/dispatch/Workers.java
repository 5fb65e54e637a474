package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.platform.Crew;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This node's threads that work off the ledger. */
@Configuration(proxyBeanMethods = false)
class Workers {

    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    @Bean
    Crew ledgerWorkers(Handling handling, Nudge nudge, DispatcherSettings settings) {
        var crew = new Crew("The ledger", settings.enabled(), settings.poll(), AFTER_FAULT);
        employ(crew, Lane.INCIDENTS, settings.incidentWorkers(), handling, nudge);
        employ(crew, Lane.OTHERS, settings.workers(), handling, nudge);
        return crew;
    }

    private static void employ(Crew crew, Lane lane, int count, Handling handling, Nudge nudge) {
        for (int number = 1; number <= count; number++) {
            var name = "ledger-" + lane.name().toLowerCase(Locale.ROOT) + "-" + number;
            crew.with(name, () -> handling.next(lane), nudge.of(lane));
        }
    }
}
