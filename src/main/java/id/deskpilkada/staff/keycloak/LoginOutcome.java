package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.signin.BrowserSessions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows Keycloak's page: a session of ours for a person on the staff list, a clear refusal for anybody else. */
@Component
@InKeycloakMode
class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(LoginOutcome.class);

    private final KeycloakPeople people;
    private final BrowserSessions sessions;
    private final SessionLinks links;
    private final AccountTrail trail;
    private final Clock clock;

    LoginOutcome(KeycloakPeople people, BrowserSessions sessions, SessionLinks links, AccountTrail trail, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication proved)
            throws IOException, ServletException {
        SecurityContextHolder.clearContext();
        var user = (OidcUser) Objects.requireNonNull(proved.getPrincipal());
        var actor = people.actor(user.getSubject(), user.getPreferredUsername());
        if (actor.isEmpty()) {
            trail.notOnStaffList(user.getPreferredUsername(), request.getRemoteAddr());
            refuse(
                    Problem.forbidden("NOT_ON_STAFF_LIST", user.getPreferredUsername()),
                    user.getIdToken().getTokenValue(),
                    request,
                    response);
            return;
        }
        var wanted = LoginRequests.wanted(request);
        var entry = Scope.system("sign-in", () -> enter(actor.get(), user, wanted, request, response));
        response.sendRedirect(request.getContextPath()
                + entry.map(BrowserSessions.Entry::page).orElseGet(() -> LoginRequests.addressAgain(wanted)));
    }

    private Optional<BrowserSessions.Entry> enter(
            Actor actor, OidcUser user, String wanted, HttpServletRequest request, HttpServletResponse response) {
        var provedAt = Optional.ofNullable(user.getAuthenticatedAt()).orElseGet(clock::instant);
        var entry = sessions.enter(actor, wanted, provedAt, request, response);
        entry.ifPresent(opened -> links.insert(
                opened.key(),
                user.getSubject(),
                user.getClaimAsString("sid"),
                user.getIdToken().getTokenValue()));
        return entry;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        var code = failure instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : "";
        log.warn("Signing in through Keycloak failed: {} {}", code, failure.getMessage());
        // Nobody answered where a code is exchanged for a token.
        var refusal = code.equals("invalid_token_response")
                ? Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "KEYCLOAK_AWAY")
                : Problem.of(HttpStatus.UNAUTHORIZED, "LOGIN_FAILED");
        refuse(refusal, null, request, response);
    }

    private static void refuse(
            Problem refusal, @Nullable String idToken, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(DoorPages.REFUSAL, refusal);
        request.setAttribute(DoorPages.ID_TOKEN, idToken);
        request.getRequestDispatcher(DoorPages.REFUSED).forward(request, response);
    }
}
