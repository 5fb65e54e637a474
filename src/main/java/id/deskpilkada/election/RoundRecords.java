package id.deskpilkada.election;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the desk has reported or confirmed about a round in a task, with the figures as they stood. */
@Component
class RoundRecords {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    RoundRecords(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param task key of the task, which says what the record is about */
    UUID write(long roundId, String task, @Nullable String note, List<RoundFigures.Figure> figures, long staffId) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO round_record (id, round_id, task, note, figures, recorded_by_id, recorded_at) VALUES (?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(id, roundId, task, note, text(figures), staffId)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    boolean exists(UUID id, long roundId, String task) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM round_record WHERE id = ? AND round_id = ? AND task = ?)")
                .params(id, roundId, task)
                .query(Boolean.class)
                .single();
    }

    private String text(List<RoundFigures.Figure> figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
