package id.deskpilkada.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What changed, told in the transaction that changed it and read by each node's live pages; kept for ten minutes. */
@Component
public class Changes {

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param area digits of the region or TPS that changed */
    public void announce(String topic, String area) {
        jdbc.sql("INSERT INTO change (topic, area) VALUES (?, ?)")
                .params(topic, area)
                .update();
    }

    /** Changes after a key, oldest first, at most 1,000. A transaction that commits late may appear below a key already read: readers look back over a few seconds. */
    public List<Change> after(long id) {
        return jdbc.sql("SELECT id, topic, area FROM change WHERE id > ? ORDER BY id LIMIT 1000")
                .param(id)
                .query(Change.class)
                .list();
    }

    public long latest() {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM change")
                .query(Long.class)
                .single();
    }

    @Scheduled(fixedDelay = 60_000)
    void forget() {
        jdbc.sql("DELETE FROM change WHERE at < now() - interval '10 minutes'").update();
    }

    public record Change(long id, String topic, String area) {}
}
