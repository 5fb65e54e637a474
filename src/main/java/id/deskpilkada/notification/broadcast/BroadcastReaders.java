package id.deskpilkada.notification.broadcast;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Page.Window;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has read what the desk told everybody, and who has not. */
@Component
class BroadcastReaders {

    private static final String BROADCAST =
            """
            SELECT b.id, b.area, b.roles, b.title, b.body AS text, b.urgent, s.name AS sender, b.recipients, b.created_at,
                   (SELECT count(*) FROM message m WHERE m.broadcast_id = b.id AND m.read_at IS NOT NULL) AS read,
                   (SELECT count(*) FROM message m WHERE m.broadcast_id = b.id AND m.state = 'NOT_DELIVERED') AS not_delivered
            FROM broadcast b JOIN staff_member s ON s.id = b.sender_id
            WHERE EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) a WHERE starts_with(b.area, a))
            """;

    private final JdbcClient jdbc;

    BroadcastReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sent(
            UUID id,
            String area,
            String roles,
            String title,
            String text,
            boolean urgent,
            String sender,
            int recipients,
            OffsetDateTime createdAt,
            int read,
            int notDelivered) {}

    record Reader(String username, String name, @Nullable String phone, String area, @Nullable OffsetDateTime readAt) {}

    @Transactional(readOnly = true)
    public Page<Sent> all(Actor actor, Window window) {
        var areas = areas(actor);
        long total = jdbc.sql("SELECT count(*) FROM (" + BROADCAST + ") t")
                .param("areas", areas)
                .query(Long.class)
                .single();
        var items = jdbc.sql(BROADCAST + " ORDER BY b.created_at DESC, b.id LIMIT :size OFFSET :offset")
                .param("areas", areas)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Sent.class)
                .list();
        return new Page<>(items, window.page(), window.size(), total);
    }

    /** @throws Problem 404 {@code MESSAGE_NOT_FOUND} */
    @Transactional(readOnly = true)
    public Sent one(Actor actor, UUID id) {
        return jdbc.sql(BROADCAST + " AND b.id = :id")
                .param("areas", areas(actor))
                .param("id", id)
                .query(Sent.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("MESSAGE_NOT_FOUND"));
    }

    /** By name. @param read those who have read it, or those who have not */
    @Transactional(readOnly = true)
    public Page<Reader> readers(Actor actor, UUID id, boolean read, Window window) {
        one(actor, id);
        var from =
                " FROM message m JOIN staff_member s ON s.id = m.staff_id WHERE m.broadcast_id = :id AND (m.read_at IS NOT NULL) = :read ";
        long total = jdbc.sql("SELECT count(*)" + from)
                .param("id", id)
                .param("read", read)
                .query(Long.class)
                .single();
        List<Reader> items = jdbc.sql("SELECT s.username, s.name, s.phone, m.area, m.read_at" + from
                        + "ORDER BY s.name, s.id LIMIT :size OFFSET :offset")
                .param("id", id)
                .param("read", read)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Reader.class)
                .list();
        return new Page<>(items, window.page(), window.size(), total);
    }

    private static String areas(Actor actor) {
        actor.require(Permission.BROADCAST);
        return String.join(",", actor.areas(Permission.BROADCAST));
    }
}
