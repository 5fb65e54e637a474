package id.deskpilkada.notification.desk;

import id.deskpilkada.notification.MessageTrace;
import id.deskpilkada.notification.MessageTrace.State;
import id.deskpilkada.notification.MessageTrace.Way;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what became of single messages. */
@Component
public class Traces {

    private final JdbcClient jdbc;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<UUID> id(String occasion, String recipientKey) {
        return jdbc.sql("SELECT id FROM message WHERE occasion = ? AND recipient = ?")
                .params(occasion, recipientKey)
                .query(UUID.class)
                .optional();
    }

    public Optional<MessageTrace> trace(UUID message) {
        return jdbc.sql("SELECT state, read_at FROM message WHERE id = ?")
                .param(message)
                .query((row, number) -> new MessageTrace(
                        message,
                        State.valueOf(row.getString("state")),
                        row.getObject("read_at", OffsetDateTime.class),
                        ways(message)))
                .optional();
    }

    List<Way> ways(UUID message) {
        return jdbc.sql(
                        """
                        SELECT channel, address, state, attempts, repeated, reference, reason, detail, changed_at
                        FROM message_delivery WHERE message_id = ? ORDER BY position, id
                        """)
                .param(message)
                .query(Way.class)
                .list();
    }
}
