package id.deskpilkada.platform.web.guard;

import id.deskpilkada.platform.web.FormTargets;
import id.deskpilkada.platform.web.Surface;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What every answer tells a browser not to do with it. Written last, so that an answer that says something itself, such as a photo that may be kept, is left alone. */
@Component
class ProtectiveHeaders implements HeaderWriter {

    private static final String CONTENT = "Content-Security-Policy";
    private static final String CACHE = "Cache-Control";
    private static final String BARE =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
                    + "worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    /** The reader of our interface description sets styles of its own. */
    private static final String DESCRIPTION = PAGE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    private static final List<String> DENIED = List.of(
            "accelerometer",
            "display-capture",
            "gyroscope",
            "hid",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "serial",
            "usb");
    /** What the field pages need at a polling station. */
    private static final List<String> FIELD = List.of("camera", "geolocation");

    private static final String FIELD_APP = "/lapangan-app/";

    private static final String ONE_YEAR = "max-age=31536000";

    private final SingletonSupplier<String> page;

    ProtectiveHeaders(ObjectProvider<FormTargets> targets) {
        page = SingletonSupplier.of(
                () -> Stream.concat(Stream.of(PAGE), targets.stream().flatMap(some -> some.origins().stream()))
                        .collect(Collectors.joining(" ")));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = Surface.path(request);
        var surface = Surface.of(path);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("X-Permitted-Cross-Domain-Policies", "none");
        response.setHeader("Referrer-Policy", "same-origin");
        if (!isPart(path)) {
            response.setHeader("Permissions-Policy", permissions(path));
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        ifAbsent(response, CONTENT, content(path, surface));
        ifAbsent(response, "X-Frame-Options", "DENY");
        if (surface == Surface.WEBAPP_API) {
            response.setHeader(CACHE, "no-store");
        }
        ifAbsent(response, CACHE, cache(path, surface, response.getStatus()));
    }

    /** The webapps bring a policy of their own, with a nonce for each page. */
    private String content(String path, Surface surface) {
        if (path.startsWith("/swagger-ui/")) {
            return DESCRIPTION;
        }
        // The service worker hands the page of the field app out as it came, with the policy that came with it.
        return surface.isForPeople() || path.startsWith(FIELD_APP) && !isPart(path) ? page.obtain() : BARE;
    }

    /** Of the field app: rules for pages mean nothing to a part, and over a slow line they would weigh more than most parts do. */
    private static boolean isPart(String path) {
        return path.startsWith(FIELD_APP) && !path.endsWith(".html");
    }

    private static String cache(String path, Surface surface, int status) {
        if (status >= 400) {
            return "no-store";
        }
        return switch (surface) {
            case FILE ->
                path.matches("/webjars/(htmx\\.org|leaflet)/.*")
                        ? "public, max-age=31536000, immutable"
                        : "public, no-cache";
            case WEBAPP_FILE ->
                path.matches(".*\\.(js|css|json|woff2?|ttf|eot|svg|png|ico)") ? "public, max-age=600" : "no-store";
            default -> "no-store";
        };
    }

    private static String permissions(String path) {
        var field = path.equals("/lapangan") || path.startsWith("/lapangan/") || path.startsWith(FIELD_APP)
                ? "(self)"
                : "()";
        return Stream.concat(
                        FIELD.stream().map(feature -> feature + "=" + field),
                        DENIED.stream().map(feature -> feature + "=()"))
                .collect(Collectors.joining(", "));
    }

    private static void ifAbsent(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
