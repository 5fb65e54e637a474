package id.deskpilkada.incident;

import id.deskpilkada.fieldreport.IncidentCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Incidents that may be the same event: same category, at the same place or within 500 m, within an hour. */
@Component
public class Duplicates {

    private static final Duration APART = Duration.ofMinutes(60);
    /** A hurried finger, or a phone that sends again under a new id. */
    private static final Duration SAME_SENDING = Duration.ofMinutes(10);

    private static final String ALIKE =
            """
            SELECT * FROM incident WHERE round_id = :round AND category = :category AND state IN ('REPORTED', 'HANDLING') AND id <> :id
              AND reported_at BETWEEN :from AND :to
              AND (area = :area OR sqrt(((lat - :lat) * 111320) ^ 2 + ((lng - :lng) * 111320 * cos(radians(:lat))) ^ 2) <= 500)
            ORDER BY reported_at, id LIMIT 20
            """;

    private static final String RECENT =
            """
            SELECT * FROM incident WHERE round_id = :round AND category = :category AND state IN ('REPORTED', 'HANDLING') AND reported_at > :from
              AND (starts_with(area, :area) OR length(area) >= 10 AND starts_with(:area, area)
                   OR sqrt(((lat - :lat) * 111320) ^ 2 + ((lng - :lng) * 111320 * cos(radians(:lat))) ^ 2) <= 500)
            ORDER BY severity DESC, reported_at DESC, id LIMIT 10
            """;

    private static final String REPEATED =
            """
            SELECT o.* FROM incident i JOIN incident o ON o.id = coalesce(i.merged_into, i.id)
            WHERE i.round_id = ? AND i.area = ? AND i.category = ? AND o.state IN ('REPORTED', 'HANDLING') AND EXISTS (
              SELECT 1 FROM incident_report r WHERE r.incident_id = i.id AND r.reporter_id = ? AND r.description = ? AND r.at > ?)
            ORDER BY o.severity DESC, o.id LIMIT 1
            """;

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open ones that may be the same, the oldest first. */
    public List<Incident> of(Incident incident) {
        return jdbc.sql(ALIKE)
                .param("round", incident.roundId())
                .param("category", incident.category().name())
                .param("id", incident.id())
                .param("from", IncidentRows.utc(incident.reportedAt().minus(APART)))
                .param("to", IncidentRows.utc(incident.reportedAt().plus(APART)))
                .param("area", incident.area())
                .param("lat", incident.lat(), java.sql.Types.DOUBLE)
                .param("lng", incident.lng(), java.sql.Types.DOUBLE)
                .query(Incident.class)
                .list();
    }

    /** Open ones of the last hour that a caller may be telling again, the gravest first. @param area digits of the place that is told @param lat of it, where it is known */
    @Transactional(readOnly = true)
    public List<Incident> recent(
            long roundId,
            IncidentCategory category,
            String area,
            @Nullable Double lat,
            @Nullable Double lng,
            Instant now) {
        return jdbc.sql(RECENT)
                .param("round", roundId)
                .param("category", category.name())
                .param("area", area)
                .param("from", IncidentRows.utc(now.minus(APART)))
                .param("lat", lat, java.sql.Types.DOUBLE)
                .param("lng", lng, java.sql.Types.DOUBLE)
                .query(Incident.class)
                .list();
    }

    /** Keeps others who hand over the same report waiting until the transaction ends. */
    void hold(IncidentDraft draft) {
        lock("incident-report/" + draft.sourceId());
    }

    private void lock(String what) {
        jdbc.sql("SELECT count(pg_advisory_xact_lock(hashtext(?)))")
                .param(what)
                .query(Long.class)
                .single();
    }

    /** The gravest incident of which this person has just told the same in the same words, or the one that it was merged into. Holds others with the same off until the transaction ends. */
    Optional<Incident> repeatedBy(IncidentDraft draft, Instant now) {
        var reporter = draft.reporterId();
        if (reporter == null) {
            return Optional.empty();
        }
        lock("incident/" + draft.area() + "/" + reporter);
        return jdbc.sql(REPEATED)
                .params(draft.roundId(), draft.area(), draft.what().category().name(), reporter)
                .params(draft.what().description(), IncidentRows.utc(now.minus(SAME_SENDING)))
                .query(Incident.class)
                .optional();
    }
}
