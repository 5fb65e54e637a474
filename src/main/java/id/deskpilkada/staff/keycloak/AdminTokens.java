package id.deskpilkada.staff.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** The access token by which this application administrates accounts, renewed shortly before it ends. */
@Component
@InKeycloakMode
class AdminTokens {

    private static final long EARLY_SECONDS = 20;

    private final KeycloakSettings settings;
    private final RestClient keycloak;
    private final Clock clock;
    private volatile @Nullable Held held;

    AdminTokens(KeycloakSettings settings, RestClient.Builder keycloakCalls, Clock clock) {
        this.settings = settings;
        this.keycloak = keycloakCalls.build();
        this.clock = clock;
    }

    private record Held(String token, Instant until) {}

    String token() {
        var known = held;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.token();
        }
        var fresh = fetch();
        held = fresh;
        return fresh.token();
    }

    void forget() {
        held = null;
    }

    private Held fetch() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        var answer = keycloak.post()
                .uri(settings.tokenAddress())
                .headers(headers -> headers.setBasicAuth(settings.provisioningId(), settings.provisioningSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(JsonNode.class);
        if (answer == null || !answer.hasNonNull("access_token")) {
            throw new KeycloakAway("no access token", new IllegalStateException());
        }
        var seconds = Math.max(1, answer.path("expires_in").asLong() - EARLY_SECONDS);
        return new Held(answer.path("access_token").asText(), clock.instant().plusSeconds(seconds));
    }
}
