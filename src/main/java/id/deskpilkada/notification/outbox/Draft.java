package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.text.MessageText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all messages of one occasion have in common.
 *
 * @param practice the practice that they belong to; null for what is real
 * @param forRecipientOnly whether lists of messages keep to themselves what it says
 * @param inbox whether they stay in the inbox, and reach nobody who has none
 * @param order of channels, tried one after the other; empty: as each recipient prefers
 */
public record Draft(
        String occasion,
        String template,
        boolean urgent,
        @Nullable String link,
        MessageText text,
        List<ChannelCode> order,
        @Nullable UUID broadcast,
        @Nullable Long practice,
        boolean inbox,
        boolean forRecipientOnly) {

    /** Whether being in the inbox is not enough. */
    boolean mustGoOut() {
        return !inbox && (urgent || !order.isEmpty());
    }

    /** Whether all channels are taken at once. */
    boolean allAtOnce() {
        return urgent && order.isEmpty();
    }
}
