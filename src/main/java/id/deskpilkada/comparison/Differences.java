package id.deskpilkada.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.platform.Area;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Differences as they are stored. One per place is alive; what was said about it stands as long as both sides stay as they were. */
@Repository
class Differences {

    private static final TypeReference<SortedMap<String, List<Long>>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> READINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Differences(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
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
        return java.util.stream.Stream.concat(ended.stream(), moved.stream())
                .filter(java.util.Objects::nonNull)
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

    Optional<Difference> find(long id) {
        return one("SELECT * FROM official_difference WHERE id = ?", id);
    }

    /** Held until the transaction ends. */
    Optional<Difference> lock(long id) {
        return one("SELECT * FROM official_difference WHERE id = ? FOR UPDATE", id);
    }

    Optional<Difference> ofTask(String taskId) {
        return one("SELECT * FROM official_difference WHERE task_id = ? AND state <> 'GONE'", taskId);
    }

    private Optional<Difference> one(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(this::row).optional();
    }

    void trace(long id, Cause cause, @Nullable String note, @Nullable Map<String, Integer> correction, long staffId) {
        jdbc.sql(
                        """
                        UPDATE official_difference SET state = 'TRACED', cause = ?, note = ?, correction = ?::jsonb, traced_by_id = ?, traced_at = ?
                        WHERE id = ?
                        """)
                .params(cause.name(), note, correction == null ? null : write(correction), staffId)
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** What is alive of a race inside an area, the largest first; all of them where no state is named. */
    List<Difference> inside(long roundId, long raceId, String area, @Nullable String state, int size, long offset) {
        return jdbc.sql(
                        """
                        SELECT * FROM official_difference WHERE round_id = ? AND race_id = ? AND starts_with(area, ?) AND (?::text IS NULL OR state = ?)
                        ORDER BY state, weight DESC, area, id LIMIT ? OFFSET ?
                        """)
                .params(roundId, raceId, area, state, state, size, offset)
                .query(this::row)
                .list();
    }

    long count(long roundId, long raceId, String area, @Nullable String state) {
        return jdbc.sql(
                        "SELECT count(*) FROM official_difference WHERE round_id = ? AND race_id = ? AND starts_with(area, ?) AND (?::text IS NULL OR state = ?)")
                .params(roundId, raceId, area, state, state)
                .query(Long.class)
                .single();
    }

    /** How many differences of an import ended how: by cause, what is open, what is gone, and how many corrections of ours were asked for. */
    Map<String, Object> summary(long importId) {
        var summary = new LinkedHashMap<String, Object>();
        jdbc.sql(
                        """
                        SELECT CASE WHEN state = 'TRACED' THEN cause ELSE state END, count(*)::int FROM official_difference WHERE import_id = ?
                        GROUP BY 1 ORDER BY 1
                        """)
                .param(importId)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .forEach(entry -> summary.put(entry.getKey(), entry.getValue()));
        summary.put(
                "CORRECTIONS",
                jdbc.sql("SELECT count(*)::int FROM official_difference WHERE import_id = ? AND correction IS NOT NULL")
                        .param(importId)
                        .query(Integer.class)
                        .single());
        return summary;
    }

    private Difference row(ResultSet row, int n) throws SQLException {
        var cause = row.getString("cause");
        var correction = row.getString("correction");
        var traced = row.getTimestamp("traced_at");
        return new Difference(
                row.getLong("id"),
                row.getLong("import_id"),
                row.getLong("round_id"),
                row.getLong("race_id"),
                row.getString("area"),
                row.getString("level"),
                read(row.getString("fields"), FIELDS),
                row.getLong("weight"),
                row.getObject("version_no", Integer.class),
                Difference.State.valueOf(row.getString("state")),
                row.getString("task_id"),
                row.getTimestamp("found_at").toInstant(),
                cause == null ? null : Cause.valueOf(cause),
                row.getString("note"),
                correction == null ? null : read(correction, READINGS),
                row.getObject("traced_by_id", Long.class),
                traced == null ? null : traced.toInstant());
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
