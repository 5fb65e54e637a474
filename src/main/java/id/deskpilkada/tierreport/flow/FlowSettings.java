package id.deskpilkada.tierreport.flow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * How late tiers are followed up.
 *
 * @param callAfter how long a camat has before the desk is asked to call
 * @param leaderAfter how long before the leader on duty gets a digest
 * @param waitForDistricts how long the regency waits for its districts after the due time, and again after it gave a report back
 * @param remindAfter how long the desk has to check, and a leader to approve, before somebody is reminded
 * @param passOverAfter how late a slot may be compiled that a later one has overtaken
 * @param casesPerPart how many processes are opened in one transaction
 */
@ConfigurationProperties("desk.tier-reports.flow")
record FlowSettings(
        @DefaultValue("15m") Duration callAfter,
        @DefaultValue("30m") Duration leaderAfter,
        @DefaultValue("30m") Duration waitForDistricts,
        @DefaultValue("15m") Duration remindAfter,
        @DefaultValue("30m") Duration passOverAfter,
        @DefaultValue("50") int casesPerPart) {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FlowSettings.class)
    static class Enabled {}
}
