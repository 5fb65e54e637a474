package id.deskpilkada.walk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A fingerprint of every table, to tell whether a call changed anything anywhere. Its rows are told apart by the transactions that wrote them, which a change cannot hide from even when
 * it writes the same values again; as long as no transaction was given a number, nothing was written at all.
 */
final class Rows {

    /** Written by reading and by signing in: traces of who did what, sessions, and counts of the engine about itself. */
    private static final List<String> TRACES = List.of(
            "staff_session", "audit_%", "act_ru_meter_log", "act_ru_task_meter_log", "act_ge_%", "act_re_%", "flyway%");

    private final JdbcTemplate owner;
    private final String sql;
    private Map<String, String> last = Map.of();
    private String seen = "";

    Rows(JdbcTemplate owner) {
        this.owner = owner;
        var tables = owner.queryForList(
                """
                SELECT schemaname || '.' || tablename FROM pg_tables
                WHERE (schemaname = 'desk' OR schemaname = 'public' AND tablename LIKE 'act\\_%') AND NOT tablename LIKE ANY (string_to_array(?, ','))
                """,
                String.class, String.join(",", TRACES));
        this.sql = tables.stream()
                .map(table ->
                        "SELECT '%s' AS name, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) AS rows FROM %s"
                                .formatted(table, table))
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** Names of the tables that are not as they were when this was asked before. */
    String changedSinceLastAsked() {
        var snapshot = owner.queryForObject("SELECT pg_current_snapshot()::text", String.class);
        if (seen.equals(snapshot)) {
            return "";
        }
        seen = snapshot;
        var before = last;
        var now = new TreeMap<String, String>();
        owner.query(
                sql,
                row -> {
                    now.put(row.getString("name"), row.getString("rows"));
                },
                new Object[0]);
        last = now;
        return now.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
