package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.SystemTransactions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code staff_session}; a row once read is remembered for seconds. */
@Component
class SessionRows {

    static final String CACHE = "staff-sessions";

    private static final String WORK = "sign-in";

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    SessionRows(JdbcClient jdbc, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * @param idleSeconds after which it ends when unused; null when it does not
     * @param roles digest of the roles held when it was opened; null when nobody asks
     */
    record Row(
            long staffId,
            Instant expiresAt,
            Instant lastUsedAt,
            @Nullable Integer idleSeconds,
            @Nullable String roles) {}

    @Cacheable(cacheNames = CACHE, unless = "#result == null")
    public Optional<Row> find(String tokenHash) {
        return transactions.read(WORK, () -> jdbc.sql(
                        "SELECT staff_id, expires_at, last_used_at, idle_seconds, roles FROM staff_session WHERE token_hash = ?")
                .param(tokenHash)
                .query((result, at) -> new Row(
                        result.getLong("staff_id"),
                        result.getTimestamp("expires_at").toInstant(),
                        result.getTimestamp("last_used_at").toInstant(),
                        result.getObject("idle_seconds", Integer.class),
                        result.getString("roles")))
                .optional());
    }

    public void insert(
            String tokenHash,
            long staffId,
            Timestamp createdAt,
            Timestamp expiresAt,
            @Nullable Integer idleSeconds,
            String roles) {
        var origin = SessionOrigin.now();
        transactions.write(WORK, () -> jdbc.sql(
                        """
                        INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at, last_used_at, idle_seconds, roles, address, device)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        tokenHash,
                        staffId,
                        createdAt,
                        expiresAt,
                        createdAt,
                        idleSeconds,
                        roles,
                        origin.address(),
                        origin.device())
                .update());
    }

    /** Notes that a session is in use. */
    @CacheEvict(cacheNames = CACHE)
    public void note(String tokenHash, Timestamp usedAt) {
        transactions.write(WORK, () -> jdbc.sql("UPDATE staff_session SET last_used_at = ? WHERE token_hash = ?")
                .params(usedAt, tokenHash)
                .update());
    }

    @CacheEvict(cacheNames = CACHE)
    public void delete(String tokenHash) {
        transactions.write(WORK, () -> jdbc.sql("DELETE FROM staff_session WHERE token_hash = ?")
                .param(tokenHash)
                .update());
    }

    @CacheEvict(cacheNames = CACHE, allEntries = true)
    public void deleteOf(long staffId) {
        transactions.write(WORK, () -> jdbc.sql("DELETE FROM staff_session WHERE staff_id = ?")
                .param(staffId)
                .update());
    }

    public void deleteExpired(Timestamp now) {
        transactions.write(WORK, () -> jdbc.sql("DELETE FROM staff_session WHERE expires_at < ?")
                .param(now)
                .update());
    }
}
