package id.deskpilkada.staff.keycloak;

import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.signin.BrowserSessions;
import io.swagger.v3.oas.annotations.Hidden;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keycloak tells us that somebody signed out there, or was signed out: then our sessions of theirs end too. */
@RestController
@InKeycloakMode
@Hidden
class BackChannelLogout {

    static final String PATH = "/logout/connect/back-channel/keycloak";
    private static final Logger log = LoggerFactory.getLogger(BackChannelLogout.class);

    private final LogoutTokens tokens;
    private final SessionLinks links;
    private final BrowserSessions sessions;

    BackChannelLogout(LogoutTokens tokens, SessionLinks links, BrowserSessions sessions) {
        this.tokens = tokens;
        this.links = links;
        this.sessions = sessions;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> end(@RequestParam(name = "logout_token", defaultValue = "") String token) {
        try {
            var told = tokens.check(token);
            Scope.system("sign-out", () -> end(told));
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (JwtException e) {
            log.warn("A logout token was refused: {}", e.getMessage());
            return ResponseEntity.badRequest()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
    }

    /** Without a session it means every session of that person. */
    private void end(Jwt told) {
        var sid = told.getClaimAsString("sid");
        sessions.close(sid == null ? links.ofSubject(told.getSubject()) : links.ofSession(sid));
    }
}
