package id.deskpilkada.fieldreport;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every signalled incident and shows it to the desk until somebody has noted what was done. */
@Service
public class IncidentSignals {

    /** Topic of the hints to open pages. */
    public static final String TOPIC = "incident";

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_NOTE = 500;
    private static final String SEEN =
            """
            FROM incident_signal s LEFT JOIN staff_member m ON m.id = s.settled_by
            WHERE EXISTS (SELECT 1 FROM unnest(?::text[]) own WHERE starts_with(s.area, own)) AND (NOT ? OR s.settled_at IS NULL)
            """;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentSignals(JdbcClient jdbc, Changes changes, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A signal as the desk reads it.
     *
     * @param severity 1 to 4, 4 = life in danger
     * @param note what was done; null while nobody has noted it
     */
    public record Signal(
            UUID id,
            @Nullable String tps,
            String area,
            IncidentCategory category,
            String text,
            int severity,
            String origin,
            Instant at,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String note) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(IncidentSignalled signalled) {
        var area = Area.digits(signalled.area());
        var text = signalled.text().strip();
        var id = Scope.widened(List.of(area), () -> jdbc.sql(
                        """
                        INSERT INTO incident_signal (round_id, tps_code, area, category, text, severity, voting_halted, origin, actor_id, at, kept_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        signalled.roundId(),
                        signalled.tps(),
                        area,
                        signalled.category().name(),
                        text.substring(0, Math.min(LONGEST_TEXT, text.length())),
                        signalled.severityHint(),
                        signalled.votingHalted(),
                        signalled.origin(),
                        signalled.actorId(),
                        signalled.at().atOffset(ZoneOffset.UTC),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single());
        changes.announce(TOPIC, area);
        events.publishEvent(new SignalKept(id, signalled));
    }

    /** Signals that nobody has settled and that have become no incident; locked for the running transaction, and left to whoever has them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<SignalKept> loose(int most) {
        return jdbc.sql(
                        """
                        SELECT id, round_id, tps_code, area, category, text, severity, voting_halted, origin, actor_id, at FROM incident_signal
                        WHERE settled_at IS NULL AND incident_id IS NULL ORDER BY kept_at, id LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .param(most)
                .query((row, number) -> new SignalKept(
                        row.getObject("id", UUID.class),
                        new IncidentSignalled(
                                row.getLong("round_id"),
                                row.getString("tps_code"),
                                row.getString("area"),
                                IncidentCategory.valueOf(row.getString("category")),
                                row.getString("text"),
                                row.getInt("severity"),
                                row.getBoolean("voting_halted"),
                                row.getString("origin"),
                                row.getObject("actor_id", Long.class),
                                row.getTimestamp("at").toInstant())))
                .list();
    }

    /** From now on the signal follows an incident. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(UUID id, long incident) {
        jdbc.sql("UPDATE incident_signal SET incident_id = ? WHERE id = ?")
                .params(incident, id)
                .update();
    }

    /** The incident is over, and with it the signals that follow it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settleWith(long incident, String note, long actorId) {
        jdbc.sql(
                        "UPDATE incident_signal SET settled_at = ?, settled_by = ?, note = ? WHERE incident_id = ? AND settled_at IS NULL")
                .params(clock.instant().atOffset(ZoneOffset.UTC), actorId, shortened(note), incident)
                .update();
    }

    private static String shortened(String note) {
        return note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
    }

    /**
     * Those inside the caller's places, the latest first.
     *
     * @param openOnly only those that nobody has settled
     */
    @Transactional(readOnly = true)
    public Page<Signal> page(Actor actor, boolean openOnly, Page.Window window) {
        actor.require(Permission.SEE_INCIDENT_SIGNALS);
        var places = actor.areas(Permission.SEE_INCIDENT_SIGNALS).toArray(String[]::new);
        var items = jdbc.sql(
                        """
                        SELECT s.id, s.tps_code AS tps, s.area, s.category, s.text, s.severity, s.origin, s.at, s.settled_at, m.name AS settled_by, s.note
                        """
                                + SEEN + " ORDER BY s.kept_at DESC, s.id LIMIT ? OFFSET ?")
                .params(places, openOnly, window.size(), window.offset())
                .query(Signal.class)
                .list();
        long total = jdbc.sql("SELECT count(*) " + SEEN)
                .params(places, openOnly)
                .query(Long.class)
                .single();
        return new Page<>(items, window.page(), window.size(), total);
    }

    /**
     * Notes what was done.
     *
     * @throws Problem 403, 404 {@code UNKNOWN_SIGNAL}, 409 {@code SIGNAL_SETTLED}, 422 {@code SIGNAL_NOTE_LENGTH}
     */
    @Transactional
    public void settle(UUID id, @Nullable String note, Actor actor) {
        actor.require(Permission.SETTLE_INCIDENT_SIGNALS);
        var area = jdbc.sql("SELECT area FROM incident_signal WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional()
                .filter(place -> actor.may(Permission.SETTLE_INCIDENT_SIGNALS, place))
                .orElseThrow(() -> Problem.notFound("UNKNOWN_SIGNAL"));
        var text = note == null ? "" : note.strip();
        if (text.length() < 3 || text.length() > LONGEST_NOTE || text.indexOf(0) >= 0) {
            throw Problem.unprocessable("SIGNAL_NOTE_LENGTH", 3, LONGEST_NOTE);
        }
        int settled = jdbc.sql(
                        "UPDATE incident_signal SET settled_at = ?, settled_by = ?, note = ? WHERE id = ? AND settled_at IS NULL")
                .params(clock.instant().atOffset(ZoneOffset.UTC), actor.id(), text, id)
                .update();
        if (settled == 0) {
            throw Problem.conflict("SIGNAL_SETTLED");
        }
        changes.announce(TOPIC, area);
    }
}
