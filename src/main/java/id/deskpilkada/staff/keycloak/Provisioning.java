package id.deskpilkada.staff.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.keycloak.AccountQueue.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the accounts at Keycloak follow the staff list, a few at a time. While Keycloak is away they wait. */
@Component
@InKeycloakMode
class Provisioning {

    private static final Logger log = LoggerFactory.getLogger(Provisioning.class);
    private static final int AT_ONCE = 20;
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(10);

    private final AccountQueue queue;
    private final KeycloakAdmin keycloak;
    private final InitialPasswords passwords;
    private final AccountTrail trail;
    private final Clock clock;

    Provisioning(
            AccountQueue queue, KeycloakAdmin keycloak, InitialPasswords passwords, AccountTrail trail, Clock clock) {
        this.queue = queue;
        this.keycloak = keycloak;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${desk.keycloak.pause:2s}", initialDelayString = "${desk.keycloak.pause:2s}")
    void round() {
        Scope.system("keycloak-accounts", () -> {
            var end = clock.instant().plus(ROUND);
            boolean more = true;
            while (more && clock.instant().isBefore(end)) {
                more = some();
            }
        });
    }

    private boolean some() {
        var taken = queue.take(AT_ONCE);
        for (int at = 0; at < taken.size(); at++) {
            try {
                follow(taken.get(at));
            } catch (KeycloakAway away) {
                log.warn("Keycloak cannot be reached; {} accounts wait: {}", taken.size() - at, away.getMessage());
                queue.release(taken.subList(at, taken.size()), WHILE_AWAY);
                return false;
            }
        }
        return !taken.isEmpty();
    }

    private void follow(Wanted wanted) {
        try {
            if (wanted.keycloakId() == null) {
                adoptOrCreate(wanted);
            } else {
                keycloak.byId(wanted.keycloakId())
                        .ifPresentOrElse(user -> update(wanted, user), () -> queue.done(wanted, null, true));
            }
        } catch (KeycloakRefusal refusal) {
            log.warn("Keycloak refuses the account {}: {}", wanted.username(), refusal.getMessage());
            queue.refused(wanted, String.valueOf(refusal.getMessage()));
            trail.refusedByKeycloak(wanted.staffId());
        }
    }

    private void adoptOrCreate(Wanted wanted) {
        var known = keycloak.byUsername(wanted.username());
        if (known.isPresent()) {
            update(wanted, known.get());
        } else if (wanted.active()) {
            queue.done(wanted, create(wanted), false);
            trail.done("created", wanted.staffId());
        } else {
            queue.done(wanted, null, wanted.barred());
        }
    }

    /** A first password that Keycloak's rules do not allow must not keep the account from being made: then the help desk gives one. */
    private String create(Wanted wanted) {
        try {
            return keycloak.create(account(wanted));
        } catch (KeycloakRefusal refusal) {
            if (!refusal.isMalformed() || wanted.sealedPassword() == null) {
                throw refusal;
            }
            log.warn(
                    "Keycloak refuses the first password of {}; the account is made without one: {}",
                    wanted.username(),
                    refusal.getMessage());
            var account = account(wanted);
            account.remove("credentials");
            return keycloak.create(account);
        }
    }

    private Map<String, Object> account(Wanted wanted) {
        var account = new HashMap<String, Object>();
        account.put("username", wanted.username());
        account.put("firstName", wanted.name());
        account.put("email", text(wanted.email()));
        account.put("enabled", true);
        account.put("requiredActions", List.of("UPDATE_PASSWORD"));
        passwords
                .open(wanted.sealedPassword())
                .ifPresent(password -> account.put(
                        "credentials", List.of(Map.of("type", "password", "value", password, "temporary", true))));
        return account;
    }

    /** Somebody who was disabled at Keycloak itself stays so until they are enabled there. */
    private void update(Wanted wanted, ObjectNode user) {
        var id = user.path("id").asText();
        user.put("firstName", wanted.name());
        user.put("lastName", "");
        user.put("email", text(wanted.email()));
        if (!wanted.barred() || !wanted.active()) {
            user.put("enabled", wanted.active());
        }
        keycloak.update(id, user);
        if (!wanted.active()) {
            keycloak.signOut(id);
        }
        queue.done(wanted, id, wanted.barred());
        trail.done(wanted.active() ? "updated" : "disabled", wanted.staffId());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
