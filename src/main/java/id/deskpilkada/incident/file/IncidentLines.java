package id.deskpilkada.incident.file;

import id.deskpilkada.incident.reading.IncidentReach;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the incidents of a list part by part, so that a long one needs no memory. */
@Component
class IncidentLines {

    static final int PART = 500;

    private static final String FOUND =
            """
            SELECT i.id, i.tps_code, i.area, i.category, i.severity, i.state, i.description, i.people_hurt, i.voting_halted, i.lat, i.lng, i.place_doubtful,
              i.observed_at, i.reported_at, i.ended_at, i.hurt_count, i.outcome, EXISTS (SELECT 1 FROM round o WHERE o.id = i.round_id AND o.kind = 'REHEARSAL') AS practice,
              (SELECT min(p.at) FROM incident_step p WHERE p.incident_id = i.id AND p.step IN ('TRIAGED', 'REJECTED', 'MERGED')) AS judged_at,
              s.dispatched_at, s.acknowledged_at, s.agencies,
              (SELECT min(p.at) FROM incident_step p WHERE p.incident_id = i.id AND p.step = 'ARRIVED' AND p.dispatch_id = ANY (s.ids)) AS arrived_at
            FROM incident i LEFT JOIN LATERAL (
              SELECT min(d.started_at) AS dispatched_at, min(d.acknowledged_at) AS acknowledged_at, array_agg(d.id) AS ids, string_agg(DISTINCT d.agency, ', ') AS agencies
              FROM dispatch d WHERE d.incident_id = i.id AND\s"""
                    + IncidentReach.OWN_DISPATCHES + ") s ON true WHERE i.id > :after AND "
                    + IncidentReach.OWN_INCIDENTS + " AND " + IncidentReach.NO_PRACTICE
                    + """
                       AND (:state = '' OR i.state = :state) AND (:severity = 0 OR i.severity = :severity) AND (:category = '' OR i.category = :category)
                       AND starts_with(i.area, :region) ORDER BY i.id LIMIT :size
                      """;

    private final JdbcClient jdbc;

    IncidentLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which incidents are listed; empty, and 0, is all. */
    record Question(String state, int severity, String category, String region) {

        static Question of(
                @Nullable Enum<?> state,
                @Nullable Integer severity,
                @Nullable Enum<?> category,
                @Nullable String region) {
            return new Question(
                    state == null ? "" : state.name(),
                    severity == null ? 0 : severity,
                    category == null ? "" : category.name(),
                    region == null ? "" : Area.digits(region));
        }
    }

    /** The next ones inside the actor's reach, in the order of their numbers. @param after number of the last one read */
    @Transactional(readOnly = true)
    public List<IncidentLine> after(long after, Question question, Actor actor) {
        return IncidentReach.mine(jdbc.sql(FOUND), actor)
                .param("after", after)
                .param("state", question.state())
                .param("severity", question.severity())
                .param("category", question.category())
                .param("region", question.region())
                .param("size", PART)
                .query(IncidentLine.class)
                .list();
    }
}
