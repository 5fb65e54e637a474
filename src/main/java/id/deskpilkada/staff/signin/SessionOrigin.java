package id.deskpilkada.staff.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From where a session is opened or used, as far as the running request tells.
 *
 * @param device browser and system in two words, never the whole line that a browser says of itself
 */
public record SessionOrigin(@Nullable String address, @Nullable String device) {

    private static final List<String> BROWSERS = List.of("Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari");
    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

    /** What a page asks for by itself while nobody looks at it. */
    private static final Set<String> BY_ITSELF = Set.of(
            "/api/events",
            "/desk/angka",
            "/desk/suara/angka",
            "/desk/ringkas/bagian",
            "/desk/wall",
            "/desk/wall/bagian",
            "/desk/wall/peristiwa");

    /** Of the running request; nothing outside of one. */
    public static SessionOrigin now() {
        return request()
                .map(request ->
                        new SessionOrigin(request.getRemoteAddr(), device(request.getHeader(HttpHeaders.USER_AGENT))))
                .orElseGet(() -> new SessionOrigin(null, null));
    }

    /** Whether a person is at work, rather than a page left open. */
    static boolean isUse() {
        return request()
                .map(request -> !BY_ITSELF.contains(request.getRequestURI()))
                .orElse(false);
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    static @Nullable String device(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return null;
        }
        var browser = BROWSERS.stream().filter(userAgent::contains).findFirst();
        var system = SYSTEMS.stream().filter(userAgent::contains).findFirst();
        return browser.map(SessionOrigin::name)
                .map(name -> system.map(os -> name + ", " + os).orElse(name))
                .orElse(null);
    }

    private static String name(String browser) {
        return switch (browser) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "SamsungBrowser" -> "Samsung Internet";
            default -> browser;
        };
    }
}
