package id.deskpilkada.sms;

import id.deskpilkada.platform.DeskSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SMS that came in, and as a queue that many nodes share. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SmsRows {

    private static final String MESSAGE = "id, number, text, sent_at, received_at, staff_id, settled_by_id, attempts";
    /** A failure waits 2 s, 4 s and so on, a minute at most; a node that dies in between has leased it for that long. */
    private static final String CLAIM =
            """
            UPDATE sms_message SET attempts = attempts + 1, next_attempt_at = clock_timestamp() + make_interval(secs => 10 + least(60, 2 ^ least(attempts + 1, 10)))
            WHERE id = (
              SELECT id FROM sms_message m WHERE state = 'WAITING' AND next_attempt_at <= clock_timestamp()
                AND NOT EXISTS (SELECT 1 FROM sms_message e WHERE e.number = m.number AND e.state = 'WAITING' AND e.received_at < m.received_at)
              ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING %s
            """
                    .formatted(MESSAGE);

    private final JdbcClient jdbc;
    private final DeskSettings settings;

    SmsRows(JdbcClient jdbc, DeskSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Keeps a message; false when it is there already.
     *
     * @param externalId what the gateway calls it; null when it gives no name: the same text of the same number within ten minutes is then the same message
     */
    public boolean store(
            long gateway, @Nullable String externalId, String number, String text, Instant sentAt, Instant now) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 146))")
                .param(number)
                .query((row, n) -> true)
                .single();
        var id = UUID.randomUUID();
        boolean repeated = externalId == null
                && jdbc.sql(
                                        "SELECT count(*) FROM sms_message WHERE gateway_id = ? AND number = ? AND text = ? AND received_at > ?")
                                .params(gateway, number, text, utc(now.minusSeconds(600)))
                                .query(Long.class)
                                .single()
                        > 0;
        if (repeated) {
            return false;
        }
        return jdbc.sql(
                                """
                                INSERT INTO sms_message (id, gateway_id, external_id, number, text, sent_at, received_at, area, state, next_attempt_at)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?) ON CONFLICT (gateway_id, external_id) DO NOTHING
                                """)
                        .params(id, gateway, externalId == null ? "-" + id : externalId, number, text)
                        .params(utc(sentAt), utc(now), settings.area(), utc(now))
                        .update()
                == 1;
    }

    public int ofNumber(String number, Instant since) {
        return jdbc.sql("SELECT count(*) FROM sms_message WHERE number = ? AND received_at > ?")
                .params(number, utc(since))
                .query(Integer.class)
                .single();
    }

    public int ofGateway(long gateway, Instant since) {
        return jdbc.sql("SELECT count(*) FROM sms_message WHERE gateway_id = ? AND received_at > ?")
                .params(gateway, utc(since))
                .query(Integer.class)
                .single();
    }

    /** Whether the number was told lately that nobody knows it. */
    public boolean toldUnknown(String number, Instant since) {
        return jdbc.sql(
                        "SELECT count(*) > 0 FROM sms_message WHERE number = ? AND received_at > ? AND state IN ('PARKED', 'DISMISSED') AND reply IS NOT NULL")
                .params(number, utc(since))
                .query(Boolean.class)
                .single();
    }

    /** The next message that waits, leased to the caller. */
    public Optional<InboundSms> claim() {
        return jdbc.sql(CLAIM).query(SmsRows::read).optional();
    }

    /** The latest message of a number about which it was asked back. */
    public Optional<InboundSms> asked(String number, Instant since) {
        return jdbc.sql(
                        "SELECT " + MESSAGE
                                + " FROM sms_message WHERE number = ? AND state = 'ASKED' AND received_at > ? ORDER BY received_at DESC LIMIT 1")
                .params(number, utc(since))
                .query(SmsRows::read)
                .optional();
    }

    /** What was asked before about the same needs no answer any more. */
    public void overtaken(InboundSms by, SmsOutcome outcome, String area) {
        jdbc.sql(
                        "UPDATE sms_message SET state = 'DISMISSED', reason = 'OVERTAKEN', settled_at = now() WHERE number = ? AND area = ? AND kind = ? AND practice_round IS NOT DISTINCT FROM ? AND state = 'ASKED' AND id <> ?")
                .params(by.number(), area, outcome.kind(), outcome.practice(), by.id())
                .update();
    }

    public void settle(InboundSms message, SmsOutcome outcome) {
        jdbc.sql(
                        """
                        UPDATE sms_message SET state = :state, area = coalesce(:area, area), kind = coalesce(:kind, kind), staff_id = coalesce(:staff, staff_id),
                          reading = :reading, reason = :reason, reply = coalesce(:reply, reply), urgent = :urgent, practice_round = :practice,
                          report_id = CASE WHEN :state = 'TAKEN' THEN id END, settled_at = now()
                        WHERE id = :id AND state IN ('WAITING', 'ASKED')
                        """)
                .param("state", outcome.state().name())
                .param("area", outcome.area(), java.sql.Types.VARCHAR)
                .param("kind", outcome.kind(), java.sql.Types.VARCHAR)
                .param("staff", outcome.staffId(), java.sql.Types.BIGINT)
                .param("reading", outcome.reading())
                .param("reason", outcome.reason(), java.sql.Types.VARCHAR)
                .param("reply", outcome.reply(), java.sql.Types.VARCHAR)
                .param("urgent", outcome.urgent())
                .param("practice", outcome.practice(), java.sql.Types.BIGINT)
                .param("id", message.id())
                .update();
    }

    private static InboundSms read(ResultSet row, int number) throws SQLException {
        return new InboundSms(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("text"),
                row.getTimestamp("sent_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("staff_id", Long.class),
                row.getObject("settled_by_id", Long.class),
                row.getInt("attempts"));
    }

    static Object utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
