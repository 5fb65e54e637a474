package id.deskpilkada.readiness.visit;

import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The planned visits and what became of them. */
@Component
class VisitRows {

    private static final String LISTED = "FROM leader_visit WHERE round_id = :round AND starts_with(tps_code, :area) "
            + "AND (:leader = 0 OR leader_id = :leader) AND (:state = '' OR state = :state) ";

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Problem 409 {@code VISIT_PLANNED_ALREADY} */
    void insert(Visit visit) {
        try {
            jdbc.sql(
                            """
                            INSERT INTO leader_visit (id, round_id, tps_code, leader_id, due_at, timed, reason, planned_by_id, planned_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(visit.id(), visit.roundId(), visit.tps(), visit.leaderId(), utc(visit.dueAt()))
                    .param(visit.timed())
                    .param(visit.reason())
                    .params(visit.plannedById(), utc(visit.plannedAt()))
                    .update();
        } catch (DuplicateKeyException there) {
            throw Problem.conflict("VISIT_PLANNED_ALREADY");
        }
    }

    Optional<Visit> find(UUID id) {
        return jdbc.sql("SELECT * FROM leader_visit WHERE id = ?")
                .param(id)
                .query(VisitRows::visit)
                .optional();
    }

    /** Locked for the running transaction. @throws Problem 404 {@code UNKNOWN_VISIT} */
    Visit lock(UUID id) {
        return jdbc.sql("SELECT * FROM leader_visit WHERE id = ? FOR UPDATE")
                .param(id)
                .query(VisitRows::visit)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_VISIT"));
    }

    /** @throws Problem 409 {@code VISIT_PLANNED_ALREADY} when that leader goes there already */
    void change(UUID id, long leaderId, Instant dueAt, boolean timed, @Nullable String reason) {
        try {
            jdbc.sql("UPDATE leader_visit SET leader_id = ?, due_at = ?, timed = ?, reason = ? WHERE id = ?")
                    .params(leaderId, utc(dueAt), timed)
                    .param(reason)
                    .param(id)
                    .update();
        } catch (DuplicateKeyException there) {
            throw Problem.conflict("VISIT_PLANNED_ALREADY");
        }
    }

    void answered(UUID id, Visit.Answer answer, @Nullable String text) {
        jdbc.sql("UPDATE leader_visit SET answer = ?, answer_text = ? WHERE id = ?")
                .param(answer.name())
                .param(text)
                .param(id)
                .update();
    }

    void close(UUID id, Visit.State state, @Nullable UUID reportId, Instant at) {
        jdbc.sql("UPDATE leader_visit SET state = ?, report_id = ?, closed_at = ? WHERE id = ?")
                .param(state.name())
                .param(reportId)
                .params(utc(at), id)
                .update();
    }

    /** Those of a round that are open and due whenever the day of voting is. */
    List<Visit> untimed(long roundId) {
        return jdbc.sql("SELECT * FROM leader_visit WHERE round_id = ? AND state = 'PLANNED' AND NOT timed ORDER BY id")
                .param(roundId)
                .query(VisitRows::visit)
                .list();
    }

    /** Open ones first, those due first at the top. @param leaderId 0 for all */
    Page<Visit> listed(long roundId, String area, long leaderId, Visit.@Nullable State state, Page.Window window) {
        var items = asked(
                        "SELECT * " + LISTED
                                + "ORDER BY (state <> 'PLANNED'), due_at, tps_code LIMIT :size OFFSET :offset",
                        roundId,
                        area,
                        leaderId,
                        state)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(VisitRows::visit)
                .list();
        long total = asked("SELECT count(*) " + LISTED, roundId, area, leaderId, state)
                .query(Long.class)
                .single();
        return new Page<>(items, window.page(), window.size(), total);
    }

    private JdbcClient.StatementSpec asked(
            String sql, long roundId, String area, long leaderId, Visit.@Nullable State state) {
        return jdbc.sql(sql)
                .param("round", roundId)
                .param("area", area)
                .param("leader", leaderId)
                .param("state", state == null ? "" : state.name());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        var answer = row.getString("answer");
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Visit(
                row.getObject("id", UUID.class),
                row.getLong("round_id"),
                row.getString("tps_code"),
                row.getLong("leader_id"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("timed"),
                row.getString("reason"),
                Visit.State.valueOf(row.getString("state")),
                row.getObject("report_id", UUID.class),
                answer == null ? null : Visit.Answer.valueOf(answer),
                row.getString("answer_text"),
                row.getLong("planned_by_id"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
