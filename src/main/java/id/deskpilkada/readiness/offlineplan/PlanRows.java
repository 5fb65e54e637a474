package id.deskpilkada.readiness.offlineplan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.readiness.Connectivity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the plans, and what was reported about the signal. */
@Component
class PlanRows {

    private static final String HOLDING =
            """
            SELECT DISTINCT ON (tps_code) tps_code, version, channel, person_name, person_phone, times, signal_point, lat, lng, due_times, remarks, recorded_by_id, recorded_at
            FROM offline_plan WHERE round_id = ? AND %s ORDER BY tps_code, version DESC
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PlanRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<OfflinePlan.Version> holding(long roundId, String tps) {
        return jdbc.sql(HOLDING.formatted("tps_code = ?"))
                .params(roundId, tps)
                .query(this::version)
                .optional();
    }

    Map<String, OfflinePlan.Version> holding(long roundId, Collection<String> tps) {
        var found = new LinkedHashMap<String, OfflinePlan.Version>();
        jdbc.sql(HOLDING.formatted("tps_code = ANY (?)"))
                .param(roundId)
                .param(tps.toArray(String[]::new))
                .query(this::version)
                .list()
                .forEach(version -> found.put(version.tps(), version));
        return found;
    }

    List<OfflinePlan.Version> versions(long roundId, String tps) {
        return jdbc.sql(
                        """
                        SELECT tps_code, version, channel, person_name, person_phone, times, signal_point, lat, lng, due_times, remarks, recorded_by_id, recorded_at
                        FROM offline_plan WHERE round_id = ? AND tps_code = ? ORDER BY version DESC
                        """)
                .params(roundId, tps)
                .query(this::version)
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else wrote that version meanwhile */
    void insert(long roundId, OfflinePlan.Version version) {
        var plan = version.plan();
        jdbc.sql(
                        """
                        INSERT INTO offline_plan (round_id, tps_code, version, channel, person_name, person_phone, times, signal_point, lat, lng, due_times, remarks, recorded_by_id, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?)
                        """)
                .params(
                        roundId,
                        version.tps(),
                        version.version(),
                        plan.channel().name())
                .params(plan.personName(), plan.personPhone())
                .param(plan.times().toArray(String[]::new))
                .param(plan.signalPoint())
                .param(plan.lat())
                .param(plan.lng())
                .param(written(plan.dueTimes()))
                .param(plan.remarks())
                .params(version.recordedById(), version.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest word counts, whatever order reports arrive in. */
    void reported(long roundId, String tps, Connectivity connectivity, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO tps_connectivity AS known (round_id, tps_code, connectivity, reported_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (round_id, tps_code) DO UPDATE SET connectivity = excluded.connectivity, reported_at = excluded.reported_at
                        WHERE known.reported_at <= excluded.reported_at
                        """)
                .params(roundId, tps, connectivity.name(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, Connectivity> connectivity(long roundId, Collection<String> tps) {
        var found = new LinkedHashMap<String, Connectivity>();
        jdbc.sql("SELECT tps_code, connectivity FROM tps_connectivity WHERE round_id = ? AND tps_code = ANY (?)")
                .param(roundId)
                .param(tps.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), Connectivity.valueOf(row.getString(2)));
                });
        return found;
    }

    private OfflinePlan.Version version(ResultSet row, int number) throws SQLException {
        var plan = new OfflinePlan(
                OfflineChannel.valueOf(row.getString("channel")),
                row.getString("person_name"),
                row.getString("person_phone"),
                List.of((String[]) row.getArray("times").getArray()),
                row.getString("signal_point"),
                number(row, "lat"),
                number(row, "lng"),
                read(row.getString("due_times")),
                row.getString("remarks"));
        return new OfflinePlan.Version(
                row.getString("tps_code"),
                row.getInt("version"),
                plan,
                row.getLong("recorded_by_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private String written(List<OwnDue> dueTimes) {
        try {
            return json.writeValueAsString(dueTimes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<OwnDue> read(String dueTimes) {
        try {
            return json.readValue(dueTimes, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
