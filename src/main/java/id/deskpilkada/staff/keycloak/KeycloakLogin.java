package id.deskpilkada.staff.keycloak;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** OpenID Connect login in the pages' filter chain: code flow with PKCE. No token of Keycloak is used after the login, so none is kept but the one that signs out. */
@Component
@InKeycloakMode
class KeycloakLogin {

    private final KeycloakSettings settings;
    private final ClientRegistration client;
    private final LoginOutcome outcome;
    private final ObjectMapper json;
    private final RestClient.Builder calls;
    private final Clock clock;

    KeycloakLogin(
            KeycloakSettings settings,
            ClientRegistration client,
            LoginOutcome outcome,
            ObjectMapper json,
            RestClient.Builder keycloakCalls,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.outcome = outcome;
        this.json = json;
        this.calls = keycloakCalls;
        this.clock = clock;
    }

    void extend(HttpSecurity pages) throws Exception {
        var logoutMessage = withDefaults().matcher(HttpMethod.POST, BackChannelLogout.PATH);
        var left = withDefaults().matcher(DoorPages.LEFT);
        pages.csrf(csrf -> csrf.ignoringRequestMatchers(logoutMessage))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(logoutMessage, left).permitAll())
                .oauth2Login(login -> login.loginPage("/masuk")
                        .clientRegistrationRepository(new InMemoryClientRegistrationRepository(client))
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(to -> to.authorizationRequestResolver(new LoginRequests(client))
                                .authorizationRequestRepository(new LoginCookie(settings, json, clock)))
                        .tokenEndpoint(at -> at.accessTokenResponseClient(codeExchange()))
                        .userInfoEndpoint(from -> from.oidcUserService(
                                answer -> new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, answer.getIdToken())))
                        .successHandler(outcome)
                        .failureHandler(outcome));
    }

    private RestClientAuthorizationCodeTokenResponseClient codeExchange() {
        var exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(calls.clone()
                .messageConverters(converters -> {
                    converters.clear();
                    converters.addAll(List.of(
                            new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()));
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return exchange;
    }
}
