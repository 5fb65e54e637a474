package id.deskpilkada.tierreport.seal;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.sealing.FormerKeyUse;
import id.deskpilkada.platform.sealing.SealedValues;
import id.deskpilkada.platform.sealing.SealedValues.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys with which this installation seals. The first one is made when it is needed; a former one signs nothing any more, and what it has signed is known by its public half for ever. Private
 * halves lie sealed in the database and are opened for the length of one signature.
 */
@Component
public class SigningKeys implements FormerKeyUse {

    private static final String WORK = "signing-keys";
    private static final String SELECT = "SELECT key_id, public_key, made_at, retired_at FROM signing_key ";

    private final JdbcClient jdbc;
    private final SealedValues values;
    private final SystemTransactions transactions;

    SigningKeys(JdbcClient jdbc, SealedValues values, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.values = values;
        this.transactions = transactions;
    }

    /**
     * The half of a key that everybody may know.
     *
     * @param keyId first 16 hexadecimal digits of the SHA-256 of {@code publicKey}
     * @param publicKey SubjectPublicKeyInfo
     * @param retiredAt since when it signs nothing any more; null for the one in use
     */
    public record PublicHalf(String keyId, byte[] publicKey, Instant madeAt, @Nullable Instant retiredAt) {}

    /** Every key there ever was, the newest first. */
    public List<PublicHalf> all() {
        return transactions.read(WORK, () -> jdbc.sql(SELECT + "ORDER BY made_at DESC, key_id")
                .query(PublicHalf.class)
                .list());
    }

    public Optional<PublicHalf> find(String keyId) {
        return transactions.read(WORK, () -> jdbc.sql(SELECT + "WHERE key_id = ?")
                .param(keyId)
                .query(PublicHalf.class)
                .optional());
    }

    /** The key in use; made in the caller's transaction when there is none. */
    public String current() {
        return transactions.write(WORK, () -> inUse().orElseGet(() -> {
            lock();
            return inUse().orElseGet(this::made);
        }));
    }

    /** Signs nothing any more with the key in use: the next signature is that of a new one. @return the new key */
    public String replace() {
        return transactions.write(WORK, () -> {
            lock();
            jdbc.sql("UPDATE signing_key SET retired_at = clock_timestamp() WHERE retired_at IS NULL")
                    .update();
            return made();
        });
    }

    byte[] sign(String keyId, String text) {
        return transactions.write(WORK, () -> {
            var sealed = jdbc.sql("SELECT sealed_with, private_sealed FROM signing_key WHERE key_id = ?")
                    .param(keyId)
                    .query((row, n) -> new Sealed(row.getString("sealed_with"), row.getBytes("private_sealed")))
                    .single();
            return Ed25519.signed(opened(keyId, sealed), text.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Seals the private halves anew that have a former key. @return how many */
    public int sealAnew() {
        return sealAnew(values);
    }

    int sealAnew(SealedValues newest) {
        return transactions.write(WORK, () -> {
            var former = jdbc.sql(
                            "SELECT key_id, sealed_with, private_sealed FROM signing_key WHERE sealed_with <> ? ORDER BY key_id FOR UPDATE")
                    .param(newest.newestKey())
                    .query((row, n) -> new Former(
                            row.getString("key_id"),
                            new Sealed(row.getString("sealed_with"), row.getBytes("private_sealed"))))
                    .list();
            former.forEach(key -> {
                newest.use();
                var anew = newest.seal(newest.open(key.half(), about(key.keyId())), about(key.keyId()));
                jdbc.sql("UPDATE signing_key SET sealed_with = ?, private_sealed = ? WHERE key_id = ?")
                        .params(anew.keyId(), anew.bytes(), key.keyId())
                        .update();
            });
            return former.size();
        });
    }

    private record Former(String keyId, Sealed half) {}

    @Override
    public boolean anyBut(String newestKey) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM signing_key WHERE sealed_with <> ?)")
                .param(newestKey)
                .query(Boolean.class)
                .single();
    }

    private Optional<String> inUse() {
        return jdbc.sql("SELECT key_id FROM signing_key WHERE retired_at IS NULL")
                .query(String.class)
                .optional();
    }

    private void lock() {
        jdbc.sql("SELECT count(pg_advisory_xact_lock(hashtext('signing-key')))")
                .query(Long.class)
                .single();
    }

    private String made() {
        var pair = Ed25519.pair();
        var publicKey = pair.getPublic().getEncoded();
        var id = Ed25519.idOf(publicKey);
        values.use();
        var sealed =
                values.seal(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), about(id));
        jdbc.sql(
                        "INSERT INTO signing_key (key_id, public_key, private_sealed, sealed_with, made_at) VALUES (?, ?, ?, ?, clock_timestamp())")
                .params(id, publicKey, sealed.bytes(), sealed.keyId())
                .update();
        return id;
    }

    private byte[] opened(String keyId, Sealed sealed) {
        return Base64.getDecoder().decode(values.open(sealed, about(keyId)));
    }

    private static String about(String keyId) {
        return "signing_key/" + keyId;
    }
}
