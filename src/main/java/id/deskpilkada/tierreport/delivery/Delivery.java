package id.deskpilkada.tierreport.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report on its way to one recipient.
 *
 * @param recipient its name when the report was settled
 * @param attempts within this round of tries
 * @param reason code of the latest failure, as {@code tier.delivery.reason.<code>} tells it; {@code detail} in the words of the other side
 * @param sentAt when the mail server or the intake took it
 * @param receivedBy who says so
 */
record Delivery(
        long id,
        long reportId,
        long recipientId,
        String area,
        String recipient,
        Way way,
        State state,
        int attempts,
        int roundOfTries,
        Instant nextAttemptAt,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable UUID messageId,
        @Nullable Instant sentAt,
        @Nullable String receiptId,
        @Nullable Instant receivedAt,
        @Nullable String receivedVia,
        @Nullable String receivedBy,
        int asked,
        Instant createdAt) {

    enum State {
        WAITING,
        SENT,
        RECEIVED,
        FAILED,
        SUPERSEDED;

        boolean isOver() {
            return this == RECEIVED || this == SUPERSEDED;
        }
    }
}
