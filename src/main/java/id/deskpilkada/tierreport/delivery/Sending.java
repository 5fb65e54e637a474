package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.delivery.Delivery.State;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * One attempt. A node that dies in it leaves nothing behind but the job, which another node does again: an intake answers a repetition with the same receipt, and a mail is written
 * into the outbox in the same transaction that says so.
 */
@Component
class Sending {

    private final DeliveryRows rows;
    private final ReportDeliveries deliveries;
    private final TierRecipients recipients;
    private final TierReportRows reports;
    private final IntakeClient intake;
    private final ReportMail mail;
    private final Clock clock;

    Sending(
            DeliveryRows rows,
            ReportDeliveries deliveries,
            TierRecipients recipients,
            TierReportRows reports,
            IntakeClient intake,
            ReportMail mail,
            Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.reports = reports;
        this.intake = intake;
        this.mail = mail;
        this.clock = clock;
    }

    void send(long id) {
        if (rows.lock(id).state() != State.WAITING) {
            return;
        }
        rows.tried(id);
        var delivery = rows.get(id);
        var recipient = recipients.get(delivery.recipientId());
        if (!recipient.active()) {
            deliveries.failed(id, "RECIPIENT_OFF", null);
        } else if (recipient.way() == Way.EMAIL) {
            deliveries.mailed(delivery, mail.write(delivery, recipient, reports.get(delivery.reportId())));
        } else {
            settle(delivery, intake.hand(recipient, reports.get(delivery.reportId())));
        }
    }

    private void settle(Delivery delivery, IntakeAnswer answer) {
        switch (answer.outcome()) {
            case TAKEN ->
                deliveries.received(delivery.id(), "INTAKE", delivery.recipient(), answer.receiptId(), clock.instant());
            case OVERTAKEN -> deliveries.overtaken(delivery);
            case NOT_YET -> deliveries.notYet(delivery, answer.reason(), answer.detail());
            case REFUSED -> deliveries.failed(delivery.id(), answer.reason(), answer.detail());
        }
    }
}
