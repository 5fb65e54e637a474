package id.deskpilkada.c1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.c1.written.C1Data;
import id.deskpilkada.c1.written.RuleResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only versions of forms. */
@Repository
class C1Versions {

    private static final String COLUMNS =
            "no, origin, report_id, data, rules, source, reporter_id, entered_by_id, reason, captured_at";
    private static final TypeReference<List<RuleResult>> RULES = new TypeReference<>() {};
    private static final TypeReference<SortedMap<Integer, @Nullable Integer>> VOTES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    C1Versions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(long formId, C1Version version) {
        jdbc.sql("INSERT INTO c1_version (form_id, " + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)")
                .params(
                        formId,
                        version.no(),
                        version.origin().name(),
                        version.reportId(),
                        write(version.data()),
                        write(version.rules()),
                        version.source(),
                        version.reporterId(),
                        version.enteredById(),
                        version.reason(),
                        Timestamp.from(version.capturedAt()))
                .update();
    }

    List<C1Version> of(long formId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM c1_version WHERE form_id = ? ORDER BY no")
                .param(formId)
                .query(this::version)
                .list();
    }

    C1Version get(long formId, int no) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM c1_version WHERE form_id = ? AND no = ?")
                .params(formId, no)
                .query(this::version)
                .single();
    }

    /** Total voters on the forms of the other races of the same TPS. */
    List<Integer> votersOfOtherRaces(C1Case about) {
        return jdbc.sql(
                        """
                        SELECT (v.data #>> '{voters,total,total}')::int FROM c1_form f JOIN c1_version v ON v.form_id = f.id AND v.no = coalesce(f.decided_no, f.current_no)
                        WHERE f.round_id = ? AND f.tps_code = ? AND f.race_id <> ? AND v.data #>> '{voters,total,total}' IS NOT NULL
                        """)
                .params(about.round().id(), about.tps(), about.race().id())
                .query(Integer.class)
                .list();
    }

    /** Votes by ballot number on this race's forms of the other TPS of the village. */
    List<SortedMap<Integer, @Nullable Integer>> votesOfVillage(C1Case about) {
        return jdbc.sql(
                        """
                        SELECT v.data ->> 'votes' FROM c1_form f JOIN c1_version v ON v.form_id = f.id AND v.no = coalesce(f.decided_no, f.current_no)
                        WHERE f.round_id = ? AND f.village_area = ? AND f.race_id = ? AND f.tps_code <> ?
                        """)
                .params(
                        about.round().id(),
                        about.code().villageArea(),
                        about.race().id(),
                        about.tps())
                .query((row, n) -> read(row.getString(1), VOTES))
                .list();
    }

    C1Version version(ResultSet row, int n) throws SQLException {
        return new C1Version(
                row.getInt("no"),
                C1Version.Origin.valueOf(row.getString("origin")),
                row.getObject("report_id", UUID.class),
                data(row.getString("data")),
                read(row.getString("rules"), RULES),
                row.getString("source"),
                row.getLong("reporter_id"),
                row.getLong("entered_by_id"),
                row.getString("reason"),
                row.getTimestamp("captured_at").toInstant());
    }

    C1Data data(String text) {
        return read(text, new TypeReference<C1Data>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored form cannot be read", e);
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
