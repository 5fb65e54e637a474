package id.deskpilkada.tierreport.flow;

import id.deskpilkada.platform.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows under whose locks reports are worked on. Whoever needs two of a slot takes the district's first. */
@Component
class TierCases {

    private static final String KEY = " WHERE round_id = ? AND slot = ? AND area = ? ";
    private static final String ROW = "SELECT round_id, slot, area, state, due_at FROM tier_case";

    private final JdbcClient jdbc;

    TierCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever opens the same, and tells whether this one is to start its process. */
    boolean open(TierKey key, Instant dueAt) {
        return jdbc.sql(
                                """
                                INSERT INTO tier_case AS c (round_id, slot, area, level, state, due_at) VALUES (?, ?, ?, ?, 'WAITING', ?)
                                ON CONFLICT (round_id, slot, area) DO UPDATE SET state = 'WAITING', due_at = excluded.due_at WHERE c.state IN ('WITHDRAWN', 'PASSED_OVER')
                                """)
                        .params(
                                key.roundId(),
                                key.slot(),
                                key.area(),
                                key.level().name())
                        .param(dueAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @throws Problem 404 {@code UNKNOWN_TIER_REPORT} where the slot was never asked for */
    TierCase lock(TierKey key) {
        return find(key, "FOR UPDATE").orElseThrow(() -> Problem.notFound("UNKNOWN_TIER_REPORT"));
    }

    Optional<TierCase> lockIfThere(TierKey key) {
        return find(key, "FOR UPDATE");
    }

    Optional<TierCase> find(TierKey key) {
        return find(key, "");
    }

    private Optional<TierCase> find(TierKey key, String how) {
        return jdbc.sql(ROW + KEY + how)
                .params(key.roundId(), key.slot(), key.area())
                .query(TierCase.class)
                .optional();
    }

    void become(TierKey key, CaseState state) {
        jdbc.sql("UPDATE tier_case SET state = ?" + KEY)
                .param(state.name())
                .params(key.roundId(), key.slot(), key.area())
                .update();
    }

    void due(TierKey key, Instant at) {
        jdbc.sql("UPDATE tier_case SET due_at = ?" + KEY)
                .param(at.atOffset(ZoneOffset.UTC))
                .params(key.roundId(), key.slot(), key.area())
                .update();
    }

    /** Districts first. */
    List<TierCase> ofRound(long roundId) {
        return jdbc.sql(ROW + " WHERE round_id = ? ORDER BY level, slot, area")
                .param(roundId)
                .query(TierCase.class)
                .list();
    }

    /** Districts whose report of the slot is still to come. */
    List<String> awaited(long roundId, String slot) {
        return inState(roundId, slot, List.of(CaseState.WAITING, CaseState.SIGNING));
    }

    /** Districts whose report of the slot waits for its signature. */
    List<String> unsigned(long roundId, String slot) {
        return inState(roundId, slot, List.of(CaseState.SIGNING));
    }

    private List<String> inState(long roundId, String slot, List<CaseState> states) {
        return jdbc.sql(
                        "SELECT area FROM tier_case WHERE round_id = :round AND slot = :slot AND level = 'DISTRICT' AND state IN (:states) ORDER BY area")
                .param("round", roundId)
                .param("slot", slot)
                .param("states", states.stream().map(Enum::name).toList())
                .query(String.class)
                .list();
    }

    /** Whether somebody's figures of the slot were frozen. */
    boolean compiled(long roundId, String slot) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM tier_report WHERE round_id = ? AND slot = ?)")
                .params(roundId, slot)
                .query(Boolean.class)
                .single();
    }
}
