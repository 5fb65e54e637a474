package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@WholeApplication
class SignInByProgramTests {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Installation installation;

    @BeforeEach
    void empty() {
        installation.empty();
    }

    @Test
    void withoutCredentialsTheApiAnswersAProblem() {
        var answer = http.getForEntity("/api/me", JsonNode.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
        assertThat(answer.getBody().path("code").asText()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(answer.getBody().path("detail").asText()).startsWith("Anda belum masuk");
    }

    @Test
    void aTokenServesUntilItsSessionIsEnded() {
        var opened = open("admin", "rahasia-admin-uji").getBody();
        assertThat(opened.path("person").path("username").asText()).isEqualTo("admin");
        assertThat(opened.path("roles").findValuesAsText("role")).containsExactly("desk", "it-admin", "supervisor");
        assertThat(opened.path("roles").findValuesAsText("scope")).containsOnly("36.04");

        var token = opened.path("token").asText();
        assertThat(me(token).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(installation.asOwner().queryForList("SELECT token_hash FROM desk.staff_session", String.class))
                .hasSize(1)
                .doesNotContain(token);

        http.exchange("/api/sessions/current", HttpMethod.DELETE, bearer(token), Void.class);
        var after = me(token);
        assertThat(after.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(after.getBody().path("code").asText()).isEqualTo("SESSION_ENDED");
    }

    @Test
    void basicServesAsWell() {
        var me = http.withBasicAuth("ADMIN", "rahasia-admin-uji").getForEntity("/api/me", JsonNode.class);

        assertThat(me.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(me.getHeaders().get(HttpHeaders.SET_COOKIE)).isNull();
    }

    @Test
    void aWrongPasswordIsRefusedByEveryWay() {
        assertThat(open("admin", "salah").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(open("siapa", "salah").getBody().path("code").asText()).isEqualTo("WRONG_CREDENTIALS");
        assertThat(http.withBasicAuth("admin", "salah")
                        .getForEntity("/api/me", JsonNode.class)
                        .getBody()
                        .path("code")
                        .asText())
                .isEqualTo("WRONG_CREDENTIALS");
    }

    @Test
    void missingFieldsAreNamed() {
        var answer = http.postForEntity("/api/sessions", Map.of("username", "admin"), JsonNode.class);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(answer.getBody().path("errors").findValuesAsText("field")).containsExactly("password");
    }

    private ResponseEntity<JsonNode> open(String username, String password) {
        return http.postForEntity("/api/sessions", Map.of("username", username, "password", password), JsonNode.class);
    }

    private ResponseEntity<JsonNode> me(String token) {
        return http.exchange("/api/me", HttpMethod.GET, bearer(token), JsonNode.class);
    }

    static HttpEntity<Void> bearer(String token) {
        var headers = new HttpHeaders();
        headers.setBearerAuth(token);
        return new HttpEntity<>(headers);
    }
}
