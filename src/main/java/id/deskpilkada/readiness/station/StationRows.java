package id.deskpilkada.readiness.station;

import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.station.StationFile.Answered;
import id.deskpilkada.readiness.station.StationFile.Note;
import id.deskpilkada.readiness.station.StationFile.Shortcoming;
import id.deskpilkada.readiness.station.StationFile.State;
import id.deskpilkada.readiness.station.StationFile.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the checklist has stored of one polling station. */
@Component
class StationRows {

    private static final String BESIDE = "readiness.beside.";

    private final JdbcClient jdbc;
    private final MessageSource messages;

    StationRows(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    Optional<State> state(long roundId, String tps) {
        return jdbc.sql(
                        """
                        SELECT state, site_state, logistics_state, connectivity, flood_risk, lat, lng, checked_at
                        FROM readiness WHERE round_id = ? AND tps_code = ?
                        """)
                .params(roundId, tps)
                .query(State.class)
                .optional();
    }

    /** Items that are asked for or were answered, in the order of the checklist. */
    List<Answered> answers(long roundId, String tps) {
        return jdbc.sql(
                        """
                        SELECT i.stage, i.code, CASE WHEN ? THEN i.label_en ELSE i.label END AS label, i.blocking, a.answer
                        FROM checklist_item i LEFT JOIN readiness_answer a ON a.round_id = ? AND a.tps_code = ? AND a.item_code = i.code
                        WHERE i.active OR a.answer IS NOT NULL ORDER BY i.stage DESC, i.position, i.code
                        """)
                .params(english(), roundId, tps)
                .query(Answered.class)
                .list();
    }

    /** The latest first. */
    List<Version> versions(long roundId, String tps) {
        return jdbc.sql(
                        """
                        SELECT r.report_id, r.stage, r.version, r.source, r.reporter_id, r.entered_by_id, r.observed_at, r.recorded_at, r.photos,
                          (SELECT count(*) FROM jsonb_each_text(r.items) WHERE value = 'OK') AS fine,
                          (SELECT count(*) FROM jsonb_each_text(r.items) WHERE value = 'UNKNOWN') AS unknown,
                          (SELECT coalesce(array_agg(coalesce(CASE WHEN ? THEN i.label_en ELSE i.label END, said.key) ORDER BY i.position), '{}')
                           FROM jsonb_each_text(r.items) said LEFT JOIN checklist_item i ON i.code = said.key
                           WHERE said.value IN ('MISSING', 'DAMAGED')) AS faults,
                          (SELECT CASE WHEN pg_input_is_valid(f.payload, 'jsonb') THEN f.payload::jsonb #>> '{data,remarks}' END
                           FROM field_report f WHERE f.id = r.report_id) AS remarks
                        FROM readiness_report r WHERE r.round_id = ? AND r.tps_code = ? ORDER BY r.recorded_at DESC, r.seq DESC
                        """)
                .params(english(), roundId, tps)
                .query(StationRows::version)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getObject("report_id", UUID.class),
                ReadinessStage.valueOf(row.getString("stage")),
                row.getInt("version"),
                row.getString("source"),
                row.getLong("reporter_id"),
                row.getLong("entered_by_id"),
                row.getObject("observed_at", OffsetDateTime.class),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getInt("fine"),
                row.getInt("unknown"),
                texts(row, "faults"),
                texts(row, "photos"),
                row.getString("remarks"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** What is still open first, then what was settled last. */
    List<Shortcoming> shortcomings(long roundId, String tps) {
        return jdbc
                .sql(
                        """
                        SELECT coalesce(CASE WHEN ? THEN i.label_en ELSE i.label END, s.item_code) AS label, s.stage, s.answer, s.owner, s.blocking, s.state,
                          s.opened_at, s.due_at, s.changed_at
                        FROM readiness_shortcoming s LEFT JOIN checklist_item i ON i.code = s.item_code
                        WHERE s.round_id = ? AND s.tps_code = ?
                        ORDER BY s.state <> 'OPEN', s.state = 'CLOSED', s.due_at, s.item_code
                        """)
                .params(english(), roundId, tps)
                .query(Shortcoming.class)
                .list()
                .stream()
                .map(this::spoken)
                .toList();
    }

    List<Note> notes(long roundId, String tps) {
        return jdbc.sql(
                        """
                        SELECT kind, owner, text, number, decided_on, staff_id, at FROM readiness_note
                        WHERE round_id = ? AND tps_code = ? ORDER BY at, id
                        """)
                .params(roundId, tps)
                .query(Note.class)
                .list();
    }

    /** What is asked beside the checklist has its name in the bundles. */
    private Shortcoming spoken(Shortcoming one) {
        String label = messages.getMessage(BESIDE + one.label(), null, one.label(), LocaleContextHolder.getLocale());
        return new Shortcoming(
                label == null ? one.label() : label,
                one.stage(),
                one.answer(),
                one.owner(),
                one.blocking(),
                one.state(),
                one.openedAt(),
                one.dueAt(),
                one.changedAt());
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
