package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls: by bearer token, HTTP Basic or session cookie, in this order, and by nothing else. What is wrong with the credentials is kept for the refusal;
 * open addresses stay open.
 */
class SignInFilter extends OncePerRequestFilter {

    private static final String REFUSAL = SignInFilter.class.getName() + ".refusal";

    private final Sessions sessions;
    private final SignInWay way;

    SignInFilter(Sessions sessions, SignInWay way) {
        this.sessions = sessions;
        this.way = way;
    }

    /** Why the credentials of this request were not accepted. */
    static @Nullable Problem refusal(HttpServletRequest request) {
        return (Problem) request.getAttribute(REFUSAL);
    }

    /** The session token that a request carries, by whichever way. */
    static Optional<String> token(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return SessionCookie.token(request);
        }
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(authorization.substring(7).strip())
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            caller(request).ifPresent(SignInFilter::enter);
        } catch (Problem refusal) {
            request.setAttribute(REFUSAL, refusal);
        }
        chain.doFilter(request, response);
    }

    private static void enter(Actor actor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new ActorAuthentication(actor));
        SecurityContextHolder.setContext(context);
    }

    private Optional<Actor> caller(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return SessionCookie.token(request).flatMap(sessions::find);
        }
        int space = authorization.indexOf(' ');
        var scheme = space < 0 ? "" : authorization.substring(0, space).toLowerCase(Locale.ROOT);
        var credentials = authorization.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> Optional.of(sessions.find(credentials).orElseGet(() -> way.byToken(credentials)));
            case "basic" -> Optional.of(basic(credentials, request.getRemoteAddr()));
            default -> throw Problem.of(HttpStatus.UNAUTHORIZED, "WRONG_CREDENTIALS");
        };
    }

    private Actor basic(String credentials, String address) {
        var decoded = decoded(credentials);
        int colon = decoded.indexOf(':');
        if (colon < 0) {
            throw Problem.of(HttpStatus.UNAUTHORIZED, "WRONG_CREDENTIALS");
        }
        return way.byBasic(decoded.substring(0, colon), decoded.substring(colon + 1), address);
    }

    private static String decoded(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
