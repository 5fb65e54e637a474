package id.deskpilkada.sms.gateway;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.sms.SmsReceiver;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which gateways may hand SMS over. */
@Service
class Gateways {

    private static final String SELECT =
            "SELECT id, code, name, active, token_hash IS NOT NULL AS with_token, receiver, from_field, text_field, id_field, time_field FROM sms_gateway ";
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_NAME = 120;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{2,30}");
    private static final Pattern FIELD = Pattern.compile("[\\p{Alnum}_./:-]{0,60}");

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final DeskSettings settings;
    private final Audit audit;

    Gateways(JdbcClient jdbc, DeskSettings settings, Audit audit) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Gateway> all() {
        return jdbc.sql(SELECT + "ORDER BY code").query(Gateway.class).list();
    }

    /** @throws Problem 404 {@code UNKNOWN_GATEWAY} */
    @Transactional(readOnly = true)
    public Gateway get(String code) {
        return find(code).orElseThrow(() -> Problem.notFound("UNKNOWN_GATEWAY"));
    }

    private Optional<Gateway> find(String code) {
        return jdbc.sql(SELECT + "WHERE code = ?")
                .param(code.toLowerCase(Locale.ROOT))
                .query(Gateway.class)
                .optional();
    }

    /** An active gateway that shows its token. */
    Optional<Gateway> showing(String code, String token) {
        var known = jdbc.sql("SELECT coalesce(token_hash, '') FROM sms_gateway WHERE code = ? AND active")
                .param(code.toLowerCase(Locale.ROOT))
                .query(String.class)
                .optional()
                .orElse("");
        var shown = digest(token);
        boolean same = MessageDigest.isEqual(
                known.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
        return same ? find(code) : Optional.empty();
    }

    /** @throws Problem 403, 422 {@code GATEWAY_INCOMPLETE} */
    @Transactional
    public Gateway put(Actor actor, String code, GatewayDraft draft) {
        actor.require(Permission.SET_UP, settings.area());
        var known = code.strip().toLowerCase(Locale.ROOT);
        var name = draft.name() == null || draft.name().isBlank()
                ? known
                : draft.name().strip();
        refuseWrong(known, name, draft);
        jdbc.sql(
                        """
                        INSERT INTO sms_gateway (area, code, name, active, receiver, from_field, text_field, id_field, time_field)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name, active = excluded.active, receiver = excluded.receiver,
                          from_field = excluded.from_field, text_field = excluded.text_field,
                          id_field = excluded.id_field, time_field = excluded.time_field
                        """)
                .params(settings.area(), known, name, !Boolean.FALSE.equals(draft.active()))
                .param(SmsReceiver.normal(field(draft.receiver())).orElse(""))
                .params(field(draft.fromField()), field(draft.textField()))
                .params(field(draft.idField()), field(draft.timeField()))
                .update();
        var gateway = get(known);
        audit.record(
                "sms-gateway.changed",
                "sms-gateway/" + known,
                settings.area(),
                Map.of("active", "" + gateway.active()));
        return gateway;
    }

    /** Gives a new token out; a former one opens nothing any more. @return the token, which nobody can read again */
    @Transactional
    public String token(Actor actor, String code) {
        actor.require(Permission.SET_UP, settings.area());
        var gateway = get(code);
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("UPDATE sms_gateway SET token_hash = ? WHERE id = ?")
                .params(digest(token), gateway.id())
                .update();
        audit.record("sms-gateway.token", "sms-gateway/" + gateway.code(), settings.area(), Map.of());
        return token;
    }

    private static void refuseWrong(String code, String name, GatewayDraft draft) {
        var wrong = new ArrayList<FieldProblem>();
        if (!CODE.matcher(code).matches()) {
            wrong.add(FieldProblem.field("code", code, "GATEWAY_CODE"));
        }
        var receiver = field(draft.receiver());
        if (!receiver.isEmpty() && SmsReceiver.normal(receiver).isEmpty()) {
            wrong.add(FieldProblem.field("receiver", receiver, "GATEWAY_RECEIVER"));
        }
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            wrong.add(FieldProblem.field("name", name, "TEXT_LENGTH", 1, LONGEST_NAME));
        }
        Map.of(
                        "fromField", field(draft.fromField()),
                        "textField", field(draft.textField()),
                        "idField", field(draft.idField()),
                        "timeField", field(draft.timeField()))
                .forEach((path, value) -> {
                    if (!FIELD.matcher(value).matches()) {
                        wrong.add(FieldProblem.field(path, value, "GATEWAY_FIELD"));
                    }
                });
        if (!wrong.isEmpty()) {
            throw Problem.unprocessable("GATEWAY_INCOMPLETE", wrong);
        }
    }

    private static String field(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** Tokens are long and random, so that a plain digest cannot be undone. */
    private static String digest(String token) {
        try {
            var bytes = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
