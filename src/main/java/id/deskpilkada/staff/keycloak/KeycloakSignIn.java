package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.signin.BrowserSessions;
import id.deskpilkada.staff.signin.SignInWay;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.stereotype.Component;

/** Keycloak says who somebody is. A password is never seen here: not in a form, not from a program, not in HTTP Basic. */
@Component
@InKeycloakMode
class KeycloakSignIn implements SignInWay {

    private final KeycloakSettings settings;
    private final AccessTokens tokens;
    private final KeycloakPeople people;
    private final KeycloakLogin login;
    private final SessionLinks links;
    private final BrowserSessions sessions;
    private final LogoutAddress logout;

    KeycloakSignIn(
            KeycloakSettings settings,
            AccessTokens tokens,
            KeycloakPeople people,
            KeycloakLogin login,
            SessionLinks links,
            BrowserSessions sessions,
            LogoutAddress logout) {
        this.settings = settings;
        this.tokens = tokens;
        this.people = people;
        this.login = login;
        this.links = links;
        this.sessions = sessions;
        this.logout = logout;
    }

    @Override
    public Actor byToken(String token) {
        if (token.chars().filter(sign -> sign == '.').count() != 2) {
            throw Problem.of(HttpStatus.UNAUTHORIZED, "SESSION_ENDED");
        }
        var jwt = tokens.check(token);
        return people.actor(jwt.getSubject(), jwt.getClaimAsString("preferred_username"))
                .orElseThrow(() -> Problem.of(
                        HttpStatus.UNAUTHORIZED, "NOT_ON_STAFF_LIST", jwt.getClaimAsString("preferred_username")));
    }

    @Override
    public Actor byBasic(String username, String password, String address) {
        throw elsewhere();
    }

    @Override
    public Actor byPassword(String username, String password, String address) {
        throw elsewhere();
    }

    private Problem elsewhere() {
        return Problem.forbidden("PASSWORDS_AT_KEYCLOAK", settings.issuerName());
    }

    @Override
    public boolean checksPasswords() {
        return false;
    }

    @Override
    public void extendPages(HttpSecurity pages) throws Exception {
        login.extend(pages);
    }

    @Override
    public Optional<String> elsewhere(String wanted, boolean again) {
        return Optional.of(again ? LoginRequests.addressAgain(wanted) : LoginRequests.address(wanted));
    }

    @Override
    public List<String> formTargets() {
        return List.of(settings.origin());
    }

    /** Our session ends first: whatever becomes of Keycloak, the person is out here. */
    @Override
    public String leave(String token, HttpServletRequest request) {
        var key = BrowserSessions.key(token);
        return Scope.system("sign-out", () -> {
            var idToken = links.idToken(key);
            sessions.leave(token);
            return idToken.map(hint -> logout.of(hint, request)).orElse(DoorPages.LEFT);
        });
    }
}
