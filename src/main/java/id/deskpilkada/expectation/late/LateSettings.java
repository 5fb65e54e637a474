package id.deskpilkada.expectation.late;

import id.deskpilkada.fieldreport.ReportKind;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * How late reports are followed up in a new round.
 *
 * @param steps by kind; of a kind that is not named: a reminder a quarter of an hour before, the camat at once, the desk after 15 minutes, the leader after 30
 * @param wavesPerPart how many processes are opened in one transaction
 */
@ConfigurationProperties("desk.late-reports")
record LateSettings(@DefaultValue Map<ReportKind, Steps> steps, @DefaultValue("50") int wavesPerPart) {

    private static final Steps USUAL =
            new Steps(Duration.ofMinutes(15), Duration.ZERO, Duration.ofMinutes(15), Duration.ofMinutes(30));

    Steps of(ReportKind kind) {
        return steps.getOrDefault(kind, USUAL);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LateSettings.class)
    static class Enabled {}
}
