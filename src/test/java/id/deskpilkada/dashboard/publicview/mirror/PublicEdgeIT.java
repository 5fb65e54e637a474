package id.deskpilkada.dashboard.publicview.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpilkada.PackagedDesk;
import id.deskpilkada.SharedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application behind the real nginx, once with the folder of files and once with copies of answers, until the application is killed and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicEdgeIT {

    private static final int FLOOD = 2_000;
    /** How a page says from when its figures are. */
    private static final String STAMP = "Belum ada data yang masuk.";

    private static final List<String> PROTECTION = List.of(
            "Cache-Control",
            "X-Content-Type-Options",
            "Cross-Origin-Resource-Policy",
            "Cross-Origin-Opener-Policy",
            "X-Permitted-Cross-Domain-Policies",
            "Referrer-Policy",
            "Permissions-Policy",
            "X-Frame-Options",
            "Strict-Transport-Security",
            "Vary");

    @TempDir
    static Path folder;

    final HttpClient client = HttpClient.newHttpClient();
    SharedDatabase database;
    Map<String, String> settings = Map.of();
    PackagedDesk desk;
    Nginx files;
    Nginx copies;
    String token = "";
    int management;

    @BeforeAll
    void standBehindNginx() throws Exception {
        assumeTrue(Nginx.installed().isPresent(), "nginx is not installed (apt-get install nginx-light)");
        database = SharedDatabase.start(folder.resolve("postgres"));
        management = Nginx.freePort();
        settings = new HashMap<>(database.settings());
        settings.putAll(Map.of(
                "SERVER_PORT", Integer.toString(Nginx.freePort()),
                "DESK_MANAGEMENT_PORT", Integer.toString(management),
                "DESK_TRUSTED_PROXIES", "127.0.0.1",
                "DESK_PUBLIC_DIR", site().toString()));
        desk = PackagedDesk.start(folder.resolve("data"), settings);
        var help = Map.of("DESK_HELPDESK_NUMBER", "0254 200 200");
        var fromFiles = new HashMap<>(help);
        fromFiles.put("DESK_EDGE_FILES", site().toString());
        files = Nginx.start(folder.resolve("files"), desk.port(), fromFiles);
        var fromCopies = new HashMap<>(help);
        fromCopies.put("DESK_EDGE_PUBLIC", "cache");
        copies = Nginx.start(folder.resolve("copies"), desk.port(), fromCopies);
        token = desk.signIn(client);
        setUp();
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable one : Arrays.<AutoCloseable>asList(files, copies, desk, database)) {
            if (one != null) {
                one.close();
            }
        }
    }

    @Test
    @Order(1)
    void whatTheApplicationHandsOutLiesInTheFolderAndComesFromThere() throws Exception {
        show("PROGRESS");
        until("the folder holds the front page", () -> Files.exists(site().resolve("index.html.gz")));
        var own = get(desk.port(), "/");
        var page = get(files.port(), "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(own.body()).contains("Content-Security-Policy");
        assertThat(page.headers().firstValue("ETag")).isNotEqualTo(own.headers().firstValue("ETag"));
        assertThat(protection(page)).isEqualTo(protection(own));

        var packed = get(files.port(), "/", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValueAsLong("Content-Length"))
                .hasValue(Files.size(site().resolve("index.html.gz")));
        var tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(get(files.port(), "/", "If-None-Match", tag).statusCode()).isEqualTo(304);

        var list = get(files.port(), "/public/manifest.json");
        assertThat(list.body())
                .isEqualTo(get(desk.port(), "/public/manifest.json").body())
                .contains("\"path\":\"index.html\"");
        assertThat(protection(list)).isEqualTo(protection(get(desk.port(), "/public/manifest.json")));
        assertThat(policy(list)).isEqualTo(policy(get(desk.port(), "/public/manifest.json")));
        assertThat(get(files.port(), "/public/../.desk-public").statusCode()).isNotEqualTo(200);
        assertThat(get(files.port(), "/.desk-public").statusCode()).isNotEqualTo(200);
    }

    @Test
    @Order(2)
    void aFloodOfReadersReachesTheApplicationNotAtAllOrOnceInSeconds() throws Exception {
        int before = asked();
        get(desk.port(), "/");
        assertThat(asked()).as("the counter counts").isEqualTo(before + 1);

        flood(files.port());
        assertThat(asked()).isEqualTo(before + 1);

        var begun = Instant.now();
        flood(copies.port());
        int allowed = 2 + (int) Duration.between(begun, Instant.now()).toSeconds();
        assertThat(asked() - before - 1).isBetween(1, allowed);
    }

    @Test
    @Order(3)
    void eventsPassAtOnce() throws Exception {
        var request = to(files.port(), "/api/events").header("Authorization", "Bearer " + token);
        var answer = client.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (var events = answer.body()) {
            int first = CompletableFuture.supplyAsync(() -> {
                        try {
                            return events.read();
                        } catch (IOException e) {
                            return -1;
                        }
                    })
                    .get(5, TimeUnit.SECONDS);
            assertThat(first).as("something while the answer is still open").isNotNegative();
        }
    }

    @Test
    @Order(4)
    void theAddressOfWhoAsksArrivesAndWhatHeClaimsDoesNot() throws Exception {
        var body = "{\"username\":\"admin\",\"password\":\"" + PackagedDesk.PASSWORD + "\"}";
        var answer = from(
                "127.0.0.7",
                "POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "X-Forwarded-For: 203.0.113.9\r\nX-Real-IP: 203.0.113.9\r\nForwarded: for=203.0.113.9\r\nX-Forwarded-Proto: https\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("Strict-Transport-Security");
        assertThat(database.count("FROM audit_entry WHERE address = '127.0.0.7'"))
                .isPositive();
        assertThat(database.count("FROM audit_entry WHERE address LIKE '203.%'"))
                .isZero();
    }

    @Test
    @Order(5)
    void whatIsTooLargeStopsInFront() throws Exception {
        int before = asked();
        var large = to(files.port(), "/api/rounds")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1_500_000]))
                .header("Content-Type", "application/json");
        var answer = client.send(large.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("TOO_LARGE_REQUEST");
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void whenTheApplicationDiesTheLastPageStaysAndTheRestSaysSoUntilItIsBack() throws Exception {
        until("the copy is as new as the file", () -> get(copies.port(), "/")
                .body()
                .equals(get(files.port(), "/").body()));
        var last = get(files.port(), "/").body();
        desk.kill();

        assertThat(get(files.port(), "/").body()).isEqualTo(last).contains(STAMP);
        for (var front : List.of(files, copies)) {
            assertThat(get(front.port(), "/").body()).isEqualTo(last);
            var page = get(front.port(), "/masuk");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("20");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.body())
                    .contains("Sebentar lagi", "http-equiv=\"refresh\"", "0254 200 200")
                    .doesNotContain("nginx");
            assertThat(get(front.port(), "/api/me").body()).contains("\"code\": \"TRY_AGAIN\"");
        }
        assertThat(client.send(
                                to(files.port(), "/masuk")
                                        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .contains("Belum terkirim")
                .doesNotContain("http-equiv=\"refresh\"");
        assertThat(get(files.port(), "/public/cari?q=x").body()).contains("/public/wilayah/");

        desk = PackagedDesk.start(folder.resolve("data"), settings);
        assertThat(get(files.port(), "/masuk").statusCode()).isEqualTo(200);
        assertThat(get(copies.port(), "/masuk").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(7)
    void whatIsSwitchedOffIsGoneWithinSeconds() throws Exception {
        token = desk.signIn(client);
        show("OFF");
        until(
                "no file is left",
                () -> Files.notExists(site().resolve("index.html")) && Files.notExists(site().resolve("public")));
        until(
                "nginx has noticed",
                () -> get(files.port(), "/public/manifest.json").statusCode() == 404);
        assertThat(get(files.port(), "/public/manifest.json").body()).contains("PUBLIC_VIEW_OFF");
        assertThat(get(files.port(), "/").body()).contains("/masuk").doesNotContain("/public/wilayah/");
        until("no copy is left", () -> get(copies.port(), "/public/index.html").statusCode() == 404);
        assertThat(get(copies.port(), "/").body()).contains("/masuk").doesNotContain("/public/wilayah/");
    }

    private Path site() {
        return folder.resolve("site");
    }

    private void show(String mode) throws Exception {
        json(
                "PUT",
                "/api/public-view",
                """
                {"mode":"%s","depth":"TPS","decidedBy":"Bupati","office":"Bupati Serang","letter":"100/1"}"""
                        .formatted(mode));
    }

    private void setUp() throws Exception {
        upload("regions", "kode,nama\n36,Banten\n36.04,Serang\n36.04.05,Kramatwatu\n36.04.05.2002,Margasana\n");
        json(
                "PUT",
                "/api/elections/p24",
                """
                {"name":"Pilkada","date":"%s","races":[{"code":"BUPATI","name":"Bupati","region":"36.04","pages":{"plano":2,"salinan":2}}],
                 "rounds":[{"code":"R1","kind":"REGULAR"}]}"""
                        .formatted(Instant.now().toString().substring(0, 10)));
        upload("polling-stations", "kode_tps\n3604052002001\n3604052002002\n");
        upload("candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,Calon A\nBUPATI,2,Calon B\n");
        json("POST", "/api/elections/p24/rounds/R1/start", "{}");
    }

    private void upload(String kind, String csv) throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n";
        answered(to(files.port(), "/api/imports/" + kind)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void json(String method, String path, String body) throws Exception {
        answered(to(files.port(), path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private void answered(HttpRequest.Builder request) throws Exception {
        var answer =
                client.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> get(int port, String path, String... headers)
            throws IOException, InterruptedException {
        var request = to(port, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** With an address of this machine of one's own. */
    private String from(String address, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", files.port(), InetAddress.getByName(address), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void flood(int port) throws Exception {
        var left = new AtomicInteger(FLOOD);
        var wrong = new AtomicInteger();
        var readers = IntStream.range(0, 16)
                .mapToObj(number -> CompletableFuture.runAsync(() -> {
                    try {
                        while (left.getAndDecrement() > 0) {
                            wrong.addAndGet(get(port, "/?" + number).statusCode() == 200 ? 0 : 1);
                        }
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        for (var reader : readers) {
            reader.get(60, TimeUnit.SECONDS);
        }
        assertThat(wrong).hasValue(0);
    }

    /** Requests that the application has answered, those of operators left out. */
    private int asked() throws IOException, InterruptedException {
        return get(management, "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count") && !line.contains("/actuator"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Map<String, String> protection(HttpResponse<String> answer) {
        return PROTECTION.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> answer.headers().firstValue(name).orElse("").toLowerCase(Locale.ROOT)));
    }

    private static Set<String> policy(HttpResponse<String> answer) {
        return Set.of(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .split("; "));
    }

    private void until(String what, Callable<Boolean> holds) throws Exception {
        var deadline = Instant.now().plusSeconds(20);
        while (!holds.call()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            database.rows().execute("SELECT pg_sleep(0.1)");
        }
    }
}
