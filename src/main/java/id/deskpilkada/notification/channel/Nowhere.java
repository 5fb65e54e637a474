package id.deskpilkada.notification.channel;

import id.deskpilkada.notification.ChannelCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fails at once, so that a message without any address ends like every other that cannot be delivered: visibly. */
@Component
class Nowhere implements Channel {

    @Override
    public ChannelCode code() {
        return ChannelCode.NOWHERE;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Patience patience() {
        return new Patience(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Override
    public @Nullable String hand(Outgoing message) throws NotTaken {
        throw NotTaken.forGood("NO_ADDRESS", null);
    }
}
