package id.deskpilkada.incident;

import id.deskpilkada.fieldreport.IncidentCategory;
import java.time.OffsetDateTime;
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
}
