package id.deskpilkada.staff.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.UriUtils;

/** Sends a browser to Keycloak's page: with PKCE, with the page that the person wanted kept in mind, and, where it must be proved anew, asking for the password again. */
final class LoginRequests implements OAuth2AuthorizationRequestResolver {

    static final String WANTED = "lanjut";
    private static final String AGAIN = "ulang";
    private static final String BASE = "/login/oauth2/authorization";

    private final DefaultOAuth2AuthorizationRequestResolver standard;

    LoginRequests(ClientRegistration client) {
        standard =
                new DefaultOAuth2AuthorizationRequestResolver(new InMemoryClientRegistrationRepository(client), BASE);
        standard.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    /** The page that was wanted by somebody who has just come back from Keycloak. */
    static String wanted(HttpServletRequest request) {
        return request.getAttribute(WANTED) instanceof String wanted ? wanted : "";
    }

    static String address(String wanted) {
        var address = BASE + "/" + KeycloakConfiguration.REGISTRATION;
        return wanted.isEmpty()
                ? address
                : address + "?" + WANTED + "=" + UriUtils.encode(wanted, StandardCharsets.UTF_8);
    }

    /** The way to Keycloak on which somebody who is signed in there proves again who they are. */
    static String addressAgain(String wanted) {
        var address = address(wanted);
        return address + (address.contains("?") ? "&" : "?") + AGAIN;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return extended(standard.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return extended(standard.resolve(request, registration), request);
    }

    private static @Nullable OAuth2AuthorizationRequest extended(
            @Nullable OAuth2AuthorizationRequest login, HttpServletRequest request) {
        if (login == null) {
            return null;
        }
        var wanted = request.getParameter(WANTED);
        var extended =
                OAuth2AuthorizationRequest.from(login).attributes(all -> all.put(WANTED, wanted == null ? "" : wanted));
        if (request.getParameter(AGAIN) != null) {
            extended.additionalParameters(all -> all.put("prompt", "login"));
        }
        return extended.build();
    }
}
