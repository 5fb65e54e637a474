package id.deskpilkada.staff.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks what Keycloak signed. Only signatures with a key pair count: with a shared secret whoever knows the public key could sign, and without a signature anybody. Roles and
 * groups in a token are not read at all.
 */
final class AccessTokens {

    private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final NimbusJwtDecoder decoder;
    private final String scope;

    AccessTokens(KeycloakSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        decoder = decoder(keys, JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));
        decoder.setJwtValidator(validators(
                issued(settings, clock),
                new JwtClaimValidator<List<String>>("aud", to -> to != null && to.contains(settings.audience())),
                // An ID token is no access token, although the same key signs it.
                new JwtClaimValidator<String>("typ", "Bearer"::equals)));
        scope = settings.scope();
    }

    /** By whom and until when: what every token of ours must say. */
    static OAuth2TokenValidator<Jwt> issued(KeycloakSettings settings, Clock clock) {
        var times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setClock(clock);
        return validators(
                times,
                new JwtIssuerValidator(settings.issuerName()),
                new JwtClaimValidator<Object>("exp", until -> until != null));
    }

    @SafeVarargs
    static OAuth2TokenValidator<Jwt> validators(OAuth2TokenValidator<Jwt>... validators) {
        return token -> {
            for (var validator : validators) {
                var result = validator.validate(token);
                if (result.hasErrors()) {
                    return result;
                }
            }
            return OAuth2TokenValidatorResult.success();
        };
    }

    static NimbusJwtDecoder decoder(JWKSource<SecurityContext> keys, JOSEObjectType... types) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
        // The validators of the decoder say it all.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return new NimbusJwtDecoder(processor);
    }

    /** @throws Problem 401 {@code TOKEN_EXPIRED} or {@code TOKEN_REFUSED}, 403 {@code TOKEN_WITHOUT_SCOPE}, 503 {@code KEYCLOAK_AWAY} when no key was ever seen */
    Jwt check(String token) {
        var jwt = decoded(token);
        var scopes = jwt.getClaims().get("scope");
        if (!(scopes instanceof String text) || !List.of(text.split(" ")).contains(scope)) {
            throw Problem.forbidden("TOKEN_WITHOUT_SCOPE", scope);
        }
        return jwt;
    }

    private Jwt decoded(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            log.debug("A token was refused: {}", e.getMessage());
            var expired = e.getMessage() != null && e.getMessage().contains("expired");
            throw Problem.of(HttpStatus.UNAUTHORIZED, expired ? "TOKEN_EXPIRED" : "TOKEN_REFUSED");
        } catch (JwtException e) {
            log.warn("No key to check tokens with: {}", e.getMessage());
            throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "KEYCLOAK_AWAY");
        }
    }
}
