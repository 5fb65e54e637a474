package id.deskpilkada.comparison;

import id.deskpilkada.platform.Area;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Which differences there are and whose turn it is: kept in step with both sides, handed out one by one. */
@Repository
class DifferenceTurns {

    private final JdbcClient jdbc;
    private final Clock clock;

    DifferenceTurns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Brings the differences of a race in step with both sides, as they stand now.
     *
     * @return tasks of differences that are gone or have moved to a newer import, whose case hands them out again
     */
    List<String> settle(long roundId, long raceId, String area, String raceArea) {
        var ended = bound(
                        ComparedPlaces.DIFFERENCES
                                + """
                                UPDATE official_difference d SET state = 'GONE', gone_at = :now
                                FROM official_difference was LEFT JOIN compared c ON c.area = was.area
                                WHERE d.id = was.id AND was.round_id = :round AND was.race_id = :race AND was.state <> 'GONE'
                                AND (c.area IS NULL OR was.state = 'TRACED' AND was.fields <> c.fields)
                                RETURNING CASE WHEN was.state = 'OPEN' THEN was.task_id END
                                """,
                        roundId,
                        raceId,
                        area,
                        raceArea)
                .query(String.class)
                .list();
        var moved = bound(
                        ComparedPlaces.DIFFERENCES
                                + """
                                UPDATE official_difference d SET import_id = c.import_id, fields = c.fields, weight = c.weight, version_no = c.version_no,
                                  handed_out = was.handed_out AND was.import_id = c.import_id, task_id = CASE WHEN was.import_id = c.import_id THEN was.task_id END
                                FROM official_difference was JOIN compared c ON c.area = was.area
                                WHERE d.id = was.id AND was.round_id = :round AND was.race_id = :race AND was.state <> 'GONE'
                                AND (was.fields <> c.fields OR was.import_id <> c.import_id OR was.version_no IS DISTINCT FROM c.version_no)
                                RETURNING CASE WHEN was.state = 'OPEN' AND was.import_id <> c.import_id THEN was.task_id END
                                """,
                        roundId,
                        raceId,
                        area,
                        raceArea)
                .query(String.class)
                .list();
        bound(
                        ComparedPlaces.DIFFERENCES
                                + """
                                INSERT INTO official_difference (import_id, round_id, race_id, area, level, fields, weight, version_no, found_at)
                                SELECT c.import_id, :round, :race, c.area, c.level, c.fields, c.weight, c.version_no, :now FROM compared c
                                WHERE NOT EXISTS (SELECT 1 FROM official_difference d WHERE d.round_id = :round AND d.race_id = :race AND d.area = c.area AND d.state <> 'GONE')
                                """,
                        roundId,
                        raceId,
                        area,
                        raceArea)
                .update();
        return Stream.concat(ended.stream(), moved.stream())
                .filter(Objects::nonNull)
                .toList();
    }

    private StatementSpec bound(String sql, long roundId, long raceId, String area, String raceArea) {
        return jdbc.sql(sql)
                .param("round", roundId)
                .param("race", raceId)
                .param("area", area)
                .param("raceArea", Area.digits(raceArea))
                .param("now", Timestamp.from(clock.instant()));
    }

    /** How many differences of an import wait for their turn, by the digits of their district. */
    Map<String, Integer> waiting(long importId) {
        var waiting = new LinkedHashMap<String, Integer>();
        jdbc.sql(
                        """
                        SELECT left(area, 6), count(*)::int FROM official_difference WHERE import_id = ? AND state = 'OPEN' AND NOT handed_out
                        GROUP BY 1 ORDER BY 1
                        """)
                .param(importId)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .forEach(entry -> waiting.put(entry.getKey(), entry.getValue()));
        return waiting;
    }

    /** Hands out the largest difference of a district that nobody has yet. */
    Optional<Long> take(long importId, String districtArea) {
        return jdbc.sql(
                        """
                        UPDATE official_difference SET handed_out = true WHERE id = (
                          SELECT id FROM official_difference WHERE import_id = ? AND left(area, 6) = ? AND state = 'OPEN' AND NOT handed_out
                          ORDER BY weight DESC, area LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING id
                        """)
                .params(importId, districtArea)
                .query(Long.class)
                .optional();
    }

    void given(long id, String taskId) {
        jdbc.sql("UPDATE official_difference SET task_id = ? WHERE id = ?")
                .params(taskId, id)
                .update();
    }
}
