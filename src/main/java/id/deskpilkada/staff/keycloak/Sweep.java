package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.keycloak.AccountRows.Known;
import id.deskpilkada.staff.signin.BrowserSessions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for people who were removed or disabled at Keycloak itself: their sessions end and their tokens are refused. While Keycloak is away nothing changes for anybody. */
@Component
@InKeycloakMode
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int PAGE = 500;
    private static final int LARGEST = 100_000;

    private final KeycloakSettings settings;
    private final KeycloakAdmin keycloak;
    private final AccountRows accounts;
    private final BrowserSessions sessions;
    private final AccountTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Sweep(
            KeycloakSettings settings,
            KeycloakAdmin keycloak,
            AccountRows accounts,
            BrowserSessions sessions,
            AccountTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.settings = settings;
        this.keycloak = keycloak;
        this.accounts = accounts;
        this.sessions = sessions;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${desk.keycloak.sweep:20s}", initialDelayString = "${desk.keycloak.sweep:20s}")
    void round() {
        Scope.system("keycloak-sweep", () -> {
            if (isOurTurn()) {
                try {
                    compare();
                } catch (KeycloakAway | KeycloakRefusal away) {
                    log.warn("Keycloak cannot be asked who is still there: {}", away.getMessage());
                }
            }
        });
    }

    /** One node at a time is enough. */
    private boolean isOurTurn() {
        var now = clock.instant();
        var before = now.minus(settings.sweep().dividedBy(2));
        return jdbc.sql(
                                """
                                INSERT INTO staff_keycloak_sweep (at) VALUES (?)
                                ON CONFLICT (one) DO UPDATE SET at = excluded.at WHERE staff_keycloak_sweep.at < ?
                                """)
                        .params(Timestamp.from(now), Timestamp.from(before))
                        .update()
                > 0;
    }

    /** Our rows are read first: whatever they name must be on the list, unless it is gone. */
    private void compare() {
        var ours = accounts.settled();
        var theirs = listed();
        for (var account : ours) {
            var enabled = theirs.get(account.subject());
            if (enabled == null) {
                // The list is read in pages, between which it can shift.
                enabled = keycloak.byId(account.subject())
                        .map(user -> user.path("enabled").asBoolean())
                        .orElse(false);
            }
            follow(account, enabled);
        }
    }

    private void follow(Known account, boolean enabled) {
        if (accounts.bar(account.staffId(), !enabled)) {
            log.info(
                    "Account {} is {} at Keycloak", account.staffId(), enabled ? "there again" : "removed or disabled");
        }
        if (!enabled) {
            sessions.closeAll(account.staffId());
        }
    }

    private Map<String, Boolean> listed() {
        var enabled = new HashMap<String, Boolean>();
        for (int first = 0; first < LARGEST; first += PAGE) {
            var page = keycloak.page(first, PAGE);
            page.forEach(user -> enabled.put(user.id(), user.enabled()));
            if (page.size() < PAGE) {
                break;
            }
        }
        return enabled;
    }
}
