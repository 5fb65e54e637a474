package id.deskpilkada.expectation;

import id.deskpilkada.fieldreport.ReportKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has still to be reported from some places, of all kinds and slots together, also before it is due. */
@Component
public class ReportsToCome {

    private final JdbcClient jdbc;

    ReportsToCome(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param raceId 0 for a report that belongs to no race */
    public record Open(ReportKind kind, String slot, long raceId, String tps, Instant dueAt) {}

    private record Row(String kind, String slot, @Nullable Long raceId, String tps, OffsetDateTime dueAt) {

        Open open() {
            return new Open(ReportKind.valueOf(kind), slot, raceId == null ? 0 : raceId, tps, dueAt.toInstant());
        }
    }

    /** Those due first at the top. @param areas digits of places, none inside another */
    @Transactional(readOnly = true)
    public List<Open> of(long roundId, List<String> areas, int most) {
        return jdbc
                .sql(
                        """
                        SELECT e.kind, e.slot, e.race_id, e.tps_code AS tps, e.due_at FROM expected_report e
                        WHERE e.round_id = :round AND e.state = 'MISSING' AND EXISTS (SELECT 1 FROM unnest(:areas) AS a (area) WHERE starts_with(e.tps_code, a.area))
                        ORDER BY e.due_at, e.tps_code, e.race_id LIMIT :most
                        """)
                .param("round", roundId)
                .param("areas", areas.toArray(String[]::new))
                .param("most", most)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::open)
                .toList();
    }
}
