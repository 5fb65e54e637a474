package id.deskpilkada.staff.screen;

import id.deskpilkada.staff.signin.BrowserSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** What a screen's browser shows: out of reach of scripts, sent to the wall's own addresses only, and by no other site. */
final class ScreenKey {

    static final String COOKIE = "DESK-WALL";
    static final String PATH = "/desk/wall";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ScreenKey() {}

    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As which it is kept. */
    static String digest(String key) {
        return BrowserSessions.key(key);
    }

    static Optional<String> of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue().isBlank() ? Optional.empty() : Optional.of(cookie.getValue());
    }

    static void give(String key, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, key)
                .path(request.getContextPath() + PATH)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
