package id.deskpilkada.fieldreport.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node works off the ledger.
 *
 * @param workers threads for all reports but incidents
 * @param incidentWorkers threads of their own for incidents: one that waits for a row keeps no other call for help waiting
 * @param poll how often it looks for reports that other nodes stored
 * @param maxAttempts technical failures after which a report is set aside for a person to look at
 * @param leaveToTasklist how long a report that announces a task is left to the completion of that task
 */
@ConfigurationProperties("desk.dispatcher")
public record DispatcherSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2") int workers,
        @DefaultValue("2") int incidentWorkers,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("8") int maxAttempts,
        @DefaultValue("30s") Duration leaveToTasklist) {}
