package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.Attachment;
import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.Recipient.Contact;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes messages and the ways they are to take, in the caller's transaction; any number of recipients in one statement. */
@Component
public class Outbox {

    /**
     * {@code recipient(id, staff_id, contact, key, area, email, phone)} is put before it. Nothing is joined by what the planner cannot estimate: each recipient carries their
     * own ways, and who is new is asked of a hashed set.
     */
    private static final String WRITE =
            """
            , planned AS MATERIALIZED (
              SELECT r.*, coalesce(w.channels, CASE WHEN :mustGoOut OR r.staff_id IS NULL AND NOT :inbox THEN ARRAY['NOWHERE'] ELSE '{}' END) AS channels,
                     coalesce(w.addresses, ARRAY['-']) AS addresses
              FROM recipient r CROSS JOIN LATERAL (
                SELECT array_agg(v.channel ORDER BY v.position, v.channel) AS channels, array_agg(v.address ORDER BY v.position, v.channel) AS addresses
                FROM (
                  SELECT c.channel, btrim(CASE c.channel WHEN 'EMAIL' THEN r.email ELSE r.phone END) AS address, coalesce(p.position, c.position) AS position
                  FROM unnest(string_to_array(:channels, ','), string_to_array(:uses, ',')) WITH ORDINALITY AS c(channel, uses, position)
                  LEFT JOIN message_preference p ON :asPreferred AND p.staff_id = r.staff_id AND p.channel = c.channel
                  WHERE c.channel = ANY(string_to_array(:ready, ','))
                    AND (coalesce(p.uses, c.uses) = 'ALWAYS' OR coalesce(p.uses, c.uses) = 'URGENT' AND :urgent)) v
                WHERE v.address <> '') w
            ), written AS (
              INSERT INTO message (id, occasion, recipient, staff_id, contact, template, area, urgent, link, subject, short_text, long_text, broadcast_id, practice_round, for_recipient_only, state)
              SELECT id, :occasion, key, staff_id, contact, :template, area, :urgent, :link, :subject, :short, :long, :broadcast, :practice, :forRecipientOnly,
                     CASE WHEN cardinality(channels) = 0 THEN 'SENT' ELSE 'PENDING' END
              FROM planned ON CONFLICT (occasion, recipient) DO NOTHING
              RETURNING id
            ), posted AS (
              INSERT INTO message_delivery (message_id, position, channel, address, urgent, state)
              SELECT p.id, y.position, y.channel, y.address, :urgent, CASE WHEN :allAtOnce OR y.position = 1 THEN 'WAITING' ELSE 'RESERVE' END
              FROM planned p CROSS JOIN LATERAL unnest(p.channels, p.addresses) WITH ORDINALITY AS y(channel, address, position)
              WHERE y.channel IS NOT NULL AND (p.id IN (SELECT id FROM written)) IS TRUE
            )
            SELECT id FROM written
            """;

    private static final String ONE_CONTACT =
            """
            WITH recipient AS (
              SELECT gen_random_uuid() AS id, CAST(NULL AS bigint) AS staff_id, CAST(:name AS text) AS contact, CAST(:key AS text) AS key,
                     CAST(:area AS text) AS area, CAST(:email AS text) AS email, CAST(:phone AS text) AS phone
            )
            """;

    /** Who is chosen is worked out once: a planner that expects three people where there are thousands would do it again for each of them. */
    private static final String STAFF =
            """
            WITH chosen AS MATERIALIZED (%s
            ), recipient AS MATERIALIZED (
              SELECT gen_random_uuid() AS id, m.id AS staff_id, CAST(NULL AS text) AS contact, 'staff:' || m.id AS key, s.area,
                     CASE WHEN m.active THEN m.email END AS email, CASE WHEN m.active THEN m.phone END AS phone
              FROM chosen s JOIN staff_member m ON m.id = s.staff_id
            )
            """;

    private final JdbcClient jdbc;
    private final ReadyChannels channels;
    private final Bell bell;

    Outbox(JdbcClient jdbc, ReadyChannels channels, Bell bell) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.bell = bell;
    }

    /**
     * Writes a message for each row of a query.
     *
     * @param people SQL that gives {@code staff_id} once each and {@code area}
     * @param parameters of that SQL, by name
     * @return how many messages are new
     */
    public int toStaff(Draft draft, String people, Map<String, Object> parameters) {
        return write(draft, STAFF.formatted(people), parameters).size();
    }

    public int toContact(Draft draft, Contact contact, String key, String area) {
        var addresses = contact.addresses();
        return write(
                        draft,
                        ONE_CONTACT,
                        Map.of(
                                "name",
                                contact.name(),
                                "key",
                                key,
                                "area",
                                area,
                                "email",
                                addresses.getOrDefault(ChannelCode.EMAIL, ""),
                                "phone",
                                addresses.getOrDefault(ChannelCode.SMS, "")))
                .size();
    }

    public void attach(UUID message, List<Attachment> files) {
        for (int at = 0; at < files.size(); at++) {
            var file = files.get(at);
            jdbc.sql(
                            "INSERT INTO message_attachment (message_id, position, name, media_type, content) VALUES (?, ?, ?, ?, ?)")
                    .params(message, at, file.name(), file.mediaType(), file.content())
                    .update();
        }
    }

    private List<UUID> write(Draft draft, String recipients, Map<String, Object> parameters) {
        var order = draft.order().isEmpty() ? ChannelCode.outward() : draft.order();
        StatementSpec statement = jdbc.sql(recipients + WRITE)
                .params(parameters)
                .param("channels", names(order))
                .param("uses", uses(draft, order))
                .param("asPreferred", draft.order().isEmpty())
                .param("ready", draft.inbox() ? "" : names(channels.ready()))
                .param("inbox", draft.inbox())
                .param("practice", draft.practice(), java.sql.Types.BIGINT)
                .param("forRecipientOnly", draft.forRecipientOnly())
                .param("urgent", draft.urgent())
                .param("mustGoOut", draft.mustGoOut())
                .param("allAtOnce", draft.allAtOnce())
                .param("occasion", draft.occasion())
                .param("template", draft.template())
                .param("link", draft.link(), java.sql.Types.VARCHAR)
                .param("subject", draft.text().subject())
                .param("short", draft.text().brief())
                .param("long", draft.text().full())
                .param("broadcast", draft.broadcast(), java.sql.Types.OTHER);
        var written = statement.query(UUID.class).list();
        bell.afterCommit();
        return written;
    }

    /** Unless somebody has chosen otherwise, e-mail is for everything and SMS for what is urgent. */
    private static String uses(Draft draft, List<ChannelCode> order) {
        return order.stream()
                .map(channel -> draft.order().isEmpty() && channel == ChannelCode.SMS ? "URGENT" : "ALWAYS")
                .collect(Collectors.joining(","));
    }

    private static String names(List<ChannelCode> channels) {
        return channels.stream().map(ChannelCode::name).collect(Collectors.joining(","));
    }
}
