package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.Attachment;
import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.channel.Outgoing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open deliveries of a channel as a queue that many workers on many nodes share. */
@Component
class DeliveryQueue {

    private static final String CLAIM =
            """
            WITH claimed AS (
              UPDATE message_delivery SET state = 'SENDING', lease = gen_random_uuid(), lease_until = clock_timestamp() + make_interval(secs => :lease),
                attempts = attempts + 1, repeated = repeated OR perhaps_taken OR state = 'SENDING', perhaps_taken = perhaps_taken OR state = 'SENDING',
                changed_at = clock_timestamp()
              WHERE id = (
                SELECT id FROM message_delivery
                WHERE channel = :channel AND state IN ('WAITING', 'SENDING')
                  AND CASE state WHEN 'WAITING' THEN next_attempt_at <= clock_timestamp() ELSE lease_until < clock_timestamp() END
                ORDER BY urgent DESC, next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
              RETURNING id, message_id, lease, attempts, address, repeated
            )
            SELECT c.*, coalesce(s.name, m.contact) AS name, m.subject, m.short_text, m.long_text, m.link
            FROM claimed c JOIN message m ON m.id = c.message_id LEFT JOIN staff_member s ON s.id = m.staff_id
            """;

    private final JdbcClient jdbc;
    private final OutboxSettings settings;

    DeliveryQueue(JdbcClient jdbc, OutboxSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The most urgent delivery whose time has come, or one whose worker died with it. */
    Optional<Claimed> claim(ChannelCode channel) {
        return jdbc.sql(CLAIM)
                .param("channel", channel.name())
                .param("lease", settings.lease().toSeconds())
                .query((row, number) -> claimed(row, channel))
                .optional();
    }

    private Claimed claimed(ResultSet row, ChannelCode channel) throws SQLException {
        var message = row.getObject("message_id", UUID.class);
        var outgoing = new Outgoing(
                message,
                row.getString("address"),
                String.valueOf(row.getString("name")),
                row.getString("subject"),
                row.getString("short_text"),
                row.getString("long_text"),
                row.getString("link"),
                row.getBoolean("repeated"),
                channel == ChannelCode.EMAIL ? attachments(message) : List.of());
        return new Claimed(row.getLong("id"), row.getObject("lease", UUID.class), row.getInt("attempts"), outgoing);
    }

    private List<Attachment> attachments(UUID message) {
        return jdbc.sql(
                        "SELECT name, media_type, content FROM message_attachment WHERE message_id = ? ORDER BY position")
                .param(message)
                .query(Attachment.class)
                .list();
    }
}
