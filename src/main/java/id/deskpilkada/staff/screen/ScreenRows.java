package id.deskpilkada.staff.screen;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code wall_screen}; a row once read is remembered for seconds. */
@Component
class ScreenRows {

    static final String CACHE = "wall-screens";

    private static final String WORK = "wall-screens";

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;

    ScreenRows(JdbcClient jdbc, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @param hash of its key */
    record Row(
            UUID id,
            String hash,
            String name,
            @Nullable String election,
            @Nullable String round,
            boolean withVotes,
            long openedBy,
            Instant openedAt,
            Instant expiresAt,
            @Nullable Instant seenAt,
            @Nullable String address,
            @Nullable String device,
            @Nullable Instant endedAt,
            @Nullable Long endedBy) {}

    @Cacheable(cacheNames = CACHE, unless = "#result == null")
    public Optional<Row> find(String hash) {
        return transactions.read(WORK, () -> jdbc.sql("SELECT * FROM wall_screen WHERE token_hash = ?")
                .param(hash)
                .query(ScreenRows::row)
                .optional());
    }

    /** The newest first; those that are over as long as they are kept. */
    public List<Row> all() {
        return transactions.read(WORK, () -> jdbc.sql(
                        "SELECT * FROM wall_screen ORDER BY ended_at IS NOT NULL OR expires_at < now(), opened_at DESC LIMIT 200")
                .query(ScreenRows::row)
                .list());
    }

    public void insert(Row row, String area) {
        transactions.write(WORK, () -> {
            Audit.isItsOwnRecord();
            jdbc.sql(
                            """
                            INSERT INTO wall_screen (id, token_hash, area, name, election, round, with_votes, opened_by, opened_at, expires_at, address, device)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            row.id(),
                            row.hash(),
                            area,
                            row.name(),
                            row.election(),
                            row.round(),
                            row.withVotes(),
                            row.openedBy(),
                            Timestamp.from(row.openedAt()),
                            Timestamp.from(row.expiresAt()),
                            row.address(),
                            row.device())
                    .update();
        });
    }

    /** That a screen still asks is no act of anybody. */
    @CacheEvict(cacheNames = CACHE)
    public void seen(String hash, Instant at) {
        transactions.write(WORK, () -> {
            Audit.isItsOwnRecord();
            jdbc.sql("UPDATE wall_screen SET seen_at = ? WHERE token_hash = ?")
                    .params(Timestamp.from(at), hash)
                    .update();
        });
    }

    /** @param by who ends it; null for the installation itself @return false when it had ended before */
    @CacheEvict(cacheNames = CACHE, allEntries = true)
    public boolean end(UUID id, Instant at, @Nullable Long by) {
        return transactions.write(WORK, () -> {
            Audit.isItsOwnRecord();
            return jdbc.sql("UPDATE wall_screen SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL")
                            .params(Timestamp.from(at), by, id)
                            .update()
                    == 1;
        });
    }

    private static Row row(ResultSet result, int at) throws SQLException {
        return new Row(
                result.getObject("id", UUID.class),
                result.getString("token_hash"),
                result.getString("name"),
                result.getString("election"),
                result.getString("round"),
                result.getBoolean("with_votes"),
                result.getLong("opened_by"),
                result.getTimestamp("opened_at").toInstant(),
                result.getTimestamp("expires_at").toInstant(),
                instant(result.getTimestamp("seen_at")),
                result.getString("address"),
                result.getString("device"),
                instant(result.getTimestamp("ended_at")),
                result.getObject("ended_by", Long.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
