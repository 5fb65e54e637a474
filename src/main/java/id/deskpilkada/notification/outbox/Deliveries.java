package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.channel.NotTaken;
import id.deskpilkada.notification.channel.Patience;
import id.deskpilkada.platform.Changes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of deliveries, and with them of their message. Whoever changes one holds the message's row first, so that two ends never cross. */
@Component
public class Deliveries {

    private static final String OVERALL =
            """
            UPDATE message m SET state = s.state FROM (
              SELECT CASE WHEN bool_or(d.state = 'DELIVERED') THEN 'DELIVERED' WHEN bool_or(d.state = 'SENT') THEN 'SENT'
                          WHEN bool_or(d.state IN ('WAITING', 'SENDING')) THEN 'PENDING' ELSE 'NOT_DELIVERED' END AS state
              FROM message_delivery d WHERE d.message_id = :id) s
            WHERE m.id = :id AND m.read_at IS NULL AND m.state <> s.state RETURNING m.state
            """;

    private final JdbcClient jdbc;
    private final Changes changes;

    Deliveries(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** The channel took it. False when this worker was thought dead and another has it. */
    @Transactional
    public boolean taken(Claimed claimed, ChannelCode channel, @Nullable String reference) {
        lock(claimed.outgoing().id());
        var mine = jdbc.sql(
                        """
                        UPDATE message_delivery SET state = 'SENT', reference = ?, reason = NULL, detail = NULL, lease = NULL, lease_until = NULL,
                          changed_at = clock_timestamp()
                        WHERE id = ? AND lease = ? AND state = 'SENDING'
                        """)
                .params(reference, claimed.delivery(), claimed.lease())
                .update();
        if (mine == 0) {
            return false;
        }
        reported(channel, reference).ifPresent(delivered -> close(claimed.delivery(), delivered));
        settle(claimed.outgoing().id(), channel, null);
        return true;
    }

    /** The channel did not take it: again later, or over. */
    @Transactional
    public boolean notTaken(Claimed claimed, ChannelCode channel, NotTaken failure, Patience patience) {
        lock(claimed.outgoing().id());
        var over = failure.isForGood() || claimed.attempts() >= patience.attempts();
        Duration wait = patience.waitAfter(claimed.attempts());
        var mine = jdbc.sql(
                        """
                        UPDATE message_delivery SET state = :state, reason = :reason, detail = :detail, lease = NULL, lease_until = NULL,
                          perhaps_taken = perhaps_taken OR :unsure, next_attempt_at = clock_timestamp() + make_interval(secs => :wait),
                          changed_at = clock_timestamp()
                        WHERE id = :id AND lease = :lease AND state = 'SENDING'
                        """)
                .param("state", over ? "FAILED" : "WAITING")
                .param("reason", failure.reason())
                .param("detail", failure.detail())
                .param("unsure", failure.isUnsure())
                .param("wait", wait.toMillis() / 1000.0)
                .param("id", claimed.delivery())
                .param("lease", claimed.lease())
                .update();
        if (mine > 0 && over) {
            next(claimed.outgoing().id());
            settle(claimed.outgoing().id(), channel, failure.reason());
        }
        return mine > 0;
    }

    /** A gateway's report on what it took. Delivered stays delivered, whatever comes late. */
    @Transactional
    public void report(ChannelCode channel, String reference, boolean delivered) {
        var found = jdbc.sql(
                        "SELECT message_id FROM message_delivery WHERE channel = ? AND reference = ? ORDER BY id DESC LIMIT 1")
                .params(channel.name(), reference)
                .query(UUID.class)
                .optional();
        if (found.isEmpty()) {
            return;
        }
        lock(found.get());
        var rows = jdbc.sql(
                        "SELECT id FROM message_delivery WHERE channel = ? AND reference = ? AND state IN ('SENT', 'FAILED')")
                .params(channel.name(), reference)
                .query(Long.class)
                .list();
        rows.forEach(id -> close(id, delivered));
        if (!rows.isEmpty()) {
            settle(found.get(), channel, delivered ? null : "GATEWAY_REPORTED_FAILURE");
        }
    }

    /** The person has read it in the inbox: it has arrived, and what has not gone out yet need not. The caller holds the message's row. */
    public void read(UUID message) {
        var before = jdbc.sql("SELECT state FROM message WHERE id = ?")
                .param(message)
                .query(String.class)
                .single();
        jdbc.sql("UPDATE message SET read_at = clock_timestamp(), state = 'DELIVERED' WHERE id = ?")
                .param(message)
                .update();
        jdbc.sql(
                        """
                        UPDATE message_delivery SET state = 'CANCELLED', changed_at = clock_timestamp()
                        WHERE message_id = ? AND state IN ('WAITING', 'RESERVE')
                        """)
                .param(message)
                .update();
        if (!"DELIVERED".equals(before)) {
            note(message, "DELIVERED", ChannelCode.INBOX, null);
        }
        announce(message);
    }

    /** Brings the message in line with its deliveries, and notes what features are to be told. */
    private void settle(UUID message, ChannelCode channel, @Nullable String reason) {
        var state = jdbc.sql(OVERALL).param("id", message).query(String.class).optional();
        if (state.isEmpty()) {
            return;
        }
        if (!"PENDING".equals(state.get())) {
            note(message, state.get(), channel, reason);
        }
        announce(message);
    }

    void announce(UUID message) {
        changes.announce(
                "messages",
                jdbc.sql("SELECT area FROM message WHERE id = ?")
                        .param(message)
                        .query(String.class)
                        .single());
    }

    private void note(UUID message, String kind, ChannelCode channel, @Nullable String reason) {
        jdbc.sql("INSERT INTO message_event (message_id, kind, channel, reason) VALUES (?, ?, ?, ?)")
                .params(message, kind, channel.name(), reason)
                .update();
    }

    void lock(UUID message) {
        jdbc.sql("SELECT id FROM message WHERE id = ? FOR UPDATE")
                .param(message)
                .query(UUID.class)
                .optional();
    }

    private void close(long delivery, boolean delivered) {
        var next = jdbc.sql(
                        """
                        UPDATE message_delivery SET state = CASE WHEN :delivered THEN 'DELIVERED' ELSE 'FAILED' END,
                          reason = CASE WHEN :delivered THEN NULL ELSE 'GATEWAY_REPORTED_FAILURE' END, changed_at = clock_timestamp()
                        WHERE id = :id AND (state = 'SENT' OR state = 'FAILED' AND :delivered) RETURNING message_id
                        """)
                .param("delivered", delivered)
                .param("id", delivery)
                .query(UUID.class)
                .optional();
        if (!delivered) {
            next.ifPresent(this::next);
        }
    }

    private void next(UUID message) {
        jdbc.sql(
                        """
                        UPDATE message_delivery SET state = 'WAITING', next_attempt_at = clock_timestamp() WHERE id = (
                          SELECT id FROM message_delivery WHERE message_id = ? AND state = 'RESERVE' ORDER BY position LIMIT 1)
                        """)
                .param(message)
                .update();
    }

    private Optional<Boolean> reported(ChannelCode channel, @Nullable String reference) {
        return jdbc.sql(
                        "SELECT bool_or(delivered) FROM message_receipt WHERE channel = ? AND reference = ? HAVING count(*) > 0")
                .params(channel.name(), reference)
                .query(Boolean.class)
                .optional();
    }
}
