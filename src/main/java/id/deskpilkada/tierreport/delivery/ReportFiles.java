package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.notification.Attachment;
import id.deskpilkada.tierreport.TierReport;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes along with a mail. */
@Component
class ReportFiles {

    private final Envelopes envelopes;

    ReportFiles(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    List<Attachment> of(TierReport report) {
        return List.of(ReportMail.json(report, envelopes.of(report)));
    }
}
