package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.MessageDelivered;
import id.deskpilkada.notification.MessageNotDelivered;
import id.deskpilkada.notification.MessageSent;
import id.deskpilkada.platform.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells features what became of messages: once, in a transaction that their own changes join. A feature that fails is told again later; it can neither undo what went out nor keep
 * others waiting.
 */
@Component
class Announcer {

    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private static final String NEXT =
            """
            SELECT e.id, e.kind, e.channel, e.reason, e.at, m.id AS message, m.occasion, m.template, m.area
            FROM message_event e JOIN message m ON m.id = e.message_id
            WHERE e.next_attempt_at <= clock_timestamp()
              AND NOT EXISTS (SELECT 1 FROM message_event b WHERE b.message_id = e.message_id AND b.id < e.id)
            ORDER BY e.id LIMIT 1 FOR UPDATE OF e SKIP LOCKED
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Announcer(JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
    }

    /** False when nothing is to be told now. */
    boolean next() {
        var told = new AtomicLong();
        try {
            return Scope.system(
                    OutboxSettings.WORK, () -> Boolean.TRUE.equals(transaction.execute(status -> tell(told))));
        } catch (RuntimeException failure) {
            if (told.get() == 0) {
                throw failure;
            }
            log.error("A feature could not take what became of a message", failure);
            Scope.system(OutboxSettings.WORK, () -> transaction.executeWithoutResult(status -> later(told.get())));
            return true;
        }
    }

    private boolean tell(AtomicLong told) {
        var found = jdbc.sql(NEXT).query(Announcer::read).optional();
        if (found.isEmpty()) {
            return false;
        }
        told.set(found.get().id());
        jdbc.sql("DELETE FROM message_event WHERE id = ?")
                .param(found.get().id())
                .update();
        events.publishEvent(found.get().event());
        return true;
    }

    private void later(long id) {
        jdbc.sql(
                        """
                        UPDATE message_event SET attempts = attempts + 1,
                          next_attempt_at = clock_timestamp() + make_interval(secs => least(300, 2 ^ least(attempts, 10)))
                        WHERE id = ?
                        """)
                .param(id)
                .update();
    }

    private static Told read(ResultSet row, int number) throws SQLException {
        var message = row.getObject("message", UUID.class);
        var occasion = row.getString("occasion");
        var template = row.getString("template");
        var area = row.getString("area");
        var channel = ChannelCode.valueOf(row.getString("channel"));
        var at = row.getTimestamp("at").toInstant();
        var reason = String.valueOf(row.getString("reason"));
        Object event =
                switch (row.getString("kind")) {
                    case "SENT" -> new MessageSent(message, occasion, template, area, channel, at);
                    case "DELIVERED" -> new MessageDelivered(message, occasion, template, area, channel, at);
                    default -> new MessageNotDelivered(message, occasion, template, area, reason, at);
                };
        return new Told(row.getLong("id"), event);
    }

    private record Told(long id, Object event) {}
}
