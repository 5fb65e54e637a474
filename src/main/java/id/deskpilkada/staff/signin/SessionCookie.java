package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The browser's copy of a session token: out of reach of scripts and not sent along by other sites. */
@Component
class SessionCookie {

    static final String NAME = "DESK-SESSION";

    /** Tells the field app whose work of those on this phone is to be shown, also without network and after the session has ended. It opens nothing. */
    static final String PERSON = "DESK-PERSON";

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Clock clock;

    SessionCookie(Clock clock) {
        this.clock = clock;
    }

    static Optional<String> token(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null || cookie.getValue().isBlank() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    void give(Sessions.OpenSession session, HttpServletRequest request, HttpServletResponse response) {
        write(NAME, session.token(), Duration.between(clock.instant(), session.expiresAt()), true, request, response);
    }

    static void remember(Actor person, HttpServletRequest request, HttpServletResponse response) {
        write(PERSON, Long.toString(person.id()), REMEMBERED, false, request, response);
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        write(NAME, "", Duration.ZERO, true, request, response);
        write(PERSON, "", Duration.ZERO, false, request, response);
    }

    private static void write(
            String name,
            String value,
            Duration life,
            boolean httpOnly,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .path(request.getContextPath() + "/")
                .httpOnly(httpOnly)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
