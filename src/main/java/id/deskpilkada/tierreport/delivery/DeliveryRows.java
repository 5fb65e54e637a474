package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.delivery.Delivery.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** ReportDeliveries as they are stored. */
@Component
class DeliveryRows {

    private static final String SELECT =
            """
            SELECT d.id, d.report_id, d.recipient_id, d.area, d.recipient, d.way, d.state, d.attempts, d.round_of_tries, d.next_attempt_at, d.reason, d.detail, d.message_id,
              d.sent_at, d.receipt_id, d.received_at, d.received_via, d.received_by, d.asked, d.created_at
            FROM tier_delivery d\s""";

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done. @param actorName null for what happens by itself */
    record Step(String step, @Nullable String detail, @Nullable String actorName, Instant at) {}

    /** @throws Problem 404 {@code UNKNOWN_DELIVERY} */
    Delivery get(long id) {
        return one(SELECT + "WHERE d.id = ?", id);
    }

    /** Holds the row, so that two ends never cross. @throws Problem 404 {@code UNKNOWN_DELIVERY} */
    Delivery lock(long id) {
        return one(SELECT + "WHERE d.id = ? FOR UPDATE", id);
    }

    private Delivery one(String sql, long id) {
        return jdbc.sql(sql)
                .param(id)
                .query(Delivery.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_DELIVERY"));
    }

    List<Delivery> of(long report) {
        return jdbc.sql(SELECT + "WHERE d.report_id = ? ORDER BY d.id")
                .param(report)
                .query(Delivery.class)
                .list();
    }

    /** Still open ones of earlier versions of the same report. */
    List<Delivery> earlier(TierReport report, long recipient) {
        return jdbc.sql(
                        SELECT
                                + """
                                JOIN tier_report r ON r.id = d.report_id
                                WHERE d.recipient_id = ? AND d.state IN ('WAITING', 'SENT', 'FAILED') AND r.round_id = ? AND r.slot = ? AND r.area = ? AND r.version < ?
                                ORDER BY d.id
                                """)
                .params(recipient, report.roundId(), report.slot(), report.area(), report.version())
                .query(Delivery.class)
                .list();
    }

    /** The latest first. */
    List<Delivery> latest(int most) {
        return jdbc.sql(SELECT + "ORDER BY d.id DESC LIMIT ?")
                .param(most)
                .query(Delivery.class)
                .list();
    }

    long insert(TierReport report, TierRecipient recipient, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO tier_delivery (report_id, recipient_id, area, recipient, way, state, next_attempt_at, created_at) VALUES (?, ?, ?, ?, ?, 'WAITING', ?, ?)
                        RETURNING id
                        """)
                .params(
                        report.id(),
                        recipient.id(),
                        report.area(),
                        recipient.name(),
                        recipient.way().name())
                .params(utc(now), utc(now))
                .query(Long.class)
                .single();
    }

    void tried(long id) {
        jdbc.sql("UPDATE tier_delivery SET attempts = attempts + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    void mailed(long id, UUID message) {
        jdbc.sql(
                        "UPDATE tier_delivery SET state = 'SENT', message_id = ?, sent_at = NULL, reason = NULL, detail = NULL WHERE id = ?")
                .params(message, id)
                .update();
    }

    void sentAt(long id, Instant at) {
        jdbc.sql("UPDATE tier_delivery SET sent_at = ? WHERE id = ?")
                .params(utc(at), id)
                .update();
    }

    void state(long id, State state, @Nullable String reason, @Nullable String detail, Instant nextAttemptAt) {
        jdbc.sql(
                        "UPDATE tier_delivery SET state = ?, reason = ?::text, detail = ?::text, next_attempt_at = ? WHERE id = ?")
                .params(state.name(), reason, detail, utc(nextAttemptAt), id)
                .update();
    }

    void anew(long id, Instant now) {
        jdbc.sql(
                        "UPDATE tier_delivery SET state = 'WAITING', attempts = 0, round_of_tries = round_of_tries + 1, next_attempt_at = ? WHERE id = ?")
                .params(utc(now), id)
                .update();
    }

    void received(long id, String via, String by, @Nullable String receipt, Instant at) {
        jdbc.sql(
                        """
                        UPDATE tier_delivery SET state = 'RECEIVED', reason = NULL, detail = NULL, received_via = ?, received_by = ?, receipt_id = ?::text, received_at = ?,
                          sent_at = coalesce(sent_at, ?)
                        WHERE id = ?
                        """)
                .params(via, by, receipt, utc(at), utc(at), id)
                .update();
    }

    void asked(long id) {
        jdbc.sql("UPDATE tier_delivery SET asked = asked + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    void step(long id, String step, @Nullable String detail, @Nullable String actor, Instant at) {
        jdbc.sql(
                        "INSERT INTO tier_delivery_step (delivery_id, step, detail, actor_name, at) VALUES (?, ?, ?::text, ?::text, ?)")
                .params(id, step, detail, actor, utc(at))
                .update();
    }

    List<Step> steps(long id) {
        return jdbc.sql("SELECT step, detail, actor_name, at FROM tier_delivery_step WHERE delivery_id = ? ORDER BY id")
                .param(id)
                .query(Step.class)
                .list();
    }

    private static Object utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
