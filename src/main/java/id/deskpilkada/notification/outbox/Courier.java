package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.channel.Channel;
import id.deskpilkada.notification.channel.NotTaken;
import id.deskpilkada.platform.Scope;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries one message from claim to end: claimed and committed, then called without a transaction or a connection, then settled. A node that dies in between leaves a lease
 * behind; whoever finds it over sends again and says that it is a repeat.
 */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final DeliveryQueue queue;
    private final Deliveries deliveries;
    private final Calls calls;
    private final TransactionTemplate transaction;

    Courier(DeliveryQueue queue, Deliveries deliveries, Calls calls, TransactionTemplate transaction) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.calls = calls;
        this.transaction = transaction;
    }

    /** False when nothing waits for this channel now. */
    boolean next(Channel channel) {
        return Scope.system(OutboxSettings.WORK, () -> {
            var claimed = claim(channel);
            claimed.ifPresent(one -> carry(channel, one));
            return claimed.isPresent();
        });
    }

    Optional<Claimed> claim(Channel channel) {
        return transaction.execute(status -> queue.claim(channel.code()));
    }

    void carry(Channel channel, Claimed claimed) {
        var patience = channel.patience();
        boolean mine;
        try {
            if (claimed.attempts() > patience.attempts()) {
                throw NotTaken.perhaps("INTERRUPTED", null);
            }
            if (!channel.ready()) {
                throw NotTaken.forGood("CHANNEL_NOT_SET_UP", null);
            }
            var reference = calls.make(channel, claimed.outgoing());
            mine = deliveries.taken(claimed, channel.code(), reference);
        } catch (NotTaken failure) {
            mine = deliveries.notTaken(claimed, channel.code(), failure, patience);
            log.info("Message {} by {}: {}", claimed.outgoing().id(), channel.code(), failure.reason());
        }
        if (!mine) {
            log.warn(
                    "Message {} by {} took too long and went out twice",
                    claimed.outgoing().id(),
                    channel.code());
        }
    }
}
