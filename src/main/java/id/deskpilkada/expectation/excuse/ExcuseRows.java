package id.deskpilkada.expectation.excuse;

import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.fieldreport.ReportKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of excuses, and the state of what they excuse. */
@Component
class ExcuseRows {

    private static final String ASKED =
            """
            FROM report_excuse x LEFT JOIN expected_report e USING (round_id, kind, slot, race_id, tps_code)
            WHERE x.round_id = :round AND (:kind = '' OR x.kind = :kind) AND (:slot = '' OR x.slot = :slot) AND (:race = 0 OR x.race_id = :race)
              AND starts_with(x.tps_code, :area)\s""";
    private static final String COLUMNS =
            """
            SELECT x.id, x.round_id, x.kind, x.slot, x.race_id, x.tps_code, x.reason, x.excused_by_id, x.excused_at, x.withdrawn_by_id, x.withdrawn_at,
              x.withdrawn_reason, e.state, left(x.tps_code, 6) AS district_area\s""";

    private final JdbcClient jdbc;

    ExcuseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks the reports of TPS in a slot, in the order of their key. The round comes first, as with a change of the schedule: what listens to an excuse may make timers from it.
     */
    List<Owed> lock(long roundId, ReportKind kind, String slot, long raceId, Collection<String> tps) {
        jdbc.sql("SELECT id FROM round WHERE id = ? FOR SHARE")
                .param(roundId)
                .query(Long.class)
                .single();
        return jdbc.sql(
                        """
                        SELECT round_id, kind, slot, race_id, tps_code, district_area, state FROM expected_report
                        WHERE round_id = ? AND kind = ? AND slot = ? AND (0 = ? OR race_id = ?) AND tps_code = ANY (?)
                        ORDER BY race_id, tps_code FOR UPDATE
                        """)
                .params(roundId, kind.name(), slot, raceId, raceId, tps.toArray(String[]::new))
                .query((row, n) -> owed(row))
                .list();
    }

    void excuse(Owed owed, String reason, long staffId, Instant at) {
        set(owed, "EXCUSED");
        jdbc.sql(
                        """
                        INSERT INTO report_excuse (round_id, kind, slot, race_id, tps_code, reason, excused_by_id, excused_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        owed.wave().roundId(),
                        owed.wave().kind().name(),
                        owed.wave().slot(),
                        owed.wave().raceId())
                .params(owed.tps(), reason, staffId, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One that still holds. */
    void withdraw(long id, Owed owed, String reason, long staffId, Instant at) {
        set(owed, "MISSING");
        jdbc.sql("UPDATE report_excuse SET withdrawn_by_id = ?, withdrawn_at = ?, withdrawn_reason = ? WHERE id = ?")
                .params(staffId, at.atOffset(ZoneOffset.UTC), reason, id)
                .update();
    }

    Optional<Row> find(long id) {
        return jdbc.sql(
                        COLUMNS
                                + "FROM report_excuse x LEFT JOIN expected_report e USING (round_id, kind, slot, race_id, tps_code) WHERE x.id = ?")
                .param(id)
                .query(ExcuseRows::row)
                .optional();
    }

    int count(Asked asked) {
        return asked("SELECT count(*) " + ASKED, asked).query(Integer.class).single();
    }

    /** The latest first. */
    List<Row> page(Asked asked, int size, long offset) {
        return asked(COLUMNS + ASKED + "ORDER BY x.excused_at DESC, x.id DESC LIMIT :size OFFSET :offset", asked)
                .param("size", size)
                .param("offset", offset)
                .query(ExcuseRows::row)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Asked asked) {
        var kind = asked.kind();
        var slot = asked.slot();
        return jdbc.sql(sql)
                .param("round", asked.roundId())
                .param("kind", kind == null ? "" : kind.name())
                .param("slot", slot == null ? "" : slot)
                .param("race", asked.raceId())
                .param("area", asked.area());
    }

    private void set(Owed owed, String state) {
        jdbc.sql(
                        "UPDATE expected_report SET state = ? WHERE round_id = ? AND kind = ? AND slot = ? AND race_id = ? AND tps_code = ?")
                .params(
                        state,
                        owed.wave().roundId(),
                        owed.wave().kind().name(),
                        owed.wave().slot())
                .params(owed.wave().raceId(), owed.tps())
                .update();
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(wave(row), row.getString("tps_code"), row.getString("state"));
    }

    private static Wave wave(ResultSet row) throws SQLException {
        return new Wave(
                row.getLong("round_id"),
                ReportKind.valueOf(row.getString("kind")),
                row.getString("slot"),
                row.getLong("race_id"),
                row.getString("district_area"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                wave(row),
                row.getString("tps_code"),
                row.getString("reason"),
                row.getLong("excused_by_id"),
                row.getObject("excused_at", OffsetDateTime.class),
                row.getObject("withdrawn_by_id", Long.class),
                row.getObject("withdrawn_at", OffsetDateTime.class),
                row.getString("withdrawn_reason"),
                row.getString("state"));
    }

    /** @param raceId 0 for every race; @param area digits */
    record Asked(long roundId, @Nullable ReportKind kind, @Nullable String slot, long raceId, String area) {}

    /** A report that is expected, in its state. */
    record Owed(Wave wave, String tps, String state) {

        boolean missing() {
            return state.equals("MISSING");
        }

        boolean excused() {
            return state.equals("EXCUSED");
        }
    }

    /** @param state of the report; null when the schedule no longer asks for it */
    record Row(
            long id,
            Wave wave,
            String tps,
            String reason,
            long excusedById,
            OffsetDateTime excusedAt,
            @Nullable Long withdrawnById,
            @Nullable OffsetDateTime withdrawnAt,
            @Nullable String withdrawnReason,
            @Nullable String state) {}
}
