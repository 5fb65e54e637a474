package id.deskpilkada.notification.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Messages name people and their addresses: they go when nobody needs them any more. */
@Component
public class OldMessages {

    private final JdbcClient jdbc;
    private final OutboxSettings settings;

    OldMessages(JdbcClient jdbc, OutboxSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Reports of gateways about what was never ours are forgotten after a week. */
    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    public void forget() {
        jdbc.sql(
                        """
                        DELETE FROM message WHERE id IN (
                          SELECT id FROM message WHERE state <> 'PENDING' AND created_at < now() - make_interval(secs => ?) LIMIT 5000)
                        """)
                .param(settings.keep().toSeconds())
                .update();
        jdbc.sql("DELETE FROM message_receipt WHERE at < now() - interval '7 days'")
                .update();
    }
}
