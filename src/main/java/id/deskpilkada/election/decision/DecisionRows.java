package id.deskpilkada.election.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recorded decisions. */
@Component
class DecisionRows {

    private static final String SELECT =
            """
            SELECT d.id, d.round_id, d.content, d.request, d.recorded_at, s.name AS recorded_by, r.code AS opened_round
            FROM kpu_decision d LEFT JOIN staff_member s ON s.id = d.recorded_by_id LEFT JOIN round r ON r.id = d.opened_round
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    DecisionRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param request as it was sent, by which the same one is recognised
     * @param openedRound code of the round that the decision opened
     */
    record Row(
            UUID id,
            long roundId,
            KpuDecision decision,
            DecisionRequest request,
            @Nullable String openedRound,
            @Nullable String recordedBy,
            OffsetDateTime recordedAt) {}

    /** Empty when the round has a decision of that number. */
    Optional<UUID> insert(RoundRef round, KpuDecision decision, DecisionRequest request, long staffId) {
        return jdbc.sql(
                        """
                        INSERT INTO kpu_decision (id, round_id, kind, number, issued_on, content, request, recorded_by_id, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) ON CONFLICT (round_id, number) DO NOTHING RETURNING id
                        """)
                .params(UUID.randomUUID(), round.id(), decision.kind().name(), decision.number())
                .params(decision.decidedOn(), text(decision), text(request), staffId)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    void opened(UUID id, RoundRef round) {
        jdbc.sql("UPDATE kpu_decision SET opened_round = ? WHERE id = ?")
                .params(round.id(), id)
                .update();
    }

    Row get(UUID id) {
        return jdbc.sql(SELECT + "WHERE d.id = ?").param(id).query(this::row).single();
    }

    Optional<Row> find(long roundId, @Nullable String number) {
        return jdbc.sql(SELECT + "WHERE d.round_id = ? AND d.number = ?")
                .params(roundId, number)
                .query(this::row)
                .optional();
    }

    /** Those recorded last at the top. */
    Page<Row> list(long roundId, Page.Window window) {
        long total = jdbc.sql("SELECT count(*) FROM kpu_decision WHERE round_id = ?")
                .param(roundId)
                .query(Long.class)
                .single();
        var rows = jdbc.sql(SELECT + "WHERE d.round_id = ? ORDER BY d.recorded_at DESC, d.number LIMIT ? OFFSET ?")
                .params(roundId, window.size(), window.offset())
                .query(this::row)
                .list();
        return new Page<>(rows, window.page(), window.size(), total);
    }

    boolean isStation(long electionId, String tps) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM polling_station WHERE election_id = ? AND code = ?)")
                .params(electionId, tps)
                .query(Boolean.class)
                .single();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("round_id"),
                read(row.getString("content"), KpuDecision.class),
                read(row.getString("request"), DecisionRequest.class),
                row.getString("opened_round"),
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class));
    }

    private String text(Record content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
