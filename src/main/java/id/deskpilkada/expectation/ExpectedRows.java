package id.deskpilkada.expectation;

import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.fieldreport.ReportKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what is expected, one for each TPS, slot and race. */
@Component
class ExpectedRows {

    private final JdbcClient jdbc;

    ExpectedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the first report of a row; empty when one has come before, or none was expected. */
    Optional<Noted> note(long roundId, ReportKind kind, String slot, long raceId, String tps, Instant at) {
        return jdbc.sql(
                        """
                        WITH before AS (
                          SELECT state FROM expected_report
                          WHERE round_id = :round AND kind = :kind AND slot = :slot AND race_id = :race AND tps_code = :tps AND state IN ('MISSING', 'EXCUSED')
                          FOR UPDATE)
                        UPDATE expected_report e SET received_at = :at,
                          state = CASE WHEN before.state = 'MISSING' AND e.due_at >= :at THEN 'RECEIVED' ELSE 'LATE' END
                        FROM before
                        WHERE round_id = :round AND kind = :kind AND slot = :slot AND race_id = :race AND tps_code = :tps
                        RETURNING e.district_area, before.state = 'MISSING'
                        """)
                .param("round", roundId)
                .param("kind", kind.name())
                .param("slot", slot)
                .param("race", raceId)
                .param("tps", tps)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Noted(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    boolean isExpected(long roundId, ReportKind kind, String slot, long raceId, String tps) {
        return jdbc.sql(
                                """
                        SELECT count(*) FROM expected_report
                        WHERE round_id = ? AND kind = ? AND slot = ? AND race_id = ? AND tps_code = ?
                        """)
                        .params(roundId, kind.name(), slot, raceId, tps)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A report of a TPS that nobody had expected yet. */
    boolean add(Wave wave, String tps, String village, Instant dueAt, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO expected_report (round_id, kind, slot, race_id, tps_code, village_area, district_area, due_at, received_at, state)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(wave.roundId(), wave.kind().name(), wave.slot(), wave.raceId(), tps)
                        .params(village, wave.district())
                        .params(dueAt.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC))
                        .param(at.isAfter(dueAt) ? "LATE" : "RECEIVED")
                        .update()
                == 1;
    }

    /** Moves what is still missing of a TPS, and answers the waves it belongs to. */
    List<Wave> move(long roundId, ReportKind kind, String slot, String tps, Instant dueAt) {
        return jdbc.sql(
                        """
                        UPDATE expected_report SET due_at = ?
                        WHERE round_id = ? AND kind = ? AND slot = ? AND tps_code = ? AND state = 'MISSING'
                        RETURNING slot, race_id, district_area
                        """)
                .param(dueAt.atOffset(ZoneOffset.UTC))
                .params(roundId, kind.name(), slot, tps)
                .query((row, n) -> wave(roundId, kind, row))
                .list();
    }

    /** Removes what is missing in other slots than those that remain, and answers how much of which wave. */
    Map<Wave, Integer> removeMissing(long roundId, ReportKind kind, Collection<String> remaining) {
        var removed = new TreeMap<Wave, Integer>();
        jdbc.sql(
                        """
                        DELETE FROM expected_report WHERE round_id = ? AND kind = ? AND state = 'MISSING' AND NOT slot = ANY (?)
                        RETURNING slot, race_id, district_area
                        """)
                .params(roundId, kind.name(), remaining.toArray(String[]::new))
                .query(row -> {
                    removed.merge(wave(roundId, kind, row), 1, Integer::sum);
                });
        return removed;
    }

    /** The waves of other slots than those that remain. */
    List<Wave> waves(long roundId, ReportKind kind, Collection<String> remaining) {
        return jdbc.sql(
                        "SELECT slot, race_id, district_area FROM report_wave WHERE round_id = ? AND kind = ? AND NOT slot = ANY (?)")
                .params(roundId, kind.name(), remaining.toArray(String[]::new))
                .query((row, n) -> wave(roundId, kind, row))
                .list();
    }

    private static Wave wave(long roundId, ReportKind kind, ResultSet row) throws SQLException {
        return new Wave(roundId, kind, row.getString("slot"), row.getLong("race_id"), row.getString("district_area"));
    }

    /** @param wasMissing and not excused */
    record Noted(String district, boolean wasMissing) {}
}
