package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.platform.web.RawHttp;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Requirements of docs/security/asvs.md that show in the answers of the running application and that no other test holds. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class AsvsHttpTests {

    private static final String ADMIN = basic("admin:rahasia-admin-uji");
    private static final Set<String> VERBS_THAT_CHANGE = Set.of(
            "akhiri",
            "baca",
            "buka",
            "kode",
            "keluarkan",
            "hapus",
            "simpan",
            "kirim",
            "unlock",
            "reset-codes",
            "retry");

    @Autowired
    Installation installation;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    @BeforeEach
    void fresh() {
        installation.empty();
        var people = new People(staff, secrets);
        people.add("siti", "Siti Baros", "village-admin@36.04.05.2002");
        people.add("bantu", "Bantu Kecamatan", "helpdesk@36.04.05");
    }

    @Test
    void noAnswerOpensItselfToOtherOrigins() {
        for (var path : List.of("/", "/api/me", "/desk", "/camunda/app/tasklist/default/", "/v3/api-docs")) {
            for (var origin : List.of("https://contoh.test", "null")) {
                var answer = get(path, ADMIN, "Origin: " + origin);
                assertThat(answer.headers("Access-Control-Allow-Origin"))
                        .as(path)
                        .isEmpty();
                assertThat(answer.headers("Access-Control-Allow-Credentials"))
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @Test
    void noChangeIsMadeByASafeMethod() {
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            var methods = mapping.getMethodsCondition().getMethods();
            var safe = methods.isEmpty() || methods.contains(RequestMethod.GET);
            for (var pattern : mapping.getPatternValues()) {
                var last = pattern.substring(pattern.lastIndexOf('/') + 1);
                assertThat(safe && VERBS_THAT_CHANGE.contains(last)).as(pattern).isFalse();
                assertThat(methods.isEmpty() && !pattern.equals("/error") && pattern.startsWith("/api/"))
                        .as(pattern + " answers to every method")
                        .isFalse();
            }
        });
    }

    @Test
    void everyTextSaysItsCharset() {
        for (var path : List.of("/", "/masuk", "/desk", "/tidak-ada")) {
            assertThat(get(path, ADMIN, "Accept: text/html")
                            .header("Content-Type")
                            .orElseThrow()
                            .toLowerCase())
                    .as(path)
                    .contains("charset=utf-8");
        }
        assertThat(get("/api/me", ADMIN).header("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(get("/api/tidak-ada", ADMIN).header("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
    }

    @Test
    void aRequestOfTwoLengthsIsRefused() {
        var smuggled = new RawHttp(port)
                .exchange("POST /masuk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n"
                        + "Content-Length: 40\r\n\r\nx=1&GET /desk HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(smuggled.status()).isEqualTo(400);

        var both = new RawHttp(port)
                .exchange(
                        "POST /masuk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "0\r\n\r\nGET /desk.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(both.body()).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void tokensAreLongAndNeverTheSame() {
        var tokens = Stream.generate(() -> new Browser(port).signIn("siti", People.PASSWORD))
                .limit(5)
                .map(browser -> browser.cookie("DESK-SESSION").orElseThrow().getValue())
                .collect(Collectors.toCollection(HashSet::new));

        assertThat(tokens).hasSize(5);
        assertThat(tokens).allSatisfy(token -> assertThat(Base64.getUrlDecoder().decode(token))
                .hasSize(32));
        assertThat(installation.asOwner().queryForList("SELECT token_hash FROM desk.staff_session", String.class))
                .doesNotContainAnyElementsOf(tokens);
    }

    @Test
    void everyPageOffersToLeave() {
        var admin = new Browser(port).signIn("admin", "rahasia-admin-uji");
        for (var page : List.of("/desk", "/setup", "/bantuan-akun", "/kata-sandi", "/lapangan/daftar")) {
            assertThat(admin.get(page).body()).as(page).contains("action=\"/keluar\"");
        }
    }

    @Test
    void whatLooksLikeSqlIsOnlyText() {
        for (var text : List.of("' OR '1'='1", "\"; DROP TABLE staff_member; --", "%' --", "\\' OR 1=1 --")) {
            var typed = URLEncoder.encode(text, StandardCharsets.UTF_8);
            var found = get("/api/staff?q=" + typed, basic("bantu:" + People.PASSWORD));
            assertThat(found.status()).as(text).isEqualTo(200);
            assertThat(found.body()).as(text).contains("\"total\":0");
            assertThat(get("/api/tally/bupati?region=" + typed, ADMIN).status())
                    .as(text)
                    .isBetween(400, 499);
        }
    }

    @Test
    void anErrorTellsNothingOfTheInside(CapturedOutput output) {
        for (var request : List.of(
                "/api/tally/x?region=%FF", "/api/field-reports/x", "/lapangan/c1/%00", "/api/photos/..%2f..%2fetc")) {
            assertThat(get(request, ADMIN).body())
                    .as(request)
                    .doesNotContain("Exception", "\tat ", "SELECT", "id.deskpilkada", "/home/", "jdbc:");
        }
    }

    @Test
    void foldersAreNotListed() {
        for (var folder :
                List.of("/js/", "/js/c1/", "/webjars/", "/webjars/htmx.org/", "/camunda/app/", "/css/", "/META-INF/")) {
            assertThat(get(folder, ADMIN).body()).as(folder).doesNotContain(".js\"", "Parent Directory", "Index of");
        }
    }

    @Test
    void theActuatorShowsHealthOnly() {
        for (var path : List.of(
                "env", "beans", "heapdump", "metrics", "prometheus", "loggers", "sbom", "mappings", "threaddump")) {
            assertThat(get("/actuator/" + path, ADMIN).status()).as(path).isIn(401, 403, 404);
        }
        assertThat(get("/actuator/health/readiness").body()).contains("{\"status\":\"UP\"}");
    }

    @Test
    void aRepeatedParameterDoesNotSlipThrough() {
        var once = get("/api/staff?q=udin", basic("bantu:" + People.PASSWORD));
        var twice = get("/api/staff?q=udin&q=siti", basic("bantu:" + People.PASSWORD));

        assertThat(once.body()).contains("\"total\":0");
        assertThat(twice.body()).contains("\"total\":0");
    }

    @Test
    void noSecretIsLogged(CapturedOutput output) {
        var browser = new Browser(port).signIn("siti", People.PASSWORD);
        var token = browser.cookie("DESK-SESSION").orElseThrow().getValue();
        get("/api/me", "Authorization: Bearer " + token);
        get("/api/me", basic("siti:salah-" + People.PASSWORD));
        var code = new RawHttp(port)
                .send(
                        "POST /api/staff/" + staff.person("siti").orElseThrow().id() + "/reset-codes HTTP/1.1",
                        basic("bantu:" + People.PASSWORD),
                        "Content-Length: 0")
                .body()
                .replaceFirst("(?s).*\"code\":\"([A-Z0-9]+)\".*", "$1");

        assertThat(code).hasSize(8);
        assertThat(output.getAll()).doesNotContain(token, People.PASSWORD, code);
    }

    private RawHttp.Answer get(String path, String... headers) {
        return new RawHttp(port).send("GET " + path + " HTTP/1.1", headers);
    }

    private static String basic(String pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
