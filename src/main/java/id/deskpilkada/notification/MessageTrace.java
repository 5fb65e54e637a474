package id.deskpilkada.notification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a message, channel by channel, in the order in which they are tried. */
public record MessageTrace(UUID id, State state, @Nullable OffsetDateTime readAt, List<Way> ways) {

    public MessageTrace {
        ways = List.copyOf(ways);
    }

    public enum State {
        PENDING,
        SENT,
        DELIVERED,
        NOT_DELIVERED
    }

    public enum WayState {
        /** Taken only when those before it have failed. */
        RESERVE,
        WAITING,
        SENDING,
        SENT,
        DELIVERED,
        FAILED,
        /** No longer needed: the person has read it in the inbox. */
        CANCELLED
    }

    /**
     * @param reference what the channel calls it: an e-mail's Message-ID, a gateway's id
     * @param repeated sent again although an earlier attempt may have arrived
     * @param reason of the latest failure; its text stands under {@code notification.reason.<code>}
     */
    public record Way(
            ChannelCode channel,
            String address,
            WayState state,
            int attempts,
            boolean repeated,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable OffsetDateTime changedAt) {}
}
