package id.deskpilkada.incident;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incidents and how fast agencies answered, summed by district; incidents that were none or another one are left out. A {@code place} is the digits of a district, and empty for all that was
 * asked about; a district without any is absent. What a reader may see is for the reader's scope to say.
 */
@Service
public class ResponseFacts {

    private static final int DISTRICT = 6;

    private final JdbcClient jdbc;

    ResponseFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Incidents by severity. @param open of all of them not closed yet */
    public record Grave(String place, int four, int three, int two, int one, int open) {}

    /**
     * How agencies answered; times in seconds since they were sent, null where none did.
     *
     * @param sent agencies sent, without those withdrawn before they answered
     * @param late of them those that confirmed or declined after their time, or have not although it is over
     */
    public record Response(
            String place,
            int sent,
            int confirmed,
            @Nullable Long confirmedMedian,
            @Nullable Long confirmedNinety,
            int arrived,
            @Nullable Long arrivedMedian,
            @Nullable Long arrivedNinety,
            int late) {}

    /** Also those of a place wider than a district, in the sum alone. @param area digits */
    @Transactional(readOnly = true)
    public List<Grave> grave(long roundId, String area) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN grouping(place) = 1 THEN '' ELSE place END AS place, count(*) FILTER (WHERE severity = 4) AS four, count(*) FILTER (WHERE severity = 3) AS three,
                          count(*) FILTER (WHERE severity = 2) AS two, count(*) FILTER (WHERE severity = 1) AS one, count(*) FILTER (WHERE state <> 'CLOSED') AS open
                        FROM (SELECT left(area, :digits) AS place, severity, state FROM incident
                              WHERE round_id = :round AND starts_with(area, :area) AND state IN ('REPORTED', 'HANDLING', 'CLOSED')) i
                        GROUP BY GROUPING SETS ((place), ())
                        """)
                .param("digits", DISTRICT)
                .param("round", roundId)
                .param("area", area)
                .query(Grave.class)
                .list();
    }

    /** @param area digits */
    @Transactional(readOnly = true)
    public List<Response> responses(long roundId, String area, Instant now) {
        return jdbc.sql(
                        """
                        WITH sent AS (
                          SELECT left(i.area, :digits) AS place, extract(epoch FROM d.acknowledged_at - d.started_at) AS confirmed, extract(epoch FROM p.at - d.started_at) AS arrived,
                            coalesce(d.acknowledged_at, d.ended_at, :now) > d.acknowledge_by AS late
                          FROM dispatch d JOIN incident i ON i.id = d.incident_id
                          LEFT JOIN (SELECT s.dispatch_id, min(s.at) AS at FROM incident_step s JOIN incident o ON o.id = s.incident_id
                                     WHERE o.round_id = :round AND s.step = 'ARRIVED' GROUP BY 1) p ON p.dispatch_id = d.id
                          WHERE i.round_id = :round AND starts_with(i.area, :area) AND i.state IN ('REPORTED', 'HANDLING', 'CLOSED')
                            AND (d.state <> 'WITHDRAWN' OR d.acknowledged_at IS NOT NULL))
                        SELECT CASE WHEN grouping(place) = 1 THEN '' ELSE place END AS place, count(*) AS sent, count(confirmed) AS confirmed,
                          CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY confirmed) AS bigint) AS confirmed_median,
                          CAST(percentile_disc(0.9) WITHIN GROUP (ORDER BY confirmed) AS bigint) AS confirmed_ninety, count(arrived) AS arrived,
                          CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY arrived) AS bigint) AS arrived_median,
                          CAST(percentile_disc(0.9) WITHIN GROUP (ORDER BY arrived) AS bigint) AS arrived_ninety, count(*) FILTER (WHERE late) AS late
                        FROM sent GROUP BY GROUPING SETS ((place), ())
                        """)
                .param("digits", DISTRICT)
                .param("round", roundId)
                .param("area", area)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Response.class)
                .list();
    }
}
