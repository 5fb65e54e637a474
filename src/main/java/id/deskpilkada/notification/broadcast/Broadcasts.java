package id.deskpilkada.notification.broadcast;

import id.deskpilkada.notification.Message;
import id.deskpilkada.notification.outbox.Draft;
import id.deskpilkada.notification.outbox.Outbox;
import id.deskpilkada.notification.outbox.OutboxSettings;
import id.deskpilkada.notification.text.MessageTexts;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages from the desk to everybody who holds one of some roles inside an area. */
@Component
class Broadcasts {

    /** Ten minutes may see so many of one sender: more is a slip or a stolen session. */
    static final int PER_TEN_MINUTES = 6;

    private static final String PEOPLE =
            """
            SELECT r.staff_id, min(r.area) AS area FROM staff_role r JOIN staff_member x ON x.id = r.staff_id
            WHERE x.active AND starts_with(r.area, :within) AND r.role = ANY(string_to_array(:roles, ',')) GROUP BY r.staff_id
            """;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final MessageTexts texts;
    private final Changes changes;

    Broadcasts(JdbcClient jdbc, Outbox outbox, MessageTexts texts, Changes changes) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.texts = texts;
        this.changes = changes;
    }

    /** How many people it would reach. */
    @Transactional(readOnly = true)
    public int recipients(Actor actor, BroadcastDraft draft) {
        actor.require(Permission.BROADCAST, draft.area());
        return Scope.system(OutboxSettings.WORK, () -> jdbc.sql("SELECT count(*) FROM (" + PEOPLE + ") p")
                .params(people(draft))
                .query(Integer.class)
                .single());
    }

    /**
     * Sends it to each of them, once for each id.
     *
     * @return how many people that are
     * @throws Problem 403 outside the desk's area, 409 {@code BROADCAST_ID_TAKEN}, 422 {@code NO_RECIPIENTS}, 429 {@code TOO_MANY_BROADCASTS}
     */
    @Transactional
    public int send(Actor actor, UUID id, BroadcastDraft draft) {
        actor.require(Permission.BROADCAST, draft.area());
        oneAtATime(actor);
        var known = jdbc.sql(
                        """
                        SELECT recipients, sender_id = :me AND area = :area AND roles = :roles AND title = :title AND body = :body AND urgent = :urgent AS same
                        FROM broadcast WHERE id = :id
                        """)
                .param("id", id)
                .param("me", actor.id())
                .params(columns(draft))
                .query((row, number) -> row.getBoolean("same") ? row.getInt("recipients") : -1)
                .optional();
        if (known.isPresent()) {
            if (known.get() < 0) {
                throw Problem.conflict("BROADCAST_ID_TAKEN");
            }
            return known.get();
        }
        return write(actor, id, draft);
    }

    private int write(Actor actor, UUID id, BroadcastDraft draft) {
        jdbc.sql(
                        """
                        INSERT INTO broadcast (id, area, roles, title, body, urgent, sender_id, recipients)
                        VALUES (:id, :area, :roles, :title, :body, :urgent, :me, 0)
                        """)
                .param("id", id)
                .param("me", actor.id())
                .params(columns(draft))
                .update();
        var text = texts.of(Message.of("broadcast", draft.title(), draft.text(), actor.name()));
        var message = new Draft(
                "broadcast/" + id, "broadcast", draft.urgent(), null, text, List.of(), id, null, false, false);
        int sent = Scope.system(OutboxSettings.WORK, () -> outbox.toStaff(message, PEOPLE, people(draft)));
        if (sent == 0) {
            throw Problem.unprocessable("NO_RECIPIENTS");
        }
        jdbc.sql("UPDATE broadcast SET recipients = ? WHERE id = ?")
                .params(sent, id)
                .update();
        changes.announce("inbox", Area.digits(draft.area()));
        return sent;
    }

    /** Two requests of one sender at the same moment count each other. */
    private void oneAtATime(Actor actor) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('broadcast'), CAST(? AS int))")
                .param(actor.id())
                .query((row, number) -> true)
                .single();
        int recent = jdbc.sql(
                        "SELECT count(*) FROM broadcast WHERE sender_id = ? AND created_at > now() - interval '10 minutes'")
                .param(actor.id())
                .query(Integer.class)
                .single();
        if (recent >= PER_TEN_MINUTES) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_BROADCASTS", PER_TEN_MINUTES);
        }
    }

    private static Map<String, Object> people(BroadcastDraft draft) {
        return Map.of("within", Area.digits(draft.area()), "roles", String.join(",", draft.roles()));
    }

    private static Map<String, Object> columns(BroadcastDraft draft) {
        return Map.of(
                "area",
                Area.digits(draft.area()),
                "roles",
                String.join(",", draft.roles()),
                "title",
                draft.title(),
                "body",
                draft.text(),
                "urgent",
                draft.urgent());
    }
}
