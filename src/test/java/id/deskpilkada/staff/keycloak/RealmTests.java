package id.deskpilkada.staff.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the realm file promises about Keycloak, so that no later edit takes it away unseen. */
class RealmTests {

    static JsonNode realm;

    @BeforeAll
    static void read() throws Exception {
        realm = new ObjectMapper().readTree(Files.readString(Path.of("docker/keycloak/desk-realm.json")));
    }

    private static JsonNode client(String id) {
        for (var client : realm.path("clients")) {
            if (client.path("clientId").asText().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("no client " + id);
    }

    private static boolean allows(String id, String what) {
        return client(id).path(what).asBoolean(true);
    }

    @Test
    void guessingIsSlowedDownAndNobodyRegistersOrResetsByThemselves() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isBetween(3, 10);
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("resetPasswordAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("rememberMe").asBoolean(true)).isFalse();
        assertThat(realm.path("passwordPolicy").asText()).contains("length(8)", "notContainsUsername");
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("id");
    }

    @Test
    void noSecretStandsInTheFile() {
        for (var client : realm.path("clients")) {
            var secret = client.path("secret").asText("");
            assertThat(secret.isEmpty() || secret.matches("\\$\\{DESK_KEYCLOAK_[A-Z]+_SECRET}"))
                    .as(client.path("clientId").asText())
                    .isTrue();
        }
        assertThat(realm.path("users")).allMatch(user -> !user.has("credentials"));
    }

    @Test
    void thePagesUseTheCodeFlowWithPkceAndOneExactAddress() {
        assertThat(allows("desk-web", "standardFlowEnabled")).isTrue();
        for (var grant :
                List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled", "publicClient")) {
            assertThat(allows("desk-web", grant)).as(grant).isFalse();
        }
        var attributes = client("desk-web").path("attributes");
        assertThat(attributes.path("pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(attributes.path("backchannel.logout.session.required").asText())
                .isEqualTo("true");
        assertThat(client("desk-web").path("redirectUris")).hasSize(1).allMatch(address -> !address.asText()
                .contains("*"));
        assertThat(attributes.path("post.logout.redirect.uris").asText()).doesNotContain("*");
        assertThat(client("desk-web").path("webOrigins")).isEmpty();
    }

    @Test
    void programsNeverSendAPassword() {
        for (var client : realm.path("clients")) {
            var id = client.path("clientId").asText();
            assertThat(allows(id, "directAccessGrantsEnabled")).as(id).isFalse();
            assertThat(allows(id, "implicitFlowEnabled")).as(id).isFalse();
            assertThat(client.path("redirectUris")).as(id).noneMatch(address -> address.asText()
                    .contains("*"));
        }
        assertThat(allows("admin-cli", "enabled")).isFalse();
    }

    @Test
    void onlyTheScopeGivesATokenForOurInterface() {
        for (var client : realm.path("clients")) {
            assertThat(client.path("defaultClientScopes").toString()).doesNotContain("\"desk\"");
        }
        var mapper = realm.path("clientScopes").path(0).path("protocolMappers").path(0);
        assertThat(realm.path("clientScopes").path(0).path("name").asText()).isEqualTo("desk");
        assertThat(mapper.path("config").path("included.custom.audience").asText())
                .isEqualTo("desk-api");
        assertThat(mapper.path("config").path("id.token.claim").asText()).isEqualTo("false");
    }

    @Test
    void theServiceAccountManagesUsersAndNothingElse() {
        assertThat(realm.path("users")).hasSize(1);
        assertThat(realm.path("users").path(0).path("clientRoles").toString())
                .isEqualTo("{\"realm-management\":[\"manage-users\",\"query-users\",\"view-users\"]}");
    }

    @Test
    void tokensLastAnHourAndSessionsADay() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(1800, 3600);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isEqualTo(86_400);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("accessCodeLifespan").asInt()).isLessThanOrEqualTo(60);
    }
}
