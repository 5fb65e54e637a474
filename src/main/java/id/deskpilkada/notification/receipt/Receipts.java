package id.deskpilkada.notification.receipt;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.outbox.Deliveries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Delivery reports, kept as they come: repeated, late, or before we know the message's reference ourselves. */
@Component
class Receipts {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;

    Receipts(JdbcClient jdbc, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    @Transactional
    public void take(ChannelCode channel, String reference, boolean delivered) {
        int fresh = jdbc.sql(
                        "INSERT INTO message_receipt (channel, reference, delivered) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(channel.name(), reference, delivered)
                .update();
        if (fresh > 0) {
            deliveries.report(channel, reference, delivered);
        }
    }
}
