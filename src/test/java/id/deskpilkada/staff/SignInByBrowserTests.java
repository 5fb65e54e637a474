package id.deskpilkada.staff;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class SignInByBrowserTests {

    private static final Map<String, String> ADMIN = Map.of("username", "admin", "password", "rahasia-admin-uji");

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void freshBrowser() {
        installation.empty();
        browser = new Browser(port);
    }

    @Test
    void thePageIsSmallAndSaysWhatTheDataAreNot() {
        var page = browser.get("/masuk");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("bukan hasil resmi").doesNotContain("<script", "http://", "//cdn");
        assertThat(page.body().split("rel=\"stylesheet\"")).as("one stylesheet").hasSize(2);
        var style = browser.get(page.body().replaceAll("(?s).*href=\"(/desk-[0-9a-f]{32}\\.css)\".*", "$1"))
                .body();
        assertThat(style).contains(":root");
        assertThat((page.body() + style).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(20 * 1024);
    }

    @Test
    void oneSignInServesPagesApiAndWebapps() {
        var answer = browser.submit("/masuk", "/masuk", ADMIN);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/mulai");
        var cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("DESK-SESSION="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        assertThat(browser.get("/api/me").body()).contains("\"username\":\"admin\"");
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"admin\"", "cockpit");
    }

    @Test
    void ourPagesKeepNothingInAnHttpSession() {
        browser.signIn("admin", "rahasia-admin-uji");
        browser.get("/api/me");
        browser.get("/keluar");

        assertThat(browser.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void aWrongPasswordStaysOnThePageAndSaysSo() {
        var answer = browser.submit("/masuk", "/masuk", Map.of("username", "admin", "password", "salah"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Nama pengguna atau kata sandi salah", "value=\"admin\"");
        assertThat(browser.cookie("DESK-SESSION")).isEmpty();
    }

    @Test
    void afterSigningInOneArrivesWhereOneWanted() {
        assertThat(location(browser.get("/setup?kind=staff"))).endsWith("/masuk?lanjut=%2Fsetup%3Fkind%3Dstaff");

        var answer = browser.submit(
                "/masuk",
                "/masuk",
                Map.of("username", "admin", "password", "rahasia-admin-uji", "lanjut", "/setup?kind=staff"));
        assertThat(location(answer)).endsWith("/setup?kind=staff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://jahat.example", "//jahat.example", "/\\jahat.example", "javascript:alert(1)", "/masuk"})
    void nobodyIsSentOnToAnotherPlace(String wanted) {
        var answer = browser.submit(
                "/masuk", "/masuk", Map.of("username", "admin", "password", "rahasia-admin-uji", "lanjut", wanted));

        assertThat(location(answer)).isEqualTo("/mulai");
    }

    @Test
    void aCookieAloneChangesNothing() {
        browser.signIn("admin", "rahasia-admin-uji");
        browser.get("/api/me");
        var token = browser.cookie("DESK-XSRF-TOKEN").orElseThrow();
        assertThat(token.isHttpOnly()).isFalse();

        var forged = browser.delete("/api/sessions/current", "Accept", "application/json");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("CSRF_TOKEN_WRONG");
        assertThat(browser.post("/keluar", "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);

        var current = browser.cookie("DESK-XSRF-TOKEN").orElseThrow().getValue();
        assertThat(browser.delete("/api/sessions/current", "X-XSRF-TOKEN", current)
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    /** A form that was open in another tab all the while must still be accepted at 15.00. */
    @Test
    void openingAnotherPageLeavesTheProofOfAnOpenFormAsItIs() {
        browser.signIn("admin", "rahasia-admin-uji");
        browser.get("/setup");
        var before = browser.cookie("DESK-XSRF-TOKEN").orElseThrow().getValue();
        browser.get("/bantuan-akun");
        browser.get("/setup");
        assertThat(browser.cookie("DESK-XSRF-TOKEN").orElseThrow().getValue()).isEqualTo(before);
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        browser.signIn("admin", "rahasia-admin-uji");
        var token = browser.cookie("DESK-SESSION").orElseThrow().getValue();
        assertThat(browser.get("/keluar").body()).contains("Anda akan keluar");

        var answer = browser.submit("/keluar", "/keluar", Map.of());

        assertThat(location(answer)).endsWith("/masuk");
        assertThat(browser.get("/camunda/api/engine/engine/default/task?maxResults=1")
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Browser(port)
                        .get("/api/me", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void comingFromTheWebappsOneIsSignedOutWithoutAQuestion() {
        browser.signIn("admin", "rahasia-admin-uji");

        var answer = browser.get("/keluar", "Referer", "http://localhost:" + port + "/camunda/app/tasklist/default/");

        assertThat(location(answer)).endsWith("/masuk");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverGuessesIsLockedOutEvenWithTheRightPassword() {
        for (int guess = 0; guess < 10; guess++) {
            browser.submit("/masuk", "/masuk", Map.of("username", "admin", "password", "salah" + guess));
        }

        var answer = browser.submit("/masuk", "/masuk", ADMIN);
        assertThat(answer.statusCode()).isEqualTo(423);
        assertThat(answer.body()).contains("dikunci 15 menit");
    }

    @Test
    void anAddressThatGuessesAtManyNamesIsSlowedDown() {
        for (int guess = 0; guess < 600; guess++) {
            browser.post(
                    "/api/sessions", "application/json", "{\"username\":\"orang" + guess + "\",\"password\":\"x\"}");
        }

        var answer = browser.post(
                "/api/sessions", "application/json", "{\"username\":\"admin\",\"password\":\"rahasia-admin-uji\"}");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void openPagesAreOpenAndAllOthersAskForASignIn() {
        for (var open : List.of("/masuk", "/atur-ulang", "/actuator/health/readiness", "/v3/api-docs", "/desk.css")) {
            assertThat(browser.get(open).statusCode()).as(open).isEqualTo(200);
        }
        for (var closed : List.of("/desk", "/setup", "/lapangan", "/bantuan-akun", "/apa-saja")) {
            assertThat(browser.get(closed).statusCode()).as(closed).isEqualTo(302);
        }
    }

    @Test
    void pagesCarryTheSecurityHeaders() {
        var headers = browser.get("/masuk").headers();

        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
    }

    @Test
    void theInterfaceDescribesItselfAndHowToSignIn() {
        assertThat(browser.get("/v3/api-docs").body())
                .contains(
                        "/api/sessions", "/api/me", "/api/staff", "bukan hasil resmi", "\"bearer\"", "DESK-XSRF-TOKEN");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect: " + answer.statusCode());
    }
}
