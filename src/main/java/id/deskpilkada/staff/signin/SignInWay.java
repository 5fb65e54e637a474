package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What differs between the sign-in modes. Whatever way somebody came in, a session of ours or the roles on the staff list carry them from there on. */
public interface SignInWay {

    /**
     * The person behind a bearer token that is none of our sessions.
     *
     * @throws id.deskpilkada.platform.Problem 401 for a token that is not accepted
     */
    Actor byToken(String token);

    /**
     * The person behind the user name and password of one request.
     *
     * @throws id.deskpilkada.platform.Problem 401, 423 or 429; 403 {@code PASSWORDS_AT_KEYCLOAK} where passwords are not checked here
     */
    Actor byBasic(String username, String password, String address);

    /**
     * The person behind the user name and password by which a session is to be opened.
     *
     * @throws id.deskpilkada.platform.Problem as {@link #byBasic}
     */
    Actor byPassword(String username, String password, String address);

    /** Adds what this way needs to the filter chain of the pages. */
    void extendPages(HttpSecurity pages) throws Exception;

    /** Whether passwords are kept and checked here. */
    boolean checksPasswords();

    /**
     * Where a browser goes to sign in, unless it is our own form; afterwards it arrives at the wanted page.
     *
     * @param again whether a session of this browser has ended by itself, so that being signed in elsewhere is not enough
     */
    Optional<String> elsewhere(String wanted, boolean again);

    /** Other origins to which our pages may send a browser after a form was sent. */
    List<String> formTargets();

    /** Ends the session of a token and says where the browser goes next. */
    String leave(String token, HttpServletRequest request);
}
