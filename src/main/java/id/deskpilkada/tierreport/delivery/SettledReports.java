package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.election.Elections;
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
    private final Elections elections;

    SettledReports(TierRecipients recipients, ReportDeliveries deliveries, DeskSettings settings, Elections elections) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.settings = settings;
        this.elections = elections;
    }

    @EventListener
    void settled(TierReportSettled event) {
        var report = event.report();
        // What was practised with never leaves the house.
        if (report.area().equals(settings.area())
                && !elections.round(report.roundId()).rehearsal()) {
            Scope.system(ReportDeliveryProcess.WORK, () -> recipients.all().stream()
                    .filter(recipient -> recipient.wants(report.slot()))
                    .forEach(recipient -> deliveries.begin(report, recipient)));
        }
    }
}
