package id.deskpilkada.dashboard.publicview.mirror;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import id.deskpilkada.PackagedDesk;
import id.deskpilkada.SharedDatabase;
import id.deskpilkada.browser.Chromium;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a reader of the public page costs, with a regency of 29 districts, 290 villages and 1,160 TPS in the packaged application: {@code mvn test -Dgroups=benchmark -DexcludedGroups=
 * -Dtest=PublicBenchmark -Ddesk.jar=target/desk-pilkada.jar
 * -Ddesk.compiler=4}. Application, nginx, database and readers share the machine. Figures: docs/benchmarks.md.
 */
@Tag("benchmark")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicBenchmark {

    private static final int DISTRICTS = 29;
    private static final int VILLAGES = 10;
    private static final int STATIONS = 4;
    private static final int CONNECTIONS = Integer.getInteger("connections", 16);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("seconds", 8));
    private static final int ROUNDS = 3;

    @TempDir
    static Path folder;

    final HttpClient client = HttpClient.newHttpClient();
    SharedDatabase database;
    PackagedDesk desk;
    Nginx nginx;
    String token = "";

    @BeforeAll
    void aRegencyWithAPublicPage() throws Exception {
        database = SharedDatabase.start(folder.resolve("postgres"));
        var settings = new HashMap<>(database.settings());
        settings.put("DESK_TRUSTED_PROXIES", "127.0.0.1");
        settings.put("DESK_PUBLIC_DIR", folder.resolve("site").toString());
        desk = PackagedDesk.start(folder.resolve("data"), settings);
        nginx = Nginx.start(
                folder.resolve("nginx"),
                desk.port(),
                Map.of("DESK_EDGE_FILES", folder.resolve("site").toString()));
        token = desk.signIn(client);
        setUp();
        while (!Files.exists(folder.resolve("site/public/wilayah/36.04.29.html"))) {
            database.rows().execute("SELECT pg_sleep(0.2)");
        }
    }

    @AfterAll
    void end() throws Exception {
        nginx.close();
        desk.close();
        database.close();
    }

    @Test
    void readsPerSecondOfTheSameBytes() {
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf(
                    "round %d, %d connections: application %s%n",
                    round, CONNECTIONS, new Readers(desk.port(), "/").read(CONNECTIONS, TIME));
            System.out.printf("round %d: nginx %s%n", round, new Readers(nginx.port(), "/").read(CONNECTIONS, TIME));
        }
    }

    /** Transactions of the whole database in as much time without and with readers: what the application does by itself stays the same. */
    @Test
    void statementsOfAView() {
        long idle = transactions(() -> database.rows().execute("SELECT pg_sleep(" + TIME.toSeconds() + ")"));
        var read = new ArrayList<Readers.Figures>();
        long busy = transactions(
                () -> read.add(new Readers(desk.port(), "/", "Cookie: DESK-SESSION=" + token).read(CONNECTIONS, TIME)));
        System.out.printf(
                "transactions in %d s: %d without readers, %d with %.0f views, each with a session's cookie%n",
                TIME.toSeconds(), idle, busy, read.get(0).perSecond() * TIME.toSeconds());
    }

    @Test
    void bytesOfEachPage() throws Exception {
        var list = new ObjectMapper().readTree(text(nginx.port(), "/public/manifest.json"));
        var largest = new HashMap<String, int[]>();
        list.path("files").forEach(file -> {
            var kind = file.path("path").asText().replaceAll("[0-9][0-9.]+", "*");
            largest.merge(
                    kind,
                    new int[] {file.path("size").asInt(), file.path("gzipSize").asInt()},
                    (one, other) -> one[0] > other[0] ? one : other);
        });
        largest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> System.out.printf(
                        "%s: at most %,d bytes, %,d compressed%n",
                        entry.getKey(), entry.getValue()[0], entry.getValue()[1]));
    }

    /** 240 kbit/s each way and 400 ms, an empty cache, through nginx. */
    @Test
    void firstContentOnASlowNetwork() {
        try (var browser = new Chromium(nginx.port())) {
            for (var path : List.of("/", "/public/wilayah/36.04.05.html", "/public/cari.html", "/masuk")) {
                System.out.println(path + ": " + slowly(browser, browser.empty(), path));
            }
            System.out.println(
                    "/lapangan: " + slowly(browser, browser.desktop("kader", "rahasia-kader-uji"), "/lapangan/daftar"));
        }
    }

    private static String slowly(Chromium browser, Page page, String path) {
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        var noCache = new JsonObject();
        noCache.addProperty("cacheDisabled", true);
        network.send("Network.setCacheDisabled", noCache);
        var slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 400);
        slow.addProperty("downloadThroughput", 240_000 / 8);
        slow.addProperty("uploadThroughput", 240_000 / 8);
        network.send("Network.emulateNetworkConditions", slow);
        var times = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            browser.open(page, path);
            page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
            times.add(page.evaluate(
                            "(() => { const n = performance.getEntriesByType('navigation')[0]; const r = performance.getEntriesByType('resource');"
                                    + " return Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime) + ' ms first content, '"
                                    + " + Math.round(n.loadEventEnd) + ' ms loaded, ' + (r.length + 1) + ' requests, '"
                                    + " + [n, ...r].reduce((sum, one) => sum + one.transferSize, 0) + ' bytes'; })()")
                    .toString());
        }
        return String.join("; ", times);
    }

    private long transactions(Runnable work) {
        long before = transactions();
        work.run();
        return transactions() - before;
    }

    private long transactions() {
        database.rows().execute("SELECT pg_stat_force_next_flush()");
        // What a connection has done is told up to a second later.
        database.rows().execute("SELECT pg_sleep(1.5)");
        var sum = database.rows()
                .queryForObject(
                        "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = 'desk'", Long.class);
        return sum == null ? 0 : sum;
    }

    private void setUp() throws Exception {
        var regions = new StringBuilder("kode,nama\n36,Banten\n36.04,Serang\n");
        var stations = new StringBuilder("kode_tps\n");
        for (int district = 1; district <= DISTRICTS; district++) {
            regions.append("36.04.%02d,Kecamatan %d\n".formatted(district, district));
            for (int village = 1; village <= VILLAGES; village++) {
                regions.append("36.04.%02d.20%02d,Desa %d-%d\n".formatted(district, village, district, village));
                for (int station = 1; station <= STATIONS; station++) {
                    stations.append("3604%02d20%02d%03d\n".formatted(district, village, station));
                }
            }
        }
        upload("regions", regions.toString());
        json(
                "PUT",
                "/api/elections/p24",
                """
                {"name":"Pilkada","date":"%s","races":[{"code":"BUPATI","name":"Bupati","region":"36.04","pages":{"plano":2,"salinan":2}},
                 {"code":"GUBERNUR","name":"Gubernur","region":"36","pages":{"plano":2,"salinan":2}}],"rounds":[{"code":"R1","kind":"REGULAR"}]}"""
                        .formatted(Instant.now().toString().substring(0, 10)));
        upload("polling-stations", stations.toString());
        upload(
                "candidates",
                "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,Calon A\nBUPATI,2,Calon B\nGUBERNUR,1,Calon C\nGUBERNUR,2,Calon D\n");
        upload(
                "staff",
                "username,nama,peran,wilayah,telepon,kata_sandi\nkader,Kader Satu,village-admin,36.04.05.2001,081200000001,rahasia-kader-uji\n");
        json("POST", "/api/elections/p24/rounds/R1/start", "{}");
        json(
                "PUT",
                "/api/public-view",
                """
                {"mode":"RECEIVED_AND_VERIFIED","depth":"TPS","decidedBy":"Bupati","office":"Bupati Serang","letter":"100/1"}""");
    }

    private void upload(String kind, String csv) throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n";
        answered(desk.request("/api/imports/" + kind)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void json(String method, String path, String body) throws Exception {
        answered(desk.request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private void answered(HttpRequest.Builder request) throws Exception {
        var answer = PackagedDesk.send(
                client, request.header("Authorization", "Bearer " + token).timeout(Duration.ofMinutes(5)));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.body());
        }
    }

    private String text(int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
