package id.deskpilkada.incident.board;

import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.Incidents;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Permission;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers who of the desk looked at an incident first: from then on no laptop of the desk sounds for it, and everybody reads who has it in hand. */
@Component
public class Openings {

    private final JdbcClient jdbc;
    private final IncidentRows incidents;
    private final Changes changes;
    private final Clock clock;

    Openings(JdbcClient jdbc, IncidentRows incidents, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.changes = changes;
        this.clock = clock;
    }

    /** The first of the desk counts; the looks of others say nothing. */
    @Transactional
    public void opened(long incident, Actor actor) {
        var about = incidents.get(incident);
        if (!about.state().isOpen() || !actor.may(Permission.TRIAGE_INCIDENTS, about.area()) || isOpened(incident)) {
            return;
        }
        int first = jdbc.sql(
                        "INSERT INTO incident_opening (incident_id, staff_id, opened_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(incident, actor.id(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (first > 0) {
            changes.announce(Incidents.TOPIC, about.area());
        }
    }

    private boolean isOpened(long incident) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM incident_opening WHERE incident_id = ?)")
                .param(incident)
                .query(Boolean.class)
                .single();
    }
}
