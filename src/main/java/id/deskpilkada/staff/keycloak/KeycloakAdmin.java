package id.deskpilkada.staff.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.util.UriUtils;

/**
 * Keycloak's admin REST API, as much of it as accounts need. Every method throws {@link KeycloakAway} when Keycloak does not answer and {@link KeycloakRefusal} when it does not
 * accept what it was told.
 */
@Component
@InKeycloakMode
class KeycloakAdmin {

    private final KeycloakSettings settings;
    private final AdminTokens tokens;
    private final RestClient keycloak;

    KeycloakAdmin(KeycloakSettings settings, AdminTokens tokens, RestClient.Builder keycloakCalls) {
        this.settings = settings;
        this.tokens = tokens;
        this.keycloak = keycloakCalls.build();
    }

    /** An account in a list. */
    record Listed(String id, boolean enabled) {}

    Optional<ObjectNode> byUsername(String username) {
        var found = read("/users?exact=true&username=" + UriUtils.encode(username, StandardCharsets.UTF_8));
        return found.flatMap(list -> StreamSupport.stream(list.spliterator(), false)
                .filter(user -> user.path("username").asText().equals(username))
                .map(ObjectNode.class::cast)
                .findFirst());
    }

    Optional<ObjectNode> byId(String id) {
        return read("/users/" + id).map(ObjectNode.class::cast);
    }

    List<Listed> page(int first, int size) {
        return read("/users?briefRepresentation=true&first=" + first + "&max=" + size)
                .map(list -> StreamSupport.stream(list.spliterator(), false)
                        .map(user -> new Listed(
                                user.path("id").asText(), user.path("enabled").asBoolean()))
                        .toList())
                .orElse(List.of());
    }

    /** @return the id of the new account */
    String create(Map<String, Object> user) {
        var location = send(HttpMethod.POST, "/users", user).getHeaders().getLocation();
        if (location == null) {
            throw new KeycloakRefusal(500, "no address of the new account");
        }
        var path = location.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    void update(String id, ObjectNode user) {
        send(HttpMethod.PUT, "/users/" + id, user);
    }

    /** Until it is used once; then the person chooses their own. */
    void giveTemporaryPassword(String id, String password) {
        send(
                HttpMethod.PUT,
                "/users/" + id + "/reset-password",
                Map.of("type", "password", "value", password, "temporary", true));
    }

    /** Ends every session of an account. */
    void signOut(String id) {
        send(HttpMethod.POST, "/users/" + id + "/logout", null);
    }

    /** Forgets the failed attempts that lock an account. */
    void unlock(String id) {
        send(HttpMethod.DELETE, "/attack-detection/brute-force/users/" + id, null);
    }

    private Optional<JsonNode> read(String path) {
        try {
            return Optional.ofNullable(call(
                    token -> request(HttpMethod.GET, path, token).retrieve().body(JsonNode.class)));
        } catch (RestClientResponseException e) {
            if (e.getStatusCode().value() == 404) {
                return Optional.empty();
            }
            throw refusal(e);
        }
    }

    private ResponseEntity<Void> send(HttpMethod method, String path, @Nullable Object body) {
        try {
            return call(token -> {
                var request = request(method, path, token);
                if (body != null) {
                    request.contentType(MediaType.APPLICATION_JSON).body(body);
                }
                return request.retrieve().toBodilessEntity();
            });
        } catch (RestClientResponseException e) {
            throw refusal(e);
        }
    }

    private RestClient.RequestBodySpec request(HttpMethod method, String path, String token) {
        return keycloak.method(method)
                .uri(URI.create(settings.adminAddress() + path))
                .headers(headers -> headers.setBearerAuth(token));
    }

    private <T extends @Nullable Object> T call(Function<String, T> call) {
        try {
            return call.apply(tokens.token());
        } catch (ResourceAccessException e) {
            throw new KeycloakAway(String.valueOf(e.getMessage()), e);
        } catch (RestClientResponseException e) {
            if (isAway(e.getStatusCode())) {
                tokens.forget();
                throw new KeycloakAway(String.valueOf(e.getMessage()), e);
            }
            throw e;
        } catch (RestClientException e) {
            throw new KeycloakAway(String.valueOf(e.getMessage()), e);
        }
    }

    /** A client without the right secret or roles is a fault of the set-up, not of an account. */
    private static boolean isAway(HttpStatusCode status) {
        return status.is5xxServerError() || List.of(401, 403, 429).contains(status.value());
    }

    private static KeycloakRefusal refusal(RestClientResponseException e) {
        var told = e.getResponseBodyAsString(StandardCharsets.UTF_8);
        return new KeycloakRefusal(e.getStatusCode().value(), told.substring(0, Math.min(told.length(), 300)));
    }
}
