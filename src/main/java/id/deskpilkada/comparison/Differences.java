package id.deskpilkada.comparison;

import com.fasterxml.jackson.core.type.TypeReference;
import id.deskpilkada.comparison.official.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Differences as they are stored. One per place is alive; what was said about it stands as long as both sides stay as they were. */
@Repository
class Differences {

    private static final TypeReference<SortedMap<String, List<Long>>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> READINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    Differences(JdbcClient jdbc, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
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
                .params(cause.name(), note, correction == null ? null : json.write(correction), staffId)
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

    /** What is alive about these places, by area. */
    Map<String, Difference> alive(long roundId, long raceId, Collection<String> areas) {
        var alive = new LinkedHashMap<String, Difference>();
        jdbc.sql(
                        """
                        SELECT * FROM official_difference WHERE round_id = ? AND race_id = ? AND state <> 'GONE'
                        AND area IN (SELECT jsonb_array_elements_text(?::jsonb))
                        """)
                .params(roundId, raceId, json.write(areas))
                .query(this::row)
                .list()
                .forEach(one -> alive.put(one.area(), one));
        return alive;
    }

    long count(long roundId, long raceId, String area, @Nullable String state) {
        return jdbc.sql(
                        "SELECT count(*) FROM official_difference WHERE round_id = ? AND race_id = ? AND starts_with(area, ?) AND (?::text IS NULL OR state = ?)")
                .params(roundId, raceId, area, state, state)
                .query(Long.class)
                .single();
    }

    /** Those of an area in the order in which they were found, a part at a time. */
    List<Difference> after(long roundId, long raceId, String area, long last, int size) {
        return jdbc.sql(
                        "SELECT * FROM official_difference WHERE round_id = ? AND race_id = ? AND starts_with(area, ?) AND id > ? ORDER BY id LIMIT ?")
                .params(roundId, raceId, area, last, size)
                .query(this::row)
                .list();
    }

    /** How many of those alive in an area have which cause, or are open. */
    Map<String, Integer> causes(long roundId, long raceId, String area) {
        var causes = new LinkedHashMap<String, Integer>();
        jdbc.sql(
                        """
                        SELECT coalesce(cause, 'OPEN'), count(*)::int FROM official_difference
                        WHERE round_id = ? AND race_id = ? AND starts_with(area, ?) AND state <> 'GONE' GROUP BY 1 ORDER BY 1
                        """)
                .params(roundId, raceId, area)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .forEach(entry -> causes.put(entry.getKey(), entry.getValue()));
        return causes;
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
                json.read(row.getString("fields"), FIELDS),
                row.getLong("weight"),
                row.getObject("version_no", Integer.class),
                Difference.State.valueOf(row.getString("state")),
                row.getString("task_id"),
                row.getTimestamp("found_at").toInstant(),
                cause == null ? null : Cause.valueOf(cause),
                row.getString("note"),
                correction == null ? null : json.read(correction, READINGS),
                row.getObject("traced_by_id", Long.class),
                traced == null ? null : traced.toInstant());
    }
}
