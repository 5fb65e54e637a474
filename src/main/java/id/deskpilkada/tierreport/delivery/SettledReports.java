package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.tierreport.TierReportSettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends the installation's own report up as soon as it is settled, in the same transaction: killed a moment later, it goes after the restart. */
@Component
class SettledReports {

    private final TierRecipients recipients;
    private final ReportDeliveries deliveries;
    private final DeskSettings settings;

    SettledReports(TierRecipients recipients, ReportDeliveries deliveries, DeskSettings settings) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    @EventListener
    void settled(TierReportSettled event) {
        var report = event.report();
        if (report.area().equals(settings.area())) {
            Scope.system(ReportDeliveryProcess.WORK, () -> recipients.all().stream()
                    .filter(recipient -> recipient.wants(report.slot()))
                    .forEach(recipient -> deliveries.begin(report, recipient)));
        }
    }
}
