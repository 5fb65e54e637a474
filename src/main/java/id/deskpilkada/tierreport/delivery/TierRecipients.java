package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.tierreport.seal.SigningKeys;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom the installation's own reports go, as its administrator keeps them. One that was ever sent something stays and is switched off. */
@Service
class TierRecipients {

    private static final String SELECT =
            "SELECT id, area, name, way, address, slots, active, token_sealed IS NOT NULL AS with_token FROM tier_recipient ";

    private final JdbcClient jdbc;
    private final RecipientTokens tokens;
    private final Addresses addresses;
    private final SigningKeys keys;
    private final DeskSettings settings;
    private final Audit audit;

    TierRecipients(
            JdbcClient jdbc,
            RecipientTokens tokens,
            Addresses addresses,
            SigningKeys keys,
            DeskSettings settings,
            Audit audit) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.addresses = addresses;
        this.keys = keys;
        this.settings = settings;
        this.audit = audit;
    }

    /** In the order of their names. */
    @Transactional(readOnly = true)
    public List<TierRecipient> all() {
        return jdbc.sql(SELECT + "WHERE area = ? ORDER BY name, id")
                .param(settings.area())
                .query(TierRecipient.class)
                .list();
    }

    /** @throws Problem 404 {@code UNKNOWN_RECIPIENT} */
    @Transactional(readOnly = true)
    public TierRecipient get(long id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(TierRecipient.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_RECIPIENT"));
    }

    /** @throws Problem 403, 409 {@code RECIPIENT_NAME_TAKEN}, 422 {@code RECIPIENT_INCOMPLETE} */
    @Transactional
    public TierRecipient add(Actor actor, RecipientDraft draft) {
        actor.require(Permission.MANAGE_TIER_PARTNERS, settings.area());
        draft.check(addresses);
        requireFree(draft.called(), 0);
        // So that the installation above can be told the key before the first report comes.
        keys.current();
        try {
            long id = jdbc.sql(
                            "INSERT INTO tier_recipient (area, name, way, address, slots, active) VALUES (?, ?, ?, ?, ?, ?) RETURNING id")
                    .params(settings.area(), draft.called(), draft.reachedBy().name(), draft.reachedAt())
                    .params(draft.chosen(), draft.isActive())
                    .query(Long.class)
                    .single();
            return kept("added", id, draft);
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("RECIPIENT_NAME_TAKEN", draft.called());
        }
    }

    /** @throws Problem 403, 404 {@code UNKNOWN_RECIPIENT}, 409 {@code RECIPIENT_NAME_TAKEN}, 422 {@code RECIPIENT_INCOMPLETE} */
    @Transactional
    public TierRecipient change(Actor actor, long id, RecipientDraft draft) {
        actor.require(Permission.MANAGE_TIER_PARTNERS, settings.area());
        var before = get(id);
        draft.check(addresses);
        requireFree(draft.called(), id);
        jdbc.sql("UPDATE tier_recipient SET name = ?, way = ?, address = ?, slots = ?, active = ? WHERE id = ?")
                .params(
                        draft.called(),
                        draft.reachedBy().name(),
                        draft.reachedAt(),
                        draft.chosen(),
                        draft.isActive(),
                        id)
                .update();
        if (!before.address().equals(draft.reachedAt())) {
            // A token is for one place only: it never goes to another that somebody writes down later.
            tokens.forget(id);
        }
        return kept("changed", id, draft);
    }

    private TierRecipient kept(String what, long id, RecipientDraft draft) {
        var secret = draft.secret();
        if (secret != null) {
            tokens.keep(id, secret);
        }
        audit.record(
                "tier-recipient." + what,
                "tier-recipient/" + id,
                settings.area(),
                Map.of("name", draft.called(), "way", draft.reachedBy().name(), "active", "" + draft.isActive()));
        return get(id);
    }

    private void requireFree(String name, long but) {
        if (all().stream().anyMatch(known -> known.id() != but && known.name().equalsIgnoreCase(name))) {
            throw Problem.conflict("RECIPIENT_NAME_TAKEN", name);
        }
    }
}
