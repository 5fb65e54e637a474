package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What somebody sees and ends of their own sessions. */
@Service
class OwnSessions {

    private static final String WORK = "own-sessions";

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;
    private final SessionRows rows;
    private final Sessions sessions;
    private final Clock clock;

    OwnSessions(JdbcClient jdbc, SystemTransactions transactions, SessionRows rows, Sessions sessions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @param current whether it is the session of the request that asks
     * @param device browser and system; null for programs
     */
    record OwnSession(
            UUID id,
            boolean current,
            OffsetDateTime openedAt,
            OffsetDateTime lastUsedAt,
            OffsetDateTime expiresAt,
            @Nullable String address,
            @Nullable String device) {}

    /** Those that have not ended, the one used last first. */
    List<OwnSession> of(Actor actor, Optional<String> currentToken) {
        var current = currentToken.map(Digests::sha256).orElse("");
        return transactions.read(WORK, () -> jdbc.sql(
                        """
                        SELECT id, token_hash, created_at, last_used_at, expires_at, address, device FROM staff_session
                        WHERE staff_id = ? AND expires_at > ? ORDER BY last_used_at DESC LIMIT 200
                        """)
                .params(actor.id(), Timestamp.from(clock.instant()))
                .query((result, at) -> new OwnSession(
                        result.getObject("id", UUID.class),
                        result.getString("token_hash").equals(current),
                        time(result.getTimestamp("created_at")),
                        time(result.getTimestamp("last_used_at")),
                        time(result.getTimestamp("expires_at")),
                        result.getString("address"),
                        result.getString("device")))
                .list());
    }

    /** @throws Problem 404 {@code SESSION_NOT_FOUND}: it is not theirs, or has ended */
    void end(Actor actor, UUID id) {
        var key = transactions
                .read(WORK, () -> jdbc.sql("SELECT token_hash FROM staff_session WHERE id = ? AND staff_id = ?")
                        .params(id, actor.id())
                        .query(String.class)
                        .optional())
                .orElseThrow(() -> Problem.notFound("SESSION_NOT_FOUND"));
        rows.delete(key);
    }

    void endAll(Actor actor) {
        sessions.closeAll(actor.id());
    }

    private static OffsetDateTime time(Timestamp at) {
        return at.toInstant().atOffset(ZoneOffset.UTC);
    }
}
