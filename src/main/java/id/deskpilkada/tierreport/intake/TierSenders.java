package id.deskpilkada.tierreport.intake;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.RegionCode;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.seal.PublicKeys;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which installations one tier below may send, with the keys that they seal with. */
@Service
class TierSenders {

    private static final String SELECT =
            "SELECT id, area, name, active, token_hash IS NOT NULL AS with_token FROM tier_sender ";
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_KEYS = 20;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Regions regions;
    private final DeskSettings settings;
    private final Audit audit;

    TierSenders(JdbcClient jdbc, Regions regions, DeskSettings settings, Audit audit) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.settings = settings;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<TierSender> all() {
        return jdbc.sql(SELECT + "ORDER BY area").query(TierSender.class).list();
    }

    /** @throws Problem 404 {@code UNKNOWN_SENDER} */
    @Transactional(readOnly = true)
    public TierSender get(String region) {
        return jdbc.sql(SELECT + "WHERE area = ?")
                .param(Area.digits(region))
                .query(TierSender.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_SENDER"));
    }

    @Transactional(readOnly = true)
    public List<String> keys(long sender) {
        return jdbc.sql("SELECT key_id FROM tier_sender_key WHERE sender_id = ? ORDER BY key_id")
                .param(sender)
                .query(String.class)
                .list();
    }

    /** The active one whose token this is, held until the transaction ends, so that its reports are taken one after the other. */
    Optional<TierSender> holding(String token) {
        return jdbc.sql(SELECT + "WHERE token_hash = ? AND active FOR UPDATE")
                .param(PublicKeys.sha256(token))
                .query(TierSender.class)
                .optional();
    }

    Optional<byte[]> publicKey(long sender, String keyId) {
        return jdbc.sql("SELECT public_key FROM tier_sender_key WHERE sender_id = ? AND key_id = ?")
                .params(sender, keyId)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** @throws Problem 403, 422 {@code SENDER_INCOMPLETE} */
    @Transactional
    public TierSender put(Actor actor, String region, SenderDraft draft) {
        actor.require(Permission.MANAGE_TIER_PARTNERS, settings.area());
        var area = below(region);
        var name = draft.name() == null || draft.name().isBlank()
                ? regions.name(area)
                : draft.name().strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw wrong("name", name, "RECIPIENT_NAME");
        }
        jdbc.sql(
                        "INSERT INTO tier_sender (area, name, active) VALUES (?, ?, ?) ON CONFLICT (area) DO UPDATE SET name = excluded.name, active = excluded.active")
                .params(area, name, !Boolean.FALSE.equals(draft.active()))
                .update();
        var sender = get(area);
        if (draft.keys() != null) {
            replaceKeys(sender, draft.keys());
        }
        audit.record(
                "tier-sender.changed",
                "tier-sender/" + Area.dotted(area),
                area,
                Map.of("active", "" + sender.active(), "keys", String.join(" ", keys(sender.id()))));
        return sender;
    }

    /** Gives a new token out; a former one opens nothing any more. @return the token, which nobody can read again */
    @Transactional
    public String token(Actor actor, String region) {
        actor.require(Permission.MANAGE_TIER_PARTNERS, settings.area());
        var sender = get(region);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("UPDATE tier_sender SET token_hash = ? WHERE id = ?")
                .params(PublicKeys.sha256(token), sender.id())
                .update();
        audit.record("tier-sender.token", "tier-sender/" + Area.dotted(sender.area()), sender.area(), Map.of());
        return token;
    }

    private String below(String region) {
        var area = Area.digits(region.strip());
        boolean one = area.startsWith(settings.area())
                && area.length() == settings.area().length() + 2
                && RegionCode.parse(Area.dotted(area)).isPresent();
        if (!one || settings.area().length() != 2) {
            throw wrong("region", region, "SENDER_REGION");
        }
        return area;
    }

    private void replaceKeys(TierSender sender, List<String> keys) {
        if (keys.size() > MOST_KEYS) {
            throw wrong("keys", "" + keys.size(), "SENDER_KEY");
        }
        jdbc.sql("DELETE FROM tier_sender_key WHERE sender_id = ?")
                .param(sender.id())
                .update();
        for (var text : keys) {
            var key = PublicKeys.read(text).orElseThrow(() -> wrong("keys", text, "SENDER_KEY"));
            jdbc.sql(
                            "INSERT INTO tier_sender_key (sender_id, key_id, public_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(sender.id(), PublicKeys.idOf(key), key)
                    .update();
        }
    }

    private static Problem wrong(String field, String value, String code) {
        return Problem.unprocessable("SENDER_INCOMPLETE", List.of(FieldProblem.field(field, value, code)));
    }
}
