package id.deskpilkada.platform.sealing;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.start.StartRefused;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Values of columns that lie sealed in the database, each with the name of its key. The newest secret seals, former ones still open; the table {@code sealing_key} knows which
 * keys are in use, so that an application without one of them does not start.
 */
@Component
@DependsOnDatabaseInitialization
@EnableConfigurationProperties(SealingSettings.class)
public class SealedValues implements InitializingBean {

    private static final String PURPOSE = "columns";

    private final JdbcClient jdbc;
    private final ObjectProvider<FormerKeyUse> uses;
    private final Sealing newest;
    private final Map<String, Sealing> known = new LinkedHashMap<>();

    SealedValues(
            SealingSettings settings,
            @Value("${desk.data-dir}") Path dataDirectory,
            JdbcClient jdbc,
            ObjectProvider<FormerKeyUse> uses) {
        this.jdbc = jdbc;
        this.uses = uses;
        var secret = settings.secret().isBlank()
                ? SealingSecret.inside(dataDirectory)
                : SealingSecret.checked(settings.secret().strip(), "desk.sealing.secret");
        newest = new Sealing(secret, PURPOSE);
        known.put(newest.id(), newest);
        settings.formerSecrets().stream()
                .filter(former -> !former.isBlank())
                .map(former ->
                        new Sealing(SealingSecret.checked(former.strip(), "desk.sealing.former-secrets"), PURPOSE))
                .forEach(former -> known.putIfAbsent(former.id(), former));
    }

    /**
     * A sealed value.
     *
     * @param keyId names the key without telling anything of it
     */
    public record Sealed(String keyId, byte[] bytes) {}

    /** @throws StartRefused when values are there that were sealed with a key that is not known here */
    @Override
    public void afterPropertiesSet() {
        var missing = unknown();
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "Data di basis data ini disegel dengan kunci " + String.join(", ", missing)
                            + ", yang tidak ada di sini. / Sealed data was sealed with a key that is not here.",
                    "Pakai kembali kunci lama: isi DESK_SEALING_SECRET_FILE, atau kembalikan berkas "
                            + SealingSecret.FILE
                            + " ke folder data. Bila kunci diganti, sebut yang lama di DESK_SEALING_FORMER_SECRETS. / "
                            + "Bring the former secret back, or name it in DESK_SEALING_FORMER_SECRETS.");
        }
    }

    /** Notes in the caller's transaction that values are now sealed with the newest key. @throws Problem 503 {@code SEALING_KEY_MISSING} when another node seals with a key that is not known here */
    public void use() {
        jdbc.sql("INSERT INTO sealing_key (key_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(newest.id())
                .update();
        if (!unknown().isEmpty()) {
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "SEALING_KEY_MISSING");
        }
    }

    /** @param about where the value belongs, e.g. {@code table/12}; it cannot be opened anywhere else */
    public Sealed seal(String text, String about) {
        return new Sealed(newest.id(), newest.seal(text, about));
    }

    /** @throws IllegalStateException when the key is not here, or the value was altered or belongs elsewhere */
    public String open(Sealed sealed, String about) {
        var key = known.get(sealed.keyId());
        if (key == null) {
            throw new IllegalStateException("the key " + sealed.keyId() + " is not here");
        }
        return key.open(sealed.bytes(), about)
                .orElseThrow(() -> new IllegalStateException("what is sealed for " + about + " was altered"));
    }

    /** The key that seals; whatever has another one is to be sealed anew. */
    public String newestKey() {
        return newest.id();
    }

    /** Whether some other key than the newest is noted as in use. */
    public boolean anyFormerKey() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sealing_key WHERE key_id <> ?)")
                .param(newest.id())
                .query(Boolean.class)
                .single();
    }

    /** Forgets the former keys, whose secrets may then be thrown away, unless somebody still keeps values that are sealed with one. @return whether they are forgotten */
    public boolean forgetFormerKeys() {
        if (uses.orderedStream().anyMatch(use -> use.anyBut(newest.id()))) {
            return false;
        }
        jdbc.sql("DELETE FROM sealing_key WHERE key_id <> ?").param(newest.id()).update();
        return true;
    }

    private List<String> unknown() {
        return jdbc.sql("SELECT key_id FROM sealing_key ORDER BY since").query(String.class).list().stream()
                .filter(id -> !known.containsKey(id))
                .toList();
    }
}
