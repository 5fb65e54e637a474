package id.deskpilkada.voting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the day of voting was held, summed by district for whoever looks back at it. A {@code place} is the digits of a district, and empty for the line of all that was asked about; a
 * district of which nothing was reported is absent. What a reader may see is for the reader's scope to say.
 */
@Service
public class VotingConduct {

    private final JdbcClient jdbc;
    private final VotingSlots slots;

    VotingConduct(JdbcClient jdbc, VotingSlots slots) {
        this.jdbc = jdbc;
        this.slots = slots;
    }

    /**
     * @param opened TPS that have told when they opened
     * @param late of them those that opened later than they should have; the seconds are theirs, null where none was
     */
    public record Opening(
            String place, int opened, int late, @Nullable Long medianSeconds, @Nullable Long worstSeconds) {}

    /**
     * @param stations TPS that have reported anything of the day
     * @param seconds of all halts whose end is known
     * @param unended halts of which nobody has told that voting went on
     */
    public record Halting(String place, int stations, int halts, long seconds, int unended) {}

    /** @param stations TPS with a figure and a voter list; {@code voters} and {@code listed} are theirs */
    public record Turnout(String place, int stations, long voters, long listed) {}

    /** @param openedBy after when an opening is late @param area digits */
    @Transactional(readOnly = true)
    public List<Opening> openings(long roundId, String area, Instant openedBy) {
        return jdbc.sql(
                        """
                        SELECT CASE WHEN grouping(district_area) = 1 THEN '' ELSE district_area END AS place, count(*) AS opened, count(late) AS late,
                          CAST(percentile_cont(0.5) WITHIN GROUP (ORDER BY late) AS bigint) AS median_seconds, CAST(max(late) AS bigint) AS worst_seconds
                        FROM (SELECT district_area, CASE WHEN opened_at > :by THEN extract(epoch FROM opened_at - :by) END AS late
                              FROM voting_station WHERE round_id = :round AND starts_with(tps_code, :area) AND opened_at IS NOT NULL) s
                        GROUP BY GROUPING SETS ((district_area), ())
                        """)
                .param("round", roundId)
                .param("area", area)
                .param("by", utc(openedBy))
                .query(Opening.class)
                .list();
    }

    /**
     * Halts as reports and incidents tell them; what both tell is one halt. It ends when either says that voting goes on; a report about a slot that was over by then speaks of the time until
     * the slot was over. One that is over in the moment in which it began was taken back.
     *
     * @param area digits
     */
    @Transactional(readOnly = true)
    public List<Halting> halts(long roundId, String area) {
        var over = slots.overAt(roundId);
        return jdbc.sql(
                        """
                        WITH over AS (SELECT * FROM unnest(CAST(:slots AS text[]), CAST(CAST(:overs AS text[]) AS timestamptz[])) AS o (slot, at)),
                        event AS (
                          SELECT r.tps_code, r.observed_at AS at, true AS stops FROM voting_report r
                            WHERE r.round_id = :round AND starts_with(r.tps_code, :area) AND r.halted AND NOT EXISTS (SELECT 1 FROM voting_halt h
                              WHERE h.round_id = r.round_id AND h.tps_code = r.tps_code AND h.by_report AND h.withdrawn AND r.observed_at <= h.since)
                          UNION ALL SELECT r.tps_code, least(r.observed_at, over.at), false FROM voting_report r LEFT JOIN over ON over.slot = r.slot
                            WHERE r.round_id = :round AND starts_with(r.tps_code, :area) AND NOT r.halted
                          UNION ALL SELECT h.tps_code, h.since, true FROM voting_halt h WHERE h.round_id = :round AND starts_with(h.tps_code, :area) AND NOT h.withdrawn
                          UNION ALL SELECT h.tps_code, h.resumed_at, false FROM voting_halt h
                            WHERE h.round_id = :round AND starts_with(h.tps_code, :area) AND NOT h.withdrawn AND h.resumed_at IS NOT NULL),
                        turn AS (SELECT event.*, lag(stops) OVER w AS before FROM event WINDOW w AS (PARTITION BY tps_code ORDER BY at, stops DESC)),
                        edge AS (SELECT tps_code, at, stops, lead(at) OVER (PARTITION BY tps_code ORDER BY at, stops DESC) AS until FROM turn WHERE stops IS DISTINCT FROM before),
                        halt AS (SELECT tps_code, count(*) AS halts, sum(extract(epoch FROM until - at)) AS seconds, count(*) FILTER (WHERE until IS NULL) AS unended
                                 FROM edge WHERE stops AND until IS DISTINCT FROM at GROUP BY tps_code)
                        SELECT CASE WHEN grouping(s.district_area) = 1 THEN '' ELSE s.district_area END AS place, count(s.reported_at) AS stations,
                          coalesce(sum(halt.halts), 0) AS halts, CAST(coalesce(sum(halt.seconds), 0) AS bigint) AS seconds, coalesce(sum(halt.unended), 0) AS unended
                        FROM voting_station s LEFT JOIN halt ON halt.tps_code = s.tps_code
                        WHERE s.round_id = :round AND starts_with(s.tps_code, :area) GROUP BY GROUPING SETS ((s.district_area), ())
                        """)
                .param("round", roundId)
                .param("area", area)
                .param("slots", over.keySet().toArray(String[]::new))
                .param("overs", over.values().stream().map(Instant::toString).toArray(String[]::new))
                .query(Halting.class)
                .list();
    }

    /** The last figure of each TPS that is not held, against the longest of its voter lists. @param area digits */
    @Transactional(readOnly = true)
    public List<Turnout> turnout(long roundId, String area) {
        return jdbc.sql(
                        """
                        WITH list AS (
                          SELECT v.tps_code, max(v.total) AS total FROM voter_list v JOIN race r ON r.id = v.race_id JOIN round o ON o.election_id = r.election_id
                          WHERE o.id = :round AND v.total > 0 AND starts_with(v.tps_code, :area) GROUP BY v.tps_code)
                        SELECT CASE WHEN grouping(s.district_area) = 1 THEN '' ELSE s.district_area END AS place, count(*) AS stations,
                          coalesce(sum(s.turnout), 0) AS voters, coalesce(sum(list.total), 0) AS listed
                        FROM voting_station s JOIN list ON list.tps_code = s.tps_code
                        WHERE s.round_id = :round AND starts_with(s.tps_code, :area) AND s.turnout IS NOT NULL GROUP BY GROUPING SETS ((s.district_area), ())
                        """)
                .param("round", roundId)
                .param("area", area)
                .query(Turnout.class)
                .list();
    }

    private record Closing(String tpsCode, OffsetDateTime closedAt) {}

    /** When the TPS have closed, by code; those that have not told are absent. @param area digits */
    @Transactional(readOnly = true)
    public Map<String, Instant> closings(long roundId, String area) {
        return jdbc
                .sql(
                        """
                        SELECT tps_code, closed_at FROM voting_station WHERE round_id = ? AND starts_with(tps_code, ?) AND closed_at IS NOT NULL
                        """)
                .params(roundId, area)
                .query(Closing.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Closing::tpsCode, closing -> closing.closedAt().toInstant()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
