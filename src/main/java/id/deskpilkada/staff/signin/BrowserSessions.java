package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a browser in with a session of ours once its person is known, by whatever way, and out again. */
@Component
public class BrowserSessions {

    private final Sessions sessions;
    private final SessionCookie cookie;

    BrowserSessions(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /**
     * @param page where the browser goes
     * @param key by which the session is known here; the token itself only the browser has
     */
    public record Entry(String page, String key) {}

    /**
     * Opens a session in place of an earlier one of this browser.
     *
     * @param wanted page that the person asked for, or nothing
     * @param provedAt when the person last proved who they are; the session's life counts from there
     * @return nothing when that was so long ago that it must be proved again
     */
    public Optional<Entry> enter(
            Actor actor, String wanted, Instant provedAt, HttpServletRequest request, HttpServletResponse response) {
        return sessions.open(actor, provedAt).map(session -> {
            SessionCookie.token(request).ifPresent(sessions::close);
            cookie.give(session, request, response);
            SessionCookie.remember(actor, request, response);
            CsrfTokens.repository().saveToken(null, request, response);
            return new Entry(Landing.page(wanted), Sessions.key(session.token()));
        });
    }

    /** The key of a session's token. */
    public static String key(String token) {
        return Sessions.key(token);
    }

    /** Ends the session of a token because its holder leaves. */
    public void leave(String token) {
        sessions.close(token);
    }

    /** Ends this browser's session, so that nobody who comes after acts in somebody's name. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.token(request).ifPresent(sessions::close);
        SessionCookie.remove(request, response);
        CsrfTokens.repository().saveToken(null, request, response);
    }

    public void close(Collection<String> keys) {
        keys.forEach(sessions::closeByKey);
    }

    /** Signs a person out everywhere. */
    public void closeAll(long staffId) {
        sessions.closeAll(staffId);
    }
}
