package id.deskpilkada.staff.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

class LoginCookieTests {

    private static final Instant NOW = Instant.parse("2024-11-27T08:00:00Z");

    private static LoginCookie node(String secret, Instant now) {
        var settings = new KeycloakSettings(
                URI.create("https://masuk.contoh.go.id/realms/desk"),
                null,
                "desk-web",
                secret,
                "desk-provisioning",
                "lain",
                "desk-api",
                "desk",
                Duration.ZERO,
                Duration.ZERO);
        return new LoginCookie(settings, new ObjectMapper(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Cookie left() {
        var response = new MockHttpServletResponse();
        var login = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("desk-web")
                .authorizationUri("https://masuk.contoh.go.id/auth")
                .redirectUri("https://desk.contoh.go.id/login/oauth2/code/keycloak")
                .state("keadaan")
                .attributes(all -> {
                    all.put("code_verifier", "rahasia-pkce");
                    all.put("lanjut", "/setup?kind=staff");
                })
                .build();
        node("rahasia", NOW).saveAuthorizationRequest(login, new MockHttpServletRequest(), response);
        return response.getCookies()[0];
    }

    private static MockHttpServletRequest back(Cookie cookie, String state) {
        var request = new MockHttpServletRequest("GET", "/login/oauth2/code/keycloak");
        request.setCookies(cookie);
        request.setParameter("state", state);
        return request;
    }

    @Test
    void anotherNodeGoesOnWithALoginThatThisOneBegan() {
        var request = back(left(), "keadaan");
        var login = node("rahasia", NOW.plusSeconds(600))
                .removeAuthorizationRequest(request, new MockHttpServletResponse());

        assertThat(login).isNotNull();
        assertThat(login.getRedirectUri()).isEqualTo("https://desk.contoh.go.id/login/oauth2/code/keycloak");
        assertThat(login.<String>getAttribute("code_verifier")).isEqualTo("rahasia-pkce");
        assertThat(LoginRequests.wanted(request)).isEqualTo("/setup?kind=staff");
    }

    @Test
    void nobodyReadsAltersOrReusesIt() {
        var cookie = left();
        assertThat(cookie.getValue()).doesNotContain("rahasia", "setup");
        assertThat(cookie.isHttpOnly()).isTrue();
        var altered = new Cookie(cookie.getName(), "A" + cookie.getValue().substring(1));
        assertThat(node("rahasia", NOW).loadAuthorizationRequest(back(altered, "keadaan")))
                .isNull();
        assertThat(node("lain", NOW).loadAuthorizationRequest(back(cookie, "keadaan")))
                .isNull();
        assertThat(node("rahasia", NOW).loadAuthorizationRequest(back(cookie, "keadaan-lain")))
                .isNull();
        assertThat(node("rahasia", NOW.plusSeconds(3600)).loadAuthorizationRequest(back(cookie, "keadaan")))
                .isNull();
    }
}
