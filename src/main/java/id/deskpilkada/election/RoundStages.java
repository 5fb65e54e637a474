package id.deskpilkada.election;

import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which stage a round is at, and when it came to each. */
@Service
public class RoundStages {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final DeskSettings settings;
    private final Clock clock;

    RoundStages(JdbcClient jdbc, Changes changes, DeskSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Noted once; a stage that is entered again keeps its first time. */
    void enter(long roundId, RoundStage stage) {
        int entered = jdbc.sql(
                        "INSERT INTO round_stage (round_id, stage, entered_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(roundId, stage.name(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (entered == 1) {
            changes.announce("round", Area.digits(settings.regency()));
        }
    }

    /** The latest stage; a round from before stages were kept is told by its phase. */
    public RoundStage of(RoundRef round) {
        if (round.phase() == RoundPhase.CLOSED) {
            return RoundStage.CLOSED;
        }
        var entered = entered(round.id());
        if (!entered.isEmpty()) {
            return Collections.max(entered.keySet());
        }
        return round.phase() == RoundPhase.COUNTING ? RoundStage.COUNTING : RoundStage.PREPARATION;
    }

    /** When the round came to each of the stages it has reached. */
    public Map<RoundStage, Instant> entered(long roundId) {
        var stages = new EnumMap<RoundStage, Instant>(RoundStage.class);
        jdbc.sql("SELECT stage, entered_at FROM round_stage WHERE round_id = ?")
                .param(roundId)
                .query(row -> {
                    stages.put(
                            RoundStage.valueOf(row.getString("stage")),
                            row.getObject("entered_at", OffsetDateTime.class).toInstant());
                });
        return stages;
    }
}
