package id.deskpilkada.expectation;

import id.deskpilkada.fieldreport.ReportKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many of the reports that were due have come, summed by district and kind. What a reader may see is for the reader's scope to say. */
@Service
public class ReportSums {

    private final JdbcClient jdbc;

    ReportSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Always expected = received + late + missing + excused.
     *
     * @param place digits of a district, empty for all that was asked about; places from which nothing was due are absent
     */
    public record Sum(String place, ReportKind kind, int expected, int received, int late, int missing, int excused) {}

    /** Of the reports whose time is over at a moment. @param area digits */
    @Transactional(readOnly = true)
    public List<Sum> due(long roundId, String area, Instant by) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN grouping(district_area) = 1 THEN '' ELSE district_area END AS place, kind, count(*) AS expected,
                          count(*) FILTER (WHERE state = 'RECEIVED') AS received, count(*) FILTER (WHERE state = 'LATE') AS late,
                          count(*) FILTER (WHERE state = 'MISSING') AS missing, count(*) FILTER (WHERE state = 'EXCUSED') AS excused
                        FROM expected_report WHERE round_id = :round AND starts_with(tps_code, :area) AND due_at <= :by
                        GROUP BY GROUPING SETS ((district_area, kind), (kind)) ORDER BY 1, 2
                        """)
                .param("round", roundId)
                .param("area", area)
                .param("by", by.atOffset(ZoneOffset.UTC))
                .query(Sum.class)
                .list();
    }
}
