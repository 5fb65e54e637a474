package id.deskpilkada.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** The kinds of address that this installation answers at, told apart by their path. */
public enum Surface {
    /** Files that are the same for everybody. */
    FILE("/css/", "/js/", "/lapangan-app/", "/img/", "/icons/", "/webjars/", "/swagger-ui/"),
    /** Files of Tasklist, Cockpit and Admin. */
    WEBAPP_FILE("/camunda/app/", "/camunda/lib/", "/camunda/assets/"),
    WEBAPP_API("/camunda/api/"),
    PHOTO("/api/photos/"),
    /** What anybody reads without an account. */
    PUBLIC_PAGE("/public/laporan", "/public/wilayah/", "/public/cari", "/public/index.html", "/public/en/"),
    API("/api/", "/public/", "/v3/api-docs", "/actuator"),
    PAGE("/");

    private final String[] prefixes;

    Surface(String... prefixes) {
        this.prefixes = prefixes;
    }

    public static Surface of(HttpServletRequest request) {
        return of(path(request));
    }

    public static Surface of(String path) {
        if (path.matches("/[^/]+\\.(css|js|svg|ico|png|webmanifest)")) {
            return FILE;
        }
        return Stream.of(values())
                .filter(surface -> Stream.of(surface.prefixes).anyMatch(path::startsWith))
                .findFirst()
                .orElse(PAGE);
    }

    /** The address that was asked for, also while its error is being answered. */
    public static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var uri = failed == null ? request.getRequestURI() : failed.toString();
        var path = uri.startsWith(request.getContextPath())
                ? uri.substring(request.getContextPath().length())
                : uri;
        return path.replaceFirst(";.*", "");
    }

    /** Whether a refusal there is told with a page, rather than with a problem answer. */
    public static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return of(request).isForPeople() && (accept == null || accept.contains("text/html") || accept.contains("*/*"));
    }

    /** Whether people read it, rather than programs. */
    public boolean isForPeople() {
        return this == PAGE || this == PUBLIC_PAGE || this == WEBAPP_FILE;
    }
}
