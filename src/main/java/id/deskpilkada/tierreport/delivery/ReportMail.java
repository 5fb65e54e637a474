package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.notification.Attachment;
import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.MessageNotDelivered;
import id.deskpilkada.notification.MessageSent;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.notification.Recipient;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A report as an e-mail with attachments. It goes through the outbox: written once for each round of tries, with one Message-ID for all attempts of it. */
@Component
class ReportMail {

    private static final String OCCASION = "tier-delivery/";
    private static final String TEMPLATE = "tier-report-delivery";

    private final Notifications notifications;
    private final ReportFiles files;
    private final ReceiptLinks links;
    private final ReportDeliveries deliveries;
    private final DeliveryRows rows;
    private final Regions regions;

    ReportMail(
            Notifications notifications,
            ReportFiles files,
            ReceiptLinks links,
            ReportDeliveries deliveries,
            DeliveryRows rows,
            Regions regions) {
        this.notifications = notifications;
        this.files = files;
        this.links = links;
        this.deliveries = deliveries;
        this.rows = rows;
        this.regions = regions;
    }

    UUID write(Delivery delivery, TierRecipient recipient, TierReport report) {
        return notifications.send(
                Message.of(TEMPLATE, regions.name(report.area()), report.slot(), report.version(), report.code())
                        .ofRound(report.roundId())
                        .to(Recipient.contact(recipient.name(), Map.of(ChannelCode.EMAIL, recipient.address())))
                        .about(OCCASION + delivery.id() + "/" + delivery.roundOfTries(), report.area())
                        .by(ChannelCode.EMAIL)
                        .linking("/public/tanda-terima/" + links.token(delivery.id()))
                        .with(files.of(report).toArray(Attachment[]::new))
                        .carryingVotes());
    }

    @EventListener
    void taken(MessageSent sent) {
        about(sent.occasion(), sent.message(), deliveries::mailTaken);
    }

    @EventListener
    void notTaken(MessageNotDelivered failed) {
        about(failed.occasion(), failed.message(), id -> deliveries.failed(id, "MAIL_" + failed.reason(), null));
    }

    /** Only the latest mail of a delivery says anything about it. */
    private void about(String occasion, UUID message, LongConsumer then) {
        if (occasion.startsWith(OCCASION)) {
            long id = Long.parseLong(occasion.split("/")[1]);
            if (message.equals(rows.get(id).messageId())) {
                then.accept(id);
            }
        }
    }

    /** What a file of a report is called, e.g. {@code laporan-36.04-13.30-v1.json}. */
    static String fileName(TierReport report, String kind) {
        var slot = report.slot().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        return String.join("-", List.of("laporan", Area.dotted(report.area()), slot, "v" + report.version())) + "."
                + kind;
    }

    static Attachment json(TierReport report, String text) {
        return new Attachment(fileName(report, "json"), "application/json", text.getBytes(StandardCharsets.UTF_8));
    }
}
