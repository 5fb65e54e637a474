package id.deskpilkada.staff.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.web.client.RestClient;

/** Keycloak as we see it: a client registration, its keys and a way to call it that does not wait long. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeycloakSettings.class)
@InKeycloakMode
class KeycloakConfiguration {

    static final String REGISTRATION = "keycloak";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);

    @Bean
    ClientRegistration keycloakClient(KeycloakSettings settings) {
        settings.complete();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .issuerUri(settings.issuerName())
                .authorizationUri(settings.authorizationPage())
                .tokenUri(settings.tokenAddress())
                .jwkSetUri(settings.keysAddress())
                .userNameAttributeName("sub")
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keycloakKeys(KeycloakSettings settings, RememberedKeys remembered) {
        return KeycloakKeys.at(settings.keysAddress(), remembered);
    }

    @Bean
    AccessTokens accessTokens(KeycloakSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        return new AccessTokens(settings, keys, clock);
    }

    @Bean
    LogoutTokens logoutTokens(KeycloakSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        return new LogoutTokens(settings, keys, clock);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(
            KeycloakSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        return registration -> {
            var decoder = AccessTokens.decoder(keys, JOSEObjectType.JWT);
            decoder.setJwtValidator(AccessTokens.validators(
                    AccessTokens.issued(settings, clock), new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }

    @Bean
    RestClient.Builder keycloakCalls() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT);
        requests.setReadTimeout(READ);
        return Objects.requireNonNull(RestClient.builder().requestFactory(requests));
    }
}
