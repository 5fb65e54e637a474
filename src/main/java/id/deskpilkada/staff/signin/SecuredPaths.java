package id.deskpilkada.staff.signin;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The parts of the installation that are protected each in its own way. Matcher objects, because a string would not see what the webapps' own servlet serves. */
final class SecuredPaths {

    static final RequestMatcher STATIC = of(
            "/css/**",
            "/js/**",
            "/lapangan-app/**",
            "/lapangan/sw.js",
            "/lapangan/manifest.webmanifest",
            "/img/**",
            "/icons/**",
            "/webjars/**",
            "/favicon.ico",
            "/*.css",
            "/*.js",
            "/*.svg");
    /** The webapps' files a second time, past their sign-in. */
    static final RequestMatcher WEBAPP_FILES = of("/webjars/camunda/**");

    static final RequestMatcher API = of("/api/**");
    static final RequestMatcher SIGN_IN_BY_PROGRAM = withDefaults().matcher(HttpMethod.POST, "/api/sessions");
    /** Gateways show a token of their own. */
    static final RequestMatcher DELIVERY_REPORTS =
            withDefaults().matcher(HttpMethod.POST, "/api/notifications/receipts/{gateway}");

    /** So do those that hand SMS over. */
    static final RequestMatcher SMS_INBOUND = withDefaults().matcher(HttpMethod.POST, "/api/sms/inbound/{gateway}");

    /** Installations one tier below show a token that was given out for them. */
    static final RequestMatcher TIER_INTAKE = withDefaults().matcher(HttpMethod.POST, "/api/tier-reports/intake");

    /** The link that an agency was sent carries its own signature; the same addresses with a number in it are for people who are signed in. */
    static final RequestMatcher DISPATCH_LINKS = new RegexRequestMatcher(
            "/api/dispatches/[A-Za-z0-9_-]{20,100}/(acknowledge|progress|close|decline)", "POST");

    static final RequestMatcher WEBAPPS = of("/camunda/**");
    static final RequestMatcher WEBAPPS_API = of("/camunda/api/**");
    static final RequestMatcher WEBAPPS_SETUP = of("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**");
    /** Counts over all districts, which the engine gives to everybody; with or without the engine's name, with or without a slash at the end. */
    static final RequestMatcher WEBAPPS_OVERVIEWS = of(
            "/camunda/api/engine/engine/*/process-definition/statistics/**",
            "/camunda/api/engine/engine/*/metrics/**",
            "/camunda/api/engine/process-definition/statistics/**",
            "/camunda/api/engine/metrics/**");

    static final RequestMatcher OPEN_PAGES = of(
            "/",
            "/masuk",
            "/masuk/demo",
            "/keluar",
            "/atur-ulang",
            "/public/**",
            "/d/*",
            // A wall screen is nobody, and shows a key of its own.
            "/desk/wall",
            "/desk/wall/bagian",
            "/desk/wall/peristiwa",
            "/.well-known/security.txt",
            "/error",
            "/actuator/**",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml",
            "/swagger-ui.html",
            "/swagger-ui/**");

    private SecuredPaths() {}

    private static RequestMatcher of(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .map(pattern -> (RequestMatcher) withDefaults().matcher(pattern))
                .toList());
    }
}
