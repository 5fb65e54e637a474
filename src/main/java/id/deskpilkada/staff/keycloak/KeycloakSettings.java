package id.deskpilkada.staff.keycloak;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where Keycloak is and as what we appear there. Every address follows from the issuer, so that nothing is asked of Keycloak at start-up.
 *
 * @param issuer address of the realm as browsers and tokens know it, e.g. {@code https://masuk.serangkab.go.id/realms/desk}
 * @param backchannel address of the realm as this application reaches it, where that is another one
 * @param clientId client of the pages
 * @param provisioningId client that keeps the accounts in step with the staff list
 * @param audience what a token must be meant for
 * @param scope what a token must be good for
 * @param pause between two rounds of the work on accounts
 * @param sweep between two looks at who was removed or disabled at Keycloak
 */
@ConfigurationProperties("desk.keycloak")
record KeycloakSettings(
        @Nullable URI issuer,
        @Nullable URI backchannel,
        @DefaultValue("desk-web") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("desk-provisioning") String provisioningId,
        @DefaultValue("") String provisioningSecret,
        @DefaultValue("desk-api") String audience,
        @DefaultValue("desk") String scope,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("20s") Duration sweep) {

    private static final String OPENID = "/protocol/openid-connect";

    /** @throws IllegalStateException naming the variable that is missing */
    KeycloakSettings complete() {
        require(issuer != null && StringUtils.hasText(issuer.toString()), "DESK_KEYCLOAK_ISSUER");
        require(StringUtils.hasText(clientSecret), "DESK_KEYCLOAK_CLIENT_SECRET");
        require(StringUtils.hasText(provisioningSecret), "DESK_KEYCLOAK_PROVISIONING_SECRET");
        return this;
    }

    private static void require(boolean given, String variable) {
        if (!given) {
            throw new IllegalStateException("DESK_SIGN_IN_MODE=keycloak needs " + variable);
        }
    }

    /** As it stands in tokens. */
    String issuerName() {
        return withoutSlash(String.valueOf(issuer));
    }

    String authorizationPage() {
        return issuerName() + OPENID + "/auth";
    }

    String logoutPage() {
        return issuerName() + OPENID + "/logout";
    }

    String tokenAddress() {
        return realm() + OPENID + "/token";
    }

    String keysAddress() {
        return realm() + OPENID + "/certs";
    }

    /** Root of the realm's administration, without a slash at the end. */
    String adminAddress() {
        var realm = realm();
        int at = realm.lastIndexOf("/realms/");
        return realm.substring(0, at) + "/admin" + realm.substring(at);
    }

    /** Where browsers are sent, for the content policy. */
    String origin() {
        var address = URI.create(issuerName());
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private String realm() {
        return backchannel == null || backchannel.toString().isBlank()
                ? issuerName()
                : withoutSlash(backchannel.toString());
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
