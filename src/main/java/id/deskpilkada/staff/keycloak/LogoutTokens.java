package id.deskpilkada.staff.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks logout tokens as OpenID Connect Back-Channel Logout 1.0, section 2.6, asks. */
final class LogoutTokens {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration RECENT = Duration.ofMinutes(5);

    private final NimbusJwtDecoder decoder;

    LogoutTokens(KeycloakSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        decoder = AccessTokens.decoder(keys, new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT);
        decoder.setJwtValidator(AccessTokens.validators(
                AccessTokens.issued(settings, clock),
                new JwtClaimValidator<List<String>>("aud", to -> to != null && to.contains(settings.clientId())),
                new JwtClaimValidator<Map<String, Object>>("events", told -> told != null && told.containsKey(EVENT)),
                new JwtClaimValidator<Object>("nonce", nonce -> nonce == null),
                new JwtClaimValidator<Instant>(
                        "iat", at -> at != null && at.isAfter(clock.instant().minus(RECENT)))));
    }

    /** @throws JwtException when it is none, is not from our Keycloak, is not for us, or is not recent */
    Jwt check(String token) {
        return decoder.decode(token);
    }
}
