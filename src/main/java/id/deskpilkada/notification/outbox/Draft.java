package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.text.MessageText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all messages of one occasion have in common.
 *
 * @param order of channels, tried one after the other; empty: as each recipient prefers
 */
public record Draft(
        String occasion,
        String template,
        boolean urgent,
        @Nullable String link,
        MessageText text,
        List<ChannelCode> order,
        @Nullable UUID broadcast) {

    /** Whether being in the inbox is not enough. */
    boolean mustGoOut() {
        return urgent || !order.isEmpty();
    }

    /** Whether all channels are taken at once. */
    boolean allAtOnce() {
        return urgent && order.isEmpty();
    }
}
