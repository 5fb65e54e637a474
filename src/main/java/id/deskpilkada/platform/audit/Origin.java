package id.deskpilkada.platform.audit;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Where an act came from.
 *
 * @param work name of the work that the installation does by itself; null when a person acts
 * @param route method and template of the request, e.g. {@code POST /api/staff/{id}/unlock}
 * @param path what the request addressed, without its query
 */
record Origin(
        @Nullable Long staffId,
        @Nullable String username,
        @Nullable String work,
        Channel channel,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String requestId,
        @Nullable String route,
        @Nullable String path) {

    enum Channel {
        SESSION,
        BEARER,
        BASIC,
        WEBAPP,
        BACKGROUND
    }

    private static final String WEBAPPS = "/camunda/";

    /** Ids of the engine: UUIDs, also behind the key and version of a definition. */
    private static final Pattern ENGINE_ID =
            Pattern.compile("/(?:[^/]*:)?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?=/|$)");

    static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    static Origin now(@Nullable Actor who) {
        var actor = who == null ? CurrentActor.get().orElse(null) : who;
        return request().map(request -> of(request, actor)).orElseGet(() -> background(actor));
    }

    private static Origin background(@Nullable Actor actor) {
        return new Origin(
                actor == null ? null : actor.id(),
                actor == null ? null : actor.username(),
                actor == null ? Scope.work().orElse("system") : null,
                Channel.BACKGROUND,
                null,
                null,
                null,
                null,
                null);
    }

    private static Origin of(HttpServletRequest request, @Nullable Actor actor) {
        return new Origin(
                actor == null ? null : actor.id(),
                actor == null ? null : actor.username(),
                null,
                channel(request),
                Plain.text(request.getRemoteAddr(), 60),
                Plain.text(request.getHeader(HttpHeaders.USER_AGENT), 100),
                RequestIds.of(request),
                Plain.text(request.getMethod() + " " + template(request), 200),
                Plain.text(path(request), 200));
    }

    private static Channel channel(HttpServletRequest request) {
        if (path(request).startsWith(WEBAPPS)) {
            return Channel.WEBAPP;
        }
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Channel.SESSION;
        }
        return authorization.regionMatches(true, 0, "Basic ", 0, 6) ? Channel.BASIC : Channel.BEARER;
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static String template(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? ENGINE_ID.matcher(path(request)).replaceAll("/{id}") : pattern.toString();
    }

    /** The place that the address of the request names. */
    static Optional<String> namedPlace() {
        return request()
                .map(request -> request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
                .filter(Map.class::isInstance)
                .flatMap(variables -> Optional.ofNullable(((Map<?, ?>) variables).get("tps"))
                        .or(() -> Optional.ofNullable(((Map<?, ?>) variables).get("region"))))
                .map(Object::toString);
    }
}
