package id.deskpilkada.notification.desk;

import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.notification.MessageTrace.Way;
import id.deskpilkada.notification.outbox.Retries;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Page.Window;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to people of an area and what became of it. The full text stays between sender and recipient. */
@Component
class SentMessages {

    private static final String WITHIN =
            """
             FROM message m LEFT JOIN staff_member s ON s.id = m.staff_id
            WHERE EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) a WHERE starts_with(m.area, a))
            """;

    private final JdbcClient jdbc;
    private final Traces traces;
    private final Retries retries;

    SentMessages(JdbcClient jdbc, Traces traces, Retries retries) {
        this.jdbc = jdbc;
        this.traces = traces;
        this.retries = retries;
    }

    /**
     * @param brief empty where only the recipient is to know
     * @param recipient name
     * @param ways what each channel did, in order
     */
    record SentMessage(
            UUID id,
            String occasion,
            String subject,
            String brief,
            String recipient,
            @Nullable String phone,
            String area,
            boolean urgent,
            State state,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime readAt,
            List<Way> ways) {}

    /** How many messages are in each state. */
    @Transactional(readOnly = true)
    public Map<State, Long> counts(Actor actor) {
        var counts = new EnumMap<State, Long>(State.class);
        for (var state : State.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("SELECT m.state, count(*) AS n" + WITHIN + "GROUP BY m.state")
                .param("areas", areas(actor))
                .query((row, number) -> counts.put(State.valueOf(row.getString("state")), row.getLong("n")))
                .list();
        return counts;
    }

    /** Newest first. @param state all when null */
    @Transactional(readOnly = true)
    public Page<SentMessage> page(Actor actor, @Nullable State state, Window window) {
        var areas = areas(actor);
        var condition = WITHIN + (state == null ? "" : " AND m.state = '" + state.name() + "' ");
        long total = jdbc.sql("SELECT count(*)" + condition)
                .param("areas", areas)
                .query(Long.class)
                .single();
        var items = jdbc.sql(
                        """
                        SELECT m.id, m.occasion, m.subject, CASE WHEN m.for_recipient_only THEN '' ELSE m.short_text END AS short_text, coalesce(s.name, m.contact) AS recipient, s.phone, m.area, m.urgent, m.state,
                               m.created_at, m.read_at
                        """
                                + condition + " ORDER BY m.created_at DESC, m.id LIMIT :size OFFSET :offset")
                .param("areas", areas)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(this::read)
                .list();
        return new Page<>(items, window.page(), window.size(), total);
    }

    /** @throws Problem 404 {@code MESSAGE_NOT_FOUND}, 409 {@code MESSAGE_NOT_UNDELIVERED} */
    @Transactional
    public void again(Actor actor, UUID id) {
        var found = jdbc.sql("SELECT count(*)" + WITHIN + " AND m.id = :id")
                .param("areas", areas(actor))
                .param("id", id)
                .query(Integer.class)
                .single();
        if (found == 0) {
            throw Problem.notFound("MESSAGE_NOT_FOUND");
        }
        if (!retries.again(id)) {
            throw Problem.conflict("MESSAGE_NOT_UNDELIVERED");
        }
    }

    private SentMessage read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var ways = traces.ways(id);
        return new SentMessage(
                id,
                row.getString("occasion"),
                row.getString("subject"),
                row.getString("short_text"),
                row.getString("recipient"),
                row.getString("phone"),
                row.getString("area"),
                row.getBoolean("urgent"),
                State.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("read_at", OffsetDateTime.class),
                ways);
    }

    private static String areas(Actor actor) {
        actor.require(Permission.FOLLOW_MESSAGES);
        return String.join(",", actor.areas(Permission.FOLLOW_MESSAGES));
    }
}
