package id.deskpilkada.audit;

import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Scope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds entries. Whoever asks must have been allowed to: the trail of the whole installation is looked through. */
@Component
class AuditLines {

    private static final String WORK = "audit-reading";
    private static final int BATCH = 1000;
    private static final String FROM =
            """
            FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id
            WHERE (:from::timestamptz IS NULL OR e.at >= :from) AND (:to::timestamptz IS NULL OR e.at < :to)
              AND (:person = '' OR e.username = :person) AND starts_with(e.area, :area) AND starts_with(e.action, :action)
              AND (:facts OR :action <> '' OR e.channel <> 'DATABASE')
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    AuditLines(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** The latest first. */
    Page<AuditLine> page(AuditQuestion question, int page, int size) {
        var window = Page.window(page, size);
        return Scope.system(
                WORK,
                () -> new Page<>(
                        read(() -> asked(
                                        "SELECT e.*, l.district_area, l.position, l.hash " + FROM
                                                + " ORDER BY e.seq DESC LIMIT :limit OFFSET :offset",
                                        question)
                                .param("limit", window.size())
                                .param("offset", window.offset())
                                .query(AuditLine::of)
                                .list()),
                        window.page(),
                        window.size(),
                        count(question)));
    }

    long count(AuditQuestion question) {
        return Scope.system(
                WORK,
                () -> read(() -> asked("SELECT count(*) " + FROM, question)
                        .query(Long.class)
                        .single()));
    }

    /** All of them in the order in which they were written, a batch at a time. */
    void each(AuditQuestion question, Consumer<AuditLine> consumer) {
        long after = 0;
        List<AuditLine> batch;
        do {
            batch = after(question, after);
            batch.forEach(consumer);
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).seq();
        } while (batch.size() == BATCH);
    }

    private List<AuditLine> after(AuditQuestion question, long seq) {
        return Scope.system(
                WORK,
                () -> read(() -> asked(
                                "SELECT e.*, l.district_area, l.position, l.hash " + FROM
                                        + " AND e.seq > :after ORDER BY e.seq LIMIT :limit",
                                question)
                        .param("after", seq)
                        .param("limit", BATCH)
                        .query(AuditLine::of)
                        .list()));
    }

    @SuppressWarnings("NullAway") // the template answers what the body answers
    private <T> T read(java.util.function.Supplier<T> body) {
        return reading.execute(status -> body.get());
    }

    private StatementSpec asked(String sql, AuditQuestion question) {
        return jdbc.sql(sql)
                .param("from", utc(question.from()))
                .param("to", utc(question.to()))
                .param("person", question.person())
                .param("area", question.area())
                .param("action", question.action())
                .param("facts", question.facts());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
