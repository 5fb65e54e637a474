package id.deskpilkada.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, people get a page of ours and programs a problem, and nobody sees what is behind. */
@WholeApplication
class RefusedRequestsTests {

    private static final String ADMIN = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("admin:rahasia-admin-uji".getBytes(StandardCharsets.UTF_8));
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml";

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    @BeforeEach
    void fresh() {
        installation.empty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /tidak-ada, 404",
        "DELETE, /desk, 405",
        "PATCH, /setup, 405",
        "GET, /lapangan/daftar?halaman=abc, 400",
        "GET, /a//b, 400",
        "GET, /a;jsessionid=1, 400",
        "GET, /a%00b, 400",
        "GET, /[, 400",
        "FOO, /desk, 400"
    })
    void peopleAreToldWithAPage(String method, String path, int status) {
        var answer = new RawHttp(port).send(method + " " + path + " HTTP/1.1", ADMIN, BROWSER, "Content-Length: 0");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body())
                .contains("Halaman tidak dapat dibuka", "Desk Pilkada")
                .doesNotContain("Tomcat", "Exception", "Whitelabel", "???", "??problem");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/tidak-ada, 404, NOT_FOUND",
        "DELETE, /api/me, 405, METHOD_NOT_ALLOWED",
        "POST, /api/tally/BUPATI, 405, METHOD_NOT_ALLOWED",
        "GET, /api/me;x=1, 400, BAD_REQUEST",
        "GET, /api//me, 400, BAD_REQUEST",
        "GET, /api/%2e%2e/me, 400, BAD_REQUEST",
        "FOO, /api/me, 400, BAD_REQUEST",
        "GET, /api/tasks?page=x, 422, MALFORMED"
    })
    void programsAreToldWithAProblem(String method, String path, int status, String code) {
        var answer = new RawHttp(port).send(method + " " + path + " HTTP/1.1", ADMIN, "Content-Length: 0");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"code\":\"" + code + "\"", "\"detail\"")
                .doesNotContain("Exception", "trace", "problem.");
    }

    @Test
    void aBodyOfTheWrongKindOrAnAnswerNobodyCanGiveIsAProblem() {
        var kind = new RawHttp(port).send("POST /api/sessions HTTP/1.1", "Content-Type: text/xml", "Content-Length: 0");
        assertThat(kind.status()).isEqualTo(415);
        assertThat(kind.body()).contains("UNSUPPORTED_MEDIA_TYPE");
        var form = new RawHttp(port).send("GET /api/me HTTP/1.1", ADMIN, "Accept: image/png");
        assertThat(form.status()).isEqualTo(406);
        assertThat(form.body()).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"username\": \"a\\u0000b\", \"password\": \"x\"}", "{\"username\":", "[]", "\"x\""})
    void aBrokenBodyIsNamedAsSuch(String body) {
        var answer = post("/api/sessions", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("MALFORMED_JSON");
    }

    @Test
    void aDeepBodyIsNotFollowed() {
        var answer = post("/api/elections/x", "PUT", "[".repeat(5000) + "]".repeat(5000));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("MALFORMED_JSON");
    }

    @Test
    void aNumberOfAThousandDigitsIsNotRead() {
        var answer = post("/api/elections/x", "PUT", "{\"name\": " + "9".repeat(1000) + "}");
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsSent() {
        var announced = new RawHttp(port)
                .send(
                        "PUT /api/elections/x HTTP/1.1",
                        ADMIN,
                        "Content-Type: application/json",
                        "Content-Length: 50000000");
        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.body()).contains("TOO_LARGE_REQUEST");
        var signIn = post("/api/sessions", "POST", "{\"username\":\"" + "a".repeat(9000) + "\"}");
        assertThat(signIn.status()).isEqualTo(413);
    }

    @Test
    void aLargeBodyThatAnnouncesNothingIsNotReadToItsEnd() {
        var chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
        var answer = new RawHttp(port)
                .exchange("PUT /api/elections/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + ADMIN
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + "2\r\n{\"\r\n"
                        + chunk.repeat(20) + "0\r\n\r\n");
        assertThat(answer.status()).isIn(413, 422);
        assertThat(answer.body()).containsAnyOf("TOO_LARGE_REQUEST", "MALFORMED_JSON");
    }

    @Test
    void aNullCharacterInAParameterIsNoFailure() {
        var page = new RawHttp(port).send("GET /bantuan-akun?q=a%00b HTTP/1.1", ADMIN, BROWSER);
        assertThat(page.status()).isEqualTo(400);
        var program = new RawHttp(port).send("GET /api/staff?q=a%00b HTTP/1.1", ADMIN);
        assertThat(program.status()).isEqualTo(400);
    }

    @Test
    void aHeadThatIsTooLargeIsRefused() {
        var answer = new RawHttp(port).send("GET / HTTP/1.1", "X-Long: " + "a".repeat(20_000));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Tomcat", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/masuk?lanjut=/x%0d%0aSet-Cookie:%20a=b",
                "/setup?kind=%0d%0aX-Evil:%201",
                "/desk?lang=%0d%0aX-Evil:1",
                "/?lang=id%0aX-Evil:1"
            })
    void noLineBreakReachesAHeader(String path) {
        for (var who : new String[] {ADMIN, "X-Nobody: yes"}) {
            var answer = new RawHttp(port).send("GET " + path + " HTTP/1.1", who, BROWSER);
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.headers("X-Evil")).isEmpty();
            assertThat(answer.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("a=b"));
        }
    }

    @Test
    void nobodysForwardedHeadersAreBelieved() {
        var answer = new RawHttp(port)
                .exchange(
                        "GET /setup HTTP/1.1\r\nHost: jahat.example\r\nConnection: close\r\nX-Forwarded-Host: jahat.example\r\n"
                                + "X-Forwarded-Proto: https\r\nX-Forwarded-Prefix: /jahat\r\nForwarded: host=jahat.example;proto=https\r\n\r\n");
        assertThat(answer.header("Location")).hasValue("/masuk?lanjut=%2Fsetup");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        var page = new RawHttp(port)
                .exchange(
                        "GET /masuk HTTP/1.1\r\nHost: jahat.example\r\nConnection: close\r\nX-Forwarded-Host: jahat.example\r\n\r\n");
        assertThat(page.body()).doesNotContain("jahat.example");
        assertThat(page.headers("Set-Cookie")).noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void noOtherSiteIsGivenAnything() {
        var asked = new RawHttp(port)
                .send(
                        "OPTIONS /api/me HTTP/1.1",
                        "Origin: https://jahat.example",
                        "Access-Control-Request-Method: GET");
        assertThat(asked.headers("Access-Control-Allow-Origin")).isEmpty();
        var got = new RawHttp(port).send("GET /api/me HTTP/1.1", ADMIN, "Origin: https://jahat.example");
        assertThat(got.headers("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aMethodHiddenInAParameterOrHeaderIsNone() {
        var answer = new RawHttp(port)
                .send("POST /api/me?_method=GET HTTP/1.1", ADMIN, "X-HTTP-Method-Override: GET", "Content-Length: 0");
        assertThat(answer.status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/css/../application.yaml",
                "/js/..%2fapplication.yaml",
                "/webjars/..%5c..%5capplication.yaml",
                "/js/%252e%252e/application.yaml",
                "/camunda/app/../../application.yaml",
                "/camunda/app/tasklist/..%2f..%2fapplication.yaml",
                "/camunda/lib/....//application.yaml",
                "/api/imports/..%2fstaff/template.xlsx",
                "/application.yaml",
                "/db/migration/V30__staff.sql",
                "/META-INF/spring.factories",
                "/.env",
                "/WEB-INF/web.xml"
            })
    void noPathLeadsOutOfWhatIsServed(String path) {
        var answer = new RawHttp(port).send("GET " + path + " HTTP/1.1", ADMIN);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("datasource", "CREATE TABLE", "FailureAnalyzer");
    }

    private RawHttp.Answer post(String path, String body) {
        return post(path, "POST", body);
    }

    private RawHttp.Answer post(String path, String method, String body) {
        var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (path.equals("/api/sessions") ? "" : ADMIN + "\r\n")
                + "Content-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n";
        return new RawHttp(port).exchange(head + body);
    }
}
