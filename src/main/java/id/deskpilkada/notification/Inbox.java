package id.deskpilkada.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much waits for somebody in the inbox; for the head of every page. */
@Service
public class Inbox {

    /** Beyond this many nobody counts any more. */
    public static final int COUNTED = 100;

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unread messages, at most {@link #COUNTED}. */
    public int unread(long staffId) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM message WHERE staff_id = ? AND read_at IS NULL LIMIT ?) m")
                .params(staffId, COUNTED)
                .query(Integer.class)
                .single();
    }
}
