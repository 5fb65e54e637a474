package id.deskpilkada.notification.channel;

import id.deskpilkada.notification.ChannelCode;
import org.jspecify.annotations.Nullable;

/** One way out of the application. A new gateway is one more bean of this kind. */
public interface Channel {

    ChannelCode code();

    /** Whether this installation has what it takes; messages are given only to channels that are ready. */
    boolean ready();

    Patience patience();

    /**
     * Hands one message over, outside of any transaction. The caller gives up after {@link Patience#call()}.
     *
     * @return what the other side calls it, for delivery reports; null when it gives no name
     */
    @Nullable
    String hand(Outgoing message) throws NotTaken;
}
