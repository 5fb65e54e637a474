package id.deskpilkada.notification.inbox;

import id.deskpilkada.notification.outbox.Deliveries;
import id.deskpilkada.platform.Page.Window;
import id.deskpilkada.platform.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is in somebody's inbox; nobody else's can be named. */
@Component
class InboxMessages {

    private static final String MINE = " FROM message WHERE staff_id = :me AND (NOT :unread OR read_at IS NULL) ";

    private final JdbcClient jdbc;
    private final Deliveries deliveries;

    InboxMessages(JdbcClient jdbc, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    /** @param link a path of ours or an {@code https} address */
    record InboxMessage(
            UUID id,
            String subject,
            String text,
            boolean urgent,
            @Nullable String link,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime readAt) {}

    long count(long me, boolean unread) {
        return jdbc.sql("SELECT count(*)" + MINE)
                .param("me", me)
                .param("unread", unread)
                .query(Long.class)
                .single();
    }

    /** Newest first. */
    List<InboxMessage> page(long me, boolean unread, Window window) {
        return jdbc.sql("SELECT id, subject, long_text AS text, urgent, link, created_at, read_at" + MINE
                        + "ORDER BY created_at DESC, id LIMIT :size OFFSET :offset")
                .param("me", me)
                .param("unread", unread)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(InboxMessage.class)
                .list();
    }

    /** Marks it as read; what has not gone out by then no longer goes. @throws Problem 404 {@code MESSAGE_NOT_FOUND} */
    @Transactional
    public void read(long me, UUID id) {
        var state = jdbc.sql("SELECT read_at IS NOT NULL FROM message WHERE id = ? AND staff_id = ? FOR UPDATE")
                .params(id, me)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("MESSAGE_NOT_FOUND"));
        if (!state) {
            deliveries.read(id);
        }
    }

    @Transactional
    public void readAll(long me) {
        jdbc.sql("SELECT id FROM message WHERE staff_id = ? AND read_at IS NULL ORDER BY id LIMIT 500 FOR UPDATE")
                .param(me)
                .query(UUID.class)
                .list()
                .forEach(deliveries::read);
    }
}
