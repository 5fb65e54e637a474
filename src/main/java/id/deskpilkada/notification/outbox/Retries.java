package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.ChannelCode;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends again what has reached nobody. */
@Component
public class Retries {

    /** Somebody may have mended an address since, or given the first one; a message that had nowhere to go gets the ways it can have now. */
    private static final String ADDRESSES =
            """
            WITH person AS (
              SELECT d.message_id, d.urgent, s.email, s.phone FROM message_delivery d
              JOIN message m ON m.id = d.message_id JOIN staff_member s ON s.id = m.staff_id WHERE d.message_id = :id LIMIT 1
            ), mended AS (
              UPDATE message_delivery d SET address = btrim(CASE d.channel WHEN 'EMAIL' THEN p.email ELSE p.phone END)
              FROM person p WHERE d.message_id = p.message_id AND d.channel <> 'NOWHERE'
                AND btrim(CASE d.channel WHEN 'EMAIL' THEN p.email ELSE p.phone END) <> ''
            ), late AS (
              INSERT INTO message_delivery (message_id, position, channel, address, urgent, state)
              SELECT p.message_id, w.position, w.channel, btrim(w.address), p.urgent, 'RESERVE'
              FROM person p CROSS JOIN LATERAL (VALUES (1, 'EMAIL', p.email), (2, 'SMS', p.phone)) AS w(position, channel, address)
              WHERE btrim(w.address) <> '' AND w.channel = ANY(string_to_array(:ready, ','))
              ON CONFLICT (message_id, channel) DO NOTHING RETURNING message_id
            )
            DELETE FROM message_delivery WHERE message_id IN (SELECT message_id FROM late) AND channel = 'NOWHERE'
            """;

    private static final String AGAIN =
            """
            UPDATE message_delivery SET attempts = 0, next_attempt_at = clock_timestamp(), changed_at = clock_timestamp(), state =
              CASE WHEN urgent OR position = (SELECT min(position) FROM message_delivery WHERE message_id = :id) THEN 'WAITING' ELSE 'RESERVE' END
            WHERE message_id = :id AND state IN ('FAILED', 'RESERVE')
            """;

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final ReadyChannels channels;
    private final Bell bell;

    Retries(JdbcClient jdbc, Deliveries deliveries, ReadyChannels channels, Bell bell) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.channels = channels;
        this.bell = bell;
    }

    /** All ways once more, with the addresses that the staff list has now. False when the message is not undelivered. */
    @Transactional
    public boolean again(UUID message) {
        deliveries.lock(message);
        var open = jdbc.sql("UPDATE message SET state = 'PENDING' WHERE id = ? AND state = 'NOT_DELIVERED'")
                .param(message)
                .update();
        if (open == 0) {
            return false;
        }
        jdbc.sql(ADDRESSES)
                .param("id", message)
                .param(
                        "ready",
                        String.join(
                                ",",
                                channels.ready().stream().map(ChannelCode::name).toList()))
                .update();
        jdbc.sql(AGAIN).param("id", message).update();
        deliveries.announce(message);
        bell.afterCommit();
        return true;
    }
}
