package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.notification.Attachment;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.document.TierDocuments;
import java.util.List;
import org.springframework.stereotype.Component;

/** What goes along with a mail. */
@Component
class ReportFiles {

    private final Envelopes envelopes;
    private final TierDocuments documents;

    ReportFiles(Envelopes envelopes, TierDocuments documents) {
        this.envelopes = envelopes;
        this.documents = documents;
    }

    List<Attachment> of(TierReport report) {
        var pdf = documents.forDelivery(report.id()).pdf();
        return List.of(
                new Attachment(ReportMail.fileName(report, "pdf"), "application/pdf", pdf),
                ReportMail.json(report, envelopes.of(report)));
    }
}
