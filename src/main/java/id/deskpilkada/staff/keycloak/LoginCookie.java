package id.deskpilkada.staff.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.platform.sealing.Sealing;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;

/** What must be remembered while somebody is at Keycloak's page, kept sealed in their browser: whichever node they come back to can go on. One cookie for each tab. */
final class LoginCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final Duration LIFE = Duration.ofMinutes(30);
    private static final String PREFIX = "DESK-LOGIN-";
    private static final int TABS = 5;

    private final KeycloakSettings settings;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final Clock clock;

    LoginCookie(KeycloakSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.sealing = new Sealing(settings.clientSecret(), "login cookie");
        this.json = json;
        this.clock = clock;
    }

    record Remembered(String state, String redirectUri, Map<String, String> attributes, long until) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        var cookie = state == null ? null : WebUtils.getCookie(request, name(state));
        return cookie == null
                ? null
                : sealing.open(cookie.getValue())
                        .flatMap(this::read)
                        .filter(known -> known.state().equals(state)
                                && clock.instant().isBefore(Instant.ofEpochSecond(known.until())))
                        .map(this::restored)
                        .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login, HttpServletRequest request, HttpServletResponse response) {
        if (login == null) {
            return;
        }
        forgetOldTabs(request, response);
        var attributes = login.getAttributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        var remembered = new Remembered(
                login.getState(),
                login.getRedirectUri(),
                attributes,
                clock.instant().plus(LIFE).getEpochSecond());
        write(name(login.getState()), sealing.seal(written(remembered)), LIFE, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var login = loadAuthorizationRequest(request);
        if (login != null) {
            write(name(login.getState()), "", Duration.ZERO, request, response);
            request.setAttribute(LoginRequests.WANTED, login.getAttribute(LoginRequests.WANTED));
        }
        return login;
    }

    private OAuth2AuthorizationRequest restored(Remembered known) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(settings.clientId())
                .authorizationUri(settings.authorizationPage())
                .redirectUri(known.redirectUri())
                .state(known.state())
                .scope("openid")
                .attributes(all -> all.putAll(known.attributes()))
                .build();
    }

    /** Tabs in which nobody signed in must not fill the header of cookies. */
    private static void forgetOldTabs(HttpServletRequest request, HttpServletResponse response) {
        var tabs = Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .map(Cookie::getName)
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        if (tabs.size() >= TABS) {
            tabs.forEach(name -> write(name, "", Duration.ZERO, request, response));
        }
    }

    private static String name(String state) {
        return PREFIX + Integer.toHexString(state.hashCode());
    }

    private Optional<Remembered> read(String text) {
        try {
            return Optional.of(json.readValue(text, Remembered.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String written(Remembered remembered) {
        try {
            return json.writeValueAsString(remembered);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(
            String name, String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .path(request.getContextPath() + "/login/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
