package id.deskpilkada.incident;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.CurrentActor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was done about an incident: who, when, by which way, with which receipt. Nothing is taken back from it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Timeline {

    /** What clocks and gateways do by themselves; nobody has decided anything by it. */
    private static final Set<String> BY_ITSELF = Set.of(
            "CONTACTED",
            "TAKEN",
            "DELIVERED",
            "NOT_DELIVERED",
            "CALL_OPENED",
            "LEADER_TOLD",
            "TOLD",
            "TRIAGE_LATE",
            "SILENT");

    private final JdbcClient jdbc;
    private final Clock clock;

    Timeline(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One line.
     *
     * @param id grows with time
     * @param step code, e.g. {@code ACKNOWLEDGED}
     * @param who name of who did it; null where the clock did
     * @param message key of the message whose receipts are kept, where one was sent
     */
    public record Entry(
            long id,
            String step,
            @Nullable Long dispatchId,
            @Nullable String detail,
            @Nullable String channel,
            @Nullable String who,
            @Nullable UUID message,
            OffsetDateTime at) {}

    /** Whether clocks or gateways do that kind of step, whoever was signed in then. */
    public static boolean isByItself(String step) {
        return BY_ITSELF.contains(step);
    }

    public void tell(long incident, String step, @Nullable String detail) {
        write(incident, null, step, detail, null, null, null);
    }

    /** @param who name of somebody who is not signed in; null: whoever is */
    public void write(
            long incident,
            @Nullable Long dispatch,
            String step,
            @Nullable String detail,
            @Nullable String channel,
            @Nullable String who,
            @Nullable UUID message) {
        jdbc.sql(
                        """
                        INSERT INTO incident_step (incident_id, dispatch_id, step, detail, channel, actor_id, who, message_id, at)
                        VALUES (?, ?::bigint, ?, ?, ?, ?::bigint, ?, ?::uuid, ?)
                        """)
                .params(incident, dispatch, step, detail, channel)
                .params(CurrentActor.get().map(Actor::id).orElse(null), who, message)
                .param(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .update();
    }

    /** Whether something was done already. */
    public boolean has(long incident, @Nullable Long dispatch, String step) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM incident_step WHERE incident_id = ? AND dispatch_id IS NOT DISTINCT FROM ?::bigint AND step = ?)")
                .params(incident, dispatch, step)
                .query(Boolean.class)
                .single();
    }

    /** What people have told or decided since a line, the earliest first. */
    public List<Entry> since(long incident, long line) {
        return of(incident).stream()
                .filter(entry -> entry.id() > line && !isByItself(entry.step()))
                .toList();
    }

    public List<Entry> of(long incident) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.step, p.dispatch_id, p.detail, p.channel, coalesce(p.who, s.name) AS who, p.message_id AS message, p.at
                        FROM incident_step p LEFT JOIN staff_member s ON s.id = p.actor_id WHERE p.incident_id = ? ORDER BY p.id
                        """)
                .param(incident)
                .query(Entry.class)
                .list();
    }
}
