package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.signin.LostAccess;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Help for accounts at Keycloak: a password for one sign-in, at which Keycloak asks for a new one; and the end of a lock. */
@Component
@Primary
@InKeycloakMode
class TemporaryPasswords implements LostAccess {

    private static final Logger log = LoggerFactory.getLogger(TemporaryPasswords.class);

    /** Without letters and digits that look or sound alike over the telephone. */
    private static final String ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679";

    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();
    private final KeycloakAdmin keycloak;
    private final AccountRows accounts;

    TemporaryPasswords(KeycloakAdmin keycloak, AccountRows accounts) {
        this.keycloak = keycloak;
        this.accounts = accounts;
    }

    @Override
    public Code offer(long staffId) {
        var password = random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1))
                .collect(Collectors.joining());
        change(staffId, id -> {
            keycloak.giveTemporaryPassword(id, password);
            keycloak.signOut(id);
        });
        return new Code(password, null);
    }

    @Override
    public void unlock(long staffId) {
        change(staffId, keycloak::unlock);
    }

    private void change(long staffId, Consumer<String> change) {
        var subject = Scope.system("help-desk", () -> accounts.subjectOf(staffId))
                .orElseThrow(() -> Problem.conflict("ACCOUNT_WAITS_FOR_KEYCLOAK"));
        try {
            change.accept(subject);
        } catch (KeycloakAway away) {
            log.warn("The help desk cannot reach Keycloak: {}", away.getMessage());
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "KEYCLOAK_AWAY");
        } catch (KeycloakRefusal refusal) {
            log.warn("Keycloak refuses to help account {}: {}", staffId, refusal.getMessage());
            throw Problem.conflict("REFUSED_BY_KEYCLOAK");
        }
    }
}
