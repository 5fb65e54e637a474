package id.deskpilkada.staff.signin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code staff_session}; a row once read is remembered for seconds. */
@Component
class SessionRows {

    static final String CACHE = "staff-sessions";

    private final JdbcClient jdbc;

    SessionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long staffId, Instant expiresAt) {}

    @Cacheable(cacheNames = CACHE, unless = "#result == null")
    public Optional<Row> find(String tokenHash) {
        return jdbc.sql("SELECT staff_id, expires_at FROM staff_session WHERE token_hash = ?")
                .param(tokenHash)
                .query((result, at) -> new Row(
                        result.getLong("staff_id"),
                        result.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    public void insert(String tokenHash, long staffId, Timestamp createdAt, Timestamp expiresAt) {
        jdbc.sql("INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at) VALUES (?, ?, ?, ?)")
                .params(tokenHash, staffId, createdAt, expiresAt)
                .update();
    }

    @CacheEvict(cacheNames = CACHE)
    public void delete(String tokenHash) {
        jdbc.sql("DELETE FROM staff_session WHERE token_hash = ?")
                .param(tokenHash)
                .update();
    }

    @CacheEvict(cacheNames = CACHE, allEntries = true)
    public void deleteOf(long staffId) {
        jdbc.sql("DELETE FROM staff_session WHERE staff_id = ?").param(staffId).update();
    }

    public void deleteExpired(Timestamp now) {
        jdbc.sql("DELETE FROM staff_session WHERE expires_at < ?").param(now).update();
    }
}
