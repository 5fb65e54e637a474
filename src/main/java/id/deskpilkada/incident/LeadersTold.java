package id.deskpilkada.incident;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which incidents the leaders have heard of already, so that the digest does not bring them as news. */
@Component
public class LeadersTold {

    private final JdbcClient jdbc;
    private final Clock clock;

    LeadersTold(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** They were told at once. */
    public void begun(Incident incident) {
        jdbc.sql(
                        "INSERT INTO incident_leader_told (incident_id, run, what, at) VALUES (?, ?, 'BEGUN', ?) ON CONFLICT DO NOTHING")
                .params(incident.id(), incident.run(), IncidentRows.utc(clock.instant()))
                .update();
    }
}
