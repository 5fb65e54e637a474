package id.deskpilkada.staff.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import id.deskpilkada.platform.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;

/** Tokens against the very decoder that the application uses. */
class AccessTokenTests {

    SigningKeys realm;
    Map<String, String> remembered = new HashMap<>();
    AccessTokens tokens;

    @BeforeEach
    void startRealm() throws Exception {
        realm = new SigningKeys();
        tokens = tokens();
    }

    @AfterEach
    void stopRealm() {
        realm.close();
    }

    private AccessTokens tokens() {
        return new AccessTokens(settings(), keys(), Clock.systemUTC());
    }

    private com.nimbusds.jose.jwk.source.JWKSource<com.nimbusds.jose.proc.SecurityContext> keys() {
        return KeycloakKeys.at(settings().keysAddress(), new RememberedKeys() {
            @Override
            public void keep(String address, String keys) {
                remembered.put(address, keys);
            }

            @Override
            public Optional<String> find(String address, Duration longest) {
                return Optional.ofNullable(remembered.get(address));
            }
        });
    }

    private KeycloakSettings settings() {
        return new KeycloakSettings(
                URI.create(realm.issuer()),
                null,
                "desk-web",
                "rahasia",
                "desk-provisioning",
                "rahasia",
                "desk-api",
                "desk",
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
    }

    private JWTClaimsSet.Builder siti() {
        return new JWTClaimsSet.Builder()
                .issuer(realm.issuer())
                .subject("5f7a")
                .audience(List.of("account", "desk-api"))
                .claim("typ", "Bearer")
                .claim("scope", "openid desk")
                .claim("preferred_username", "siti")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private String refusal(String token) {
        var problem = catchThrowableOfType(Problem.class, () -> tokens.check(token));
        return problem == null ? "accepted" : problem.status().value() + " " + problem.code();
    }

    @Test
    void aTokenOfOurRealmForUsIsAccepted() throws Exception {
        assertThat(tokens.check(realm.signed(siti().build())).getSubject()).isEqualTo("5f7a");
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() throws Exception {
        var other = siti().issuer(realm.issuer().replace("/desk", "/lain")).build();
        assertThat(refusal(realm.signed(other))).isEqualTo("401 TOKEN_REFUSED");
        assertThat(refusal(SigningKeys.signed(siti().build(), SigningKeys.newKey())))
                .isEqualTo("401 TOKEN_REFUSED");
    }

    @Test
    void anExpiredTokenIsRefusedAndSoIsOneThatNeverExpires() throws Exception {
        var old = siti().issueTime(Date.from(Instant.now().minusSeconds(300)))
                .expirationTime(Date.from(Instant.now().minusSeconds(60)));
        assertThat(refusal(realm.signed(old.build()))).isEqualTo("401 TOKEN_EXPIRED");
        assertThat(refusal(realm.signed(siti().expirationTime(null).build()))).isEqualTo("401 TOKEN_REFUSED");
    }

    @Test
    void aTokenForSomebodyElseIsRefused() throws Exception {
        assertThat(refusal(realm.signed(siti().audience("account").build()))).isEqualTo("401 TOKEN_REFUSED");
        assertThat(refusal(realm.signed(siti().audience(List.<String>of()).build())))
                .isEqualTo("401 TOKEN_REFUSED");
    }

    @Test
    void aTokenWithoutTheScopeIsRefused() throws Exception {
        assertThat(refusal(realm.signed(siti().claim("scope", "openid").build())))
                .isEqualTo("403 TOKEN_WITHOUT_SCOPE");
        assertThat(refusal(realm.signed(siti().claim("scope", "desktop").build())))
                .isEqualTo("403 TOKEN_WITHOUT_SCOPE");
        assertThat(refusal(realm.signed(siti().claim("scope", null).build()))).isEqualTo("403 TOKEN_WITHOUT_SCOPE");
    }

    @Test
    void anIdTokenIsNoAccessToken() throws Exception {
        assertThat(refusal(realm.signed(siti().claim("typ", "ID").build()))).isEqualTo("401 TOKEN_REFUSED");
        assertThat(refusal(realm.signed(siti().claim("typ", "Refresh").build())))
                .isEqualTo("401 TOKEN_REFUSED");
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        assertThat(refusal(SigningKeys.unsigned(siti().build()))).isEqualTo("401 TOKEN_REFUSED");
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsRefused() throws Exception {
        assertThat(refusal(realm.signedWithThePublicKey(siti().build()))).isEqualTo("401 TOKEN_REFUSED");
    }

    @Test
    void anAlteredTokenIsRefused() throws Exception {
        var parts = realm.signed(siti().build()).split("\\.");
        var forged = SigningKeys.unsigned(
                        siti().claim("preferred_username", "admin").build())
                .split("\\.")[1];
        assertThat(refusal(parts[0] + "." + forged + "." + parts[2])).isEqualTo("401 TOKEN_REFUSED");
        assertThat(refusal("a.b.c")).isEqualTo("401 TOKEN_REFUSED");
    }

    @Test
    void onceSeenTheKeysServeWhileKeycloakIsAwayEvenAfterARestart() throws Exception {
        tokens.check(realm.signed(siti().build()));
        realm.stop();

        assertThat(refusal(realm.signed(siti().build()))).isEqualTo("accepted");
        tokens = tokens();
        assertThat(refusal(realm.signed(siti().build()))).isEqualTo("accepted");
    }

    @Test
    void withoutAnyKeyEverSeenTheAnswerSaysThatKeycloakIsAway() throws Exception {
        realm.stop();

        assertThat(refusal(realm.signed(siti().build()))).isEqualTo("503 KEYCLOAK_AWAY");
    }

    @Test
    void tokensOfOneKeyAskForItOnce() throws Exception {
        for (int at = 0; at < 50; at++) {
            tokens.check(realm.signed(siti().build()));
        }
        assertThat(realm.asked).hasValue(1);
    }

    @Test
    void aLogoutTokenMustBeRecentForUsAndNothingElse() throws Exception {
        var logout = new LogoutTokens(settings(), keys(), Clock.systemUTC());
        var told = new JWTClaimsSet.Builder()
                .issuer(realm.issuer())
                .audience("desk-web")
                .subject("5f7a")
                .claim("sid", "s1")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .build();
        assertThat(logout.check(realm.signed(told)).getClaimAsString("sid")).isEqualTo("s1");
        for (var bad : List.of(
                new JWTClaimsSet.Builder(told).audience("desk-api").build(),
                new JWTClaimsSet.Builder(told).claim("nonce", "n").build(),
                new JWTClaimsSet.Builder(told).claim("events", Map.of()).build(),
                new JWTClaimsSet.Builder(told)
                        .issueTime(Date.from(Instant.now().minusSeconds(3600)))
                        .build(),
                siti().audience("desk-web").build())) {
            assertThat(catchThrowableOfType(JwtException.class, () -> logout.check(realm.signed(bad))))
                    .as(bad.toString())
                    .isNotNull();
        }
    }
}
