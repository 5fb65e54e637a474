package id.deskpilkada.expectation;

import id.deskpilkada.fieldreport.ReportKind;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the reports of an area are and which of them have not come, for whoever reports on it. What a reader may see is for the reader's scope to say. */
@Service
public class ReportFacts {

    private static final String OF_SLOTS =
            """
            FROM expected_report e WHERE e.round_id = :round AND starts_with(e.tps_code, :area)
              AND (e.kind, e.slot) IN (SELECT * FROM unnest(CAST(:kinds AS text[]), CAST(:slots AS text[])))
            """;

    private final JdbcClient jdbc;

    ReportFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A slot of the schedule. */
    public record Asked(ReportKind kind, String slot) {}

    /** Always expected = received + late + missing + excused. @param raceId 0 where the kind knows no race */
    public record Count(
            ReportKind kind,
            String slot,
            long raceId,
            int expected,
            int received,
            int late,
            int missing,
            int excused) {}

    /** A report that has not come. @param reason why it was let off; null for one that is missing */
    public record Absent(ReportKind kind, String slot, long raceId, String tps, @Nullable String reason) {}

    /** The counts of slots in which something is expected, by kind, slot and race. @param area digits */
    @Transactional(readOnly = true)
    public List<Count> counts(long roundId, String area, Collection<Asked> slots) {
        return asked(
                        """
                        SELECT e.kind, e.slot, e.race_id, count(*) AS expected, count(*) FILTER (WHERE e.state = 'RECEIVED') AS received,
                          count(*) FILTER (WHERE e.state = 'LATE') AS late, count(*) FILTER (WHERE e.state = 'MISSING') AS missing,
                          count(*) FILTER (WHERE e.state = 'EXCUSED') AS excused
                        """
                                + OF_SLOTS + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
                        roundId,
                        area,
                        slots)
                .query(Count.class)
                .list();
    }

    /** What is missing or was let off, by kind, slot, race and TPS. @param area digits */
    @Transactional(readOnly = true)
    public List<Absent> absent(long roundId, String area, Collection<Asked> slots) {
        return asked(
                        """
                        SELECT e.kind, e.slot, e.race_id, e.tps_code AS tps,
                          CASE WHEN e.state = 'EXCUSED' THEN coalesce((SELECT x.reason FROM report_excuse x WHERE (x.round_id, x.kind, x.slot, x.race_id, x.tps_code)
                            = (e.round_id, e.kind, e.slot, e.race_id, e.tps_code) AND x.withdrawn_at IS NULL LIMIT 1), '-') END AS reason
                        """
                                + OF_SLOTS + " AND e.state IN ('MISSING', 'EXCUSED') ORDER BY 1, 2, 3, 4",
                        roundId,
                        area,
                        slots)
                .query(Absent.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, long roundId, String area, Collection<Asked> slots) {
        return jdbc.sql(sql)
                .param("round", roundId)
                .param("area", area)
                .param("kinds", slots.stream().map(slot -> slot.kind().name()).toArray(String[]::new))
                .param("slots", slots.stream().map(Asked::slot).toArray(String[]::new));
    }
}
