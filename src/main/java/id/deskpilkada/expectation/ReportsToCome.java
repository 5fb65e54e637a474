package id.deskpilkada.expectation;

import id.deskpilkada.fieldreport.ReportKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has still to be reported from some places, and what no more, of all kinds and slots together, also before it is due. */
@Component
public class ReportsToCome {

    private final JdbcClient jdbc;

    ReportsToCome(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param raceId 0 for a report that belongs to no race */
    public record Open(ReportKind kind, String slot, long raceId, String tps, Instant dueAt) {}

    private record Row(
            String kind, String slot, @Nullable Long raceId, String tps, OffsetDateTime dueAt, boolean excused) {

        Open open() {
            return new Open(ReportKind.valueOf(kind), slot, race(), tps, dueAt.toInstant());
        }

        Settled settled() {
            return new Settled(ReportKind.valueOf(kind), slot, race(), tps, excused);
        }

        private long race() {
            return raceId == null ? 0 : raceId;
        }
    }

    /** What has come, or was let off. @param raceId 0 for a report that belongs to no race */
    public record Settled(ReportKind kind, String slot, long raceId, String tps, boolean excused) {}

    /** Those due first at the top. @param areas digits of places, none inside another */
    @Transactional(readOnly = true)
    public List<Open> of(long roundId, List<String> areas, int most) {
        return rows("e.state = 'MISSING'", roundId, areas, most).stream()
                .map(Row::open)
                .toList();
    }

    /** What nobody waits for any more; as {@link #of}. */
    @Transactional(readOnly = true)
    public List<Settled> settled(long roundId, List<String> areas, int most) {
        return rows("e.state <> 'MISSING'", roundId, areas, most).stream()
                .map(Row::settled)
                .toList();
    }

    private List<Row> rows(String which, long roundId, List<String> areas, int most) {
        return jdbc.sql(
                        """
                        SELECT e.kind, e.slot, e.race_id, e.tps_code AS tps, e.due_at, e.state = 'EXCUSED' AS excused FROM expected_report e
                        WHERE e.round_id = :round AND %s AND EXISTS (SELECT 1 FROM unnest(:areas) AS a (area) WHERE starts_with(e.tps_code, a.area))
                        ORDER BY e.due_at, e.tps_code, e.race_id LIMIT :most
                        """
                                .formatted(which))
                .param("round", roundId)
                .param("areas", areas.toArray(String[]::new))
                .param("most", most)
                .query(Row.class)
                .list();
    }
}
