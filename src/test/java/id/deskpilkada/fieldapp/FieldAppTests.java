package id.deskpilkada.fieldapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.platform.SystemTransactions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The field app as a browser fetches it, and the day that it keeps. */
@WholeApplication
class FieldAppTests {

    private static final String PASSWORD = "kata-sandi-uji";
    private static final int SHELL = 40 * 1024;
    private static final int DAY = 60 * 1000;
    private static final Pattern NEEDED = Pattern.compile("(?:href|src)=\"(/lapangan-app/[^\"]+)\"");

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Rounds rounds;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    AppFiles app;

    @LocalServerPort
    int port;

    final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void setUp() {
        installation.empty();
        var round = election.withVoting();
        transactions.write("test", () -> rounds.prepare(round));
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                petugas,Petugas,tps-officer,3604052002001,%1$s
                siti,Siti,village-admin,36.04.05.2002,%1$s
                baros,Baros,village-admin,36.04.17.2001,%1$s
                sekda,Sekda,leader,36.04,%1$s
                dokter,Dokter,health,36.04,%1$s
                """
                        .formatted(PASSWORD));
    }

    @Test
    void thePageHoldsNothingOfAnybodyAndNamesWhatItNeeds() {
        var page = get("/lapangan", "siti");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body())
                .contains("<noscript>", "/lapangan/daftar", "lang=\"id\"")
                .doesNotContain("Siti", "Margasana", "{{");
        assertThat(get("/lapangan", null).statusCode()).as("nobody").isEqualTo(302);
    }

    @Test
    void oldAddressesOfTheListStillLeadThere() {
        for (var query : List.of("wilayah=3604052002001&election=pilkada-uji&round=R1", "race=BUPATI", "halaman=1")) {
            var answer = get("/lapangan?" + query, "siti");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("/lapangan/daftar?" + query);
            assertThat(get("/lapangan/daftar?" + query, "siti").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void partsOfThisVersionMayBeKeptForeverAndThereIsNoOther() {
        var part = get("/lapangan-app/" + app.version() + "/app.js", null);
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
        assertThat(part.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        for (var other : List.of(
                "000000000000/app.js",
                "app.js",
                "form/form.js",
                app.version() + "/sw.js",
                app.version() + "/../../desk.css")) {
            assertThat(get("/lapangan-app/" + other, null).statusCode())
                    .as(other)
                    .isIn(400, 404);
        }
    }

    @Test
    void thePageOnThePhoneMayUseCameraAndPlaceLikeTheOneFromTheServer() {
        var kept =
                get("/lapangan-app/" + app.version() + "/aplikasi.html", null).headers();
        var fresh = get("/lapangan", "siti").headers();
        for (var header : List.of("Content-Security-Policy", "Permissions-Policy")) {
            assertThat(kept.firstValue(header))
                    .isEqualTo(fresh.firstValue(header))
                    .isPresent();
        }
    }

    @Test
    void theWorkerKeepsEveryPartOfItsVersion() {
        var worker = get("/lapangan/sw.js", null);
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).hasValue("/lapangan");
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
        var parts = found(Pattern.compile("'(/lapangan-app/" + app.version() + "/[^']+)'"), worker.body());
        assertThat(parts)
                .map(part -> part.replaceFirst(".*/", ""))
                .contains("aplikasi.html", "app.css", "start.js", "first.js", "rest.js")
                .doesNotContain("app.js");
        parts.forEach(part -> assertThat(get(part, null).statusCode()).as(part).isEqualTo(200));
        var manifest = json(get("/lapangan/manifest.webmanifest", null));
        manifest.path("icons")
                .forEach(icon -> assertThat(get(icon.path("src").asText(), null).statusCode())
                        .isEqualTo(200));
        assertThat(manifest.path("start_url").asText()).isEqualTo("/lapangan");
    }

    @Test
    void theFirstOpeningStaysSmall() throws IOException {
        var page = get("/lapangan", "siti").body();
        var needed = found(NEEDED, page).stream()
                .filter(part -> !part.endsWith(".png"))
                .distinct()
                .toList();
        assertThat(needed)
                .anyMatch(part -> part.endsWith("/app.css"))
                .anyMatch(part -> part.endsWith("/start.js"))
                .anyMatch(part -> part.endsWith("/first.js"));
        int bytes = compressed(page);
        for (var part : needed) {
            bytes += compressed(get(part, null).body());
        }
        assertThat(bytes).as("bytes of " + needed.size() + " parts").isLessThan(SHELL);
    }

    @Test
    void theDayIsOnesOwn() {
        var day = day("petugas");
        assertThat(day.path("person").path("name").asText()).isEqualTo("Petugas");
        assertThat(day.path("stations")).hasSize(1);
        var station = day.path("stations").get(0);
        assertThat(station.path("tps").asText()).isEqualTo("3604052002001");
        assertThat(station.path("races"))
                .extracting(race -> race.path("code").asText())
                .containsExactly("GUBERNUR", "BUPATI");
        assertThat(station.path("races").get(0).path("dpt").asInt()).isPositive();
        assertThat(day.path("open"))
                .isNotEmpty()
                .allMatch(open -> open.path("tps").toString().equals("[\"3604052002001\"]"));
        assertThat(day.path("races"))
                .extracting(race -> race.path("name").asText())
                .containsExactly("Gubernur", "Bupati");
        assertThat(day.path("regions")).isEmpty();
        assertThat(day("siti").path("regions").get(0).path("code").asText()).isEqualTo("36.04.05.2002");
        assertThat(day("siti").toString()).doesNotContain("36041720");
        assertThat(day("baros").toString()).doesNotContain("36040520");
    }

    @Test
    void whoLooksAfterARegencyGetsNoListForAPhoneAndOthersNothing() {
        var wide = day("sekda");
        assertThat(wide.path("wide").asBoolean()).isTrue();
        assertThat(wide.path("stations")).isEmpty();
        assertThat(wide.path("open")).isEmpty();
        assertThat(get("/api/field/day", "dokter").statusCode()).isEqualTo(403);
        assertThat(get("/api/field/day", null).statusCode()).isEqualTo(401);
    }

    @Test
    void theDayIsFetchedAgainOnlyWhenItHasChanged() {
        var first = get("/api/field/day", "petugas");
        var etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/api/field/day", "petugas", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(get("/api/field/day", "siti", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("private"));
    }

    @Test
    void theDayOfAWholeVillageAndOfSeveralIsSmall() {
        var codes = Stream.of("3604052001", "3604052002", "3604172001")
                .flatMap(village -> IntStream.rangeClosed(1, 25).mapToObj(number -> village + "%03d".formatted(number)))
                .toList();
        election.load("polling-stations", "kode_tps,alamat\n" + String.join(",Balai desa\n", codes) + ",Balai desa\n");
        election.load(
                "voter-lists",
                codes.stream()
                        .map(tps -> tps + ";GUBERNUR;241;239;480\n" + tps + ";BUPATI;241;239;480\n")
                        .collect(Collectors.joining("", "kode_tps;jenis_pemilihan;dpt_l;dpt_p;dpt_j\n", "")));
        election.load(
                "staff",
                "username,nama,peran,wilayah,kata_sandi\n"
                        + "dua,Dua Desa,village-admin,36.04.05.2001,%1$s\ndua,Dua Desa,village-admin,36.04.05.2002,%1$s\ndua,Dua Desa,village-admin,36.04.17.2001,%1$s\n"
                                .formatted(PASSWORD));
        var round = election.round();
        transactions.write("test", () -> rounds.prepare(round));

        var village = get("/api/field/day", "siti");
        assertThat(json(village).path("stations")).hasSize(25);
        assertThat(json(village).path("open"))
                .as("every slot once, for all of them")
                .hasSize(5 + 2)
                .allMatch(open -> open.path("tps").size() == 25);
        assertThat(village.body().length()).as("one village").isLessThan(DAY / 4);

        var several = get("/api/field/day", "dua");
        assertThat(json(several).path("stations")).hasSizeGreaterThanOrEqualTo(75);
        assertThat(json(several).path("open"))
                .isNotEmpty()
                .allMatch(open -> open.path("tps").size() >= 75);
        assertThat(several.body().length()).as("three villages").isLessThan(DAY / 2);
    }

    @Test
    void withoutARunningRoundThereAreStillNumbersToCall() {
        installation.empty();
        election.prepared();
        election.load(
                "staff",
                "username,nama,peran,wilayah,kata_sandi\nsiti,Siti,village-admin,36.04.05.2002,%s\n"
                        .formatted(PASSWORD));
        var day = day("siti");
        assertThat(day.has("round")).isFalse();
        assertThat(day.has("numbers")).isTrue();
        assertThat(day.path("stations")).isEmpty();
    }

    private JsonNode day(String username) {
        return json(get("/api/field/day", username));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return DeskClient.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        var found = new ArrayList<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static int compressed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private HttpResponse<String> get(String path, String username, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (username != null) {
            var basic =
                    Base64.getEncoder().encodeToString((username + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }
}
