package id.deskpilkada.incident.reading;

import id.deskpilkada.incident.reading.IncidentView.Sent;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was sent, who has confirmed and who has not. */
@Service
@Transactional(readOnly = true)
class DispatchReading {

    private static final String DISPATCHES =
            "FROM dispatch d JOIN incident i ON i.id = d.incident_id WHERE " + IncidentReach.OWN_DISPATCHES
                    + " AND (NOT :late OR (d.state = 'SENT' AND d.acknowledge_by < :now OR d.state IN ('ACKNOWLEDGED', 'ON_THE_WAY', 'ARRIVED') AND d.progress_by < :now)) AND (:state = '' OR d.state = :state) AND (:agency = '' OR d.agency = :agency)";

    private static final String SENT =
            """
            SELECT d.id, 'K-' || d.incident_id AS incident, d.agency, d.part, d.state, d.started_at, d.acknowledge_by, d.progress_by,
                   d.state = 'SENT' AND d.acknowledge_by < :now OR d.state IN ('ACKNOWLEDGED', 'ON_THE_WAY', 'ARRIVED') AND d.progress_by < :now AS late,
                   d.acknowledged_at, d.answered_via, d.answered_by, d.remark, d.ended_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DispatchReading(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Dispatches of an incident that nobody has confirmed. @param late whether one of them should have been by now, or an agency that has confirmed is silent past its time */
    record Waiting(int count, boolean late) {

        static final Waiting NONE = new Waiting(0, false);
    }

    /** Dispatches, those first that have waited longest. @param late those only that nobody has confirmed, or of which nothing more was heard, in time */
    Page<Sent> page(boolean late, @Nullable String state, @Nullable String agency, Page.Window window, Actor actor) {
        IncidentReach.requireReader(actor);
        var items = sent(
                        SENT + DISPATCHES
                                + " ORDER BY CASE d.state WHEN 'SENT' THEN d.acknowledge_by ELSE coalesce(d.progress_by, d.acknowledge_by) END, d.id LIMIT :size OFFSET :offset",
                        late,
                        state,
                        agency,
                        actor)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Sent.class)
                .list();
        long total = sent("SELECT count(*) " + DISPATCHES, late, state, agency, actor)
                .query(Long.class)
                .single();
        return new Page<>(items, window.page(), window.size(), total);
    }

    private StatementSpec sent(String sql, boolean late, @Nullable String state, @Nullable String agency, Actor actor) {
        return IncidentReach.mine(jdbc.sql(sql), actor)
                .param("late", late)
                .param("now", now())
                .param("state", Objects.requireNonNullElse(state, ""))
                .param("agency", Objects.requireNonNullElse(agency, ""));
    }

    List<Sent> of(long incident) {
        return jdbc.sql(SENT + "FROM dispatch d WHERE d.incident_id = :id ORDER BY d.id")
                .param("now", now())
                .param("id", incident)
                .query(Sent.class)
                .list();
    }

    /** By the ids of incidents, in one question; those for whom nobody waits are absent. */
    Map<Long, Waiting> waiting(Collection<Long> incidents) {
        var found = new HashMap<Long, Waiting>();
        jdbc.sql(
                        """
                        SELECT incident_id, count(*) FILTER (WHERE state = 'SENT') AS waiting,
                          coalesce(bool_or(CASE state WHEN 'SENT' THEN acknowledge_by ELSE progress_by END < :now), false) AS late
                        FROM dispatch WHERE incident_id = ANY (:ids) AND state IN ('SENT', 'ACKNOWLEDGED', 'ON_THE_WAY', 'ARRIVED') GROUP BY incident_id
                        """)
                .param("now", now())
                .param("ids", incidents.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("incident_id"), new Waiting(row.getInt("waiting"), row.getBoolean("late")));
                });
        return found;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
