package id.deskpilkada.incident;

import id.deskpilkada.fieldreport.IncidentCategory;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The incidents of a round for whoever reports on them; what somebody wrote about them is not in here. What a reader may see is for the reader's scope to say. */
@Service
public class IncidentFacts {

    private final JdbcClient jdbc;

    IncidentFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An incident that was not found to be none or another one.
     *
     * @param area digits of the TPS or region
     * @param acknowledgedAt when the first agency confirmed; null while none has
     * @param endedAt null while it is open
     */
    public record Fact(
            long id,
            String area,
            IncidentCategory category,
            int severity,
            IncidentState state,
            boolean votingHalted,
            @Nullable Integer hurtCount,
            OffsetDateTime observedAt,
            OffsetDateTime reportedAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable OffsetDateTime endedAt) {

        public String number() {
            return "K-" + id;
        }
    }

    /** Those inside an area, the first first. @param area digits */
    @Transactional(readOnly = true)
    public List<Fact> of(long roundId, String area) {
        return jdbc.sql(
                        """
                        SELECT i.id, i.area, i.category, i.severity, i.state, i.voting_halted, i.hurt_count, i.observed_at, i.reported_at,
                          (SELECT min(d.acknowledged_at) FROM dispatch d WHERE d.incident_id = i.id) AS acknowledged_at, i.ended_at
                        FROM incident i WHERE i.round_id = ? AND starts_with(i.area, ?) AND i.state IN ('REPORTED', 'HANDLING', 'CLOSED') ORDER BY i.id
                        """)
                .params(roundId, area)
                .query(Fact.class)
                .list();
    }

    /** @param sha256 of the original file */
    public record Photographed(long incident, String sha256) {}

    /** The photos that had come with these incidents until then, each once, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Photographed> photos(Collection<Long> incidents, OffsetDateTime until) {
        return jdbc.sql(
                        """
                        SELECT r.incident_id AS incident, p.sha256 FROM incident_report r, unnest(r.photos) WITH ORDINALITY p (sha256, n)
                        WHERE r.incident_id = ANY (?) AND r.at <= ? GROUP BY r.incident_id, p.sha256 ORDER BY min(r.id), min(p.n)
                        """)
                .params(incidents.toArray(Long[]::new), until)
                .query(Photographed.class)
                .list();
    }
}
