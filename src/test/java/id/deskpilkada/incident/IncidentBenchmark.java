package id.deskpilkada.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.deskpilkada.PackagedDesk;
import id.deskpilkada.SharedDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 1,000 incidents in a minute on top of the forms of an evening, on the packaged application with a gateway that takes its time: from report to gateway, and how late clocks fire.
 * Then how long the list takes with 20,000 incidents. Run by
 * {@code mvn failsafe:integration-test -Dit.test=IncidentBenchmark -Dgroups=benchmark -DexcludedGroups=} after {@code mvn package}.
 */
@Tag("benchmark")
class IncidentBenchmark {

    private static final Logger log = LoggerFactory.getLogger(IncidentBenchmark.class);
    private static final int DISTRICTS = 10;
    private static final int STATIONS = 60;
    private static final int INCIDENTS = Integer.getInteger("benchmark.incidents", 1_020);
    private static final int FORMS_PER_SECOND = Integer.getInteger("benchmark.forms", 20);
    private static final int GATEWAY_MILLIS = Integer.getInteger("benchmark.gateway", 200);
    private static final int WARM_UP_SECONDS = 30;
    private static final int SECONDS = 60;
    private static final int MANY = 20_000;

    @TempDir
    Path folder;

    final HttpClient client = HttpClient.newHttpClient();
    final Map<String, Instant> handed = new ConcurrentHashMap<>();
    final AtomicInteger refused = new AtomicInteger();
    String token = "";
    OffsetDateTime began = OffsetDateTime.now();

    @Test
    void fromReportToGateway() throws Exception {
        var gateway = gateway();
        try (var database = SharedDatabase.start(folder.resolve("postgres"));
                var desk = node(database, gateway)) {
            token = desk.signIn(client);
            setUp(desk);
            wave(desk, WARM_UP_SECONDS);
            began = OffsetDateTime.now();
            wave(desk, SECONDS);
            log.info("load {}, {} answers were not 2xx", load(), refused);
            settle(database);
            report("severity 4, report to dispatch stored", seconds(database, "d.started_at - f.received_at", "true"));
            report("severity 4, report to gateway", dispatched(database));
            report(
                    "leader's clock, late by",
                    seconds(database, "d.leader_told_at - d.leader_at", "d.leader_told_at IS NOT NULL"));
            report("desk's clock, late by", triage(database));
            list(database, desk);
        } finally {
            gateway.stop(0);
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private HttpServer gateway() throws IOException {
        var gateway = HttpServer.create(new InetSocketAddress("localhost", 0), 100);
        gateway.createContext("/sms", this::take);
        gateway.setExecutor(Executors.newFixedThreadPool(32));
        gateway.start();
        return gateway;
    }

    private void take(HttpExchange exchange) throws IOException {
        var id = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        handed.putIfAbsent(id, Instant.now());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(GATEWAY_MILLIS));
        var answer = ("{\"id\":\"G-" + id + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        try (var body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }

    private PackagedDesk node(SharedDatabase database, HttpServer gateway) throws Exception {
        var settings = new HashMap<>(database.settings());
        settings.keySet().removeIf(key -> key.startsWith("CAMUNDA"));
        settings.put("JDK_JAVA_OPTIONS", System.getProperty("benchmark.options", ""));
        settings.put("DESK_SMS_URL", "http://localhost:" + gateway.getAddress().getPort() + "/sms");
        return PackagedDesk.start(folder.resolve("node"), settings);
    }

    private void setUp(PackagedDesk desk) throws Exception {
        upload(
                desk,
                "regions",
                "kode,nama\n36,Banten\n36.04,Serang\n"
                        + lines(DISTRICTS, n -> "36.04.%02d,Kecamatan %d\n36.04.%02d.2001,Desa %d\n"
                                .formatted(n, n, n, n)));
        send(
                desk,
                "PUT",
                "/api/elections/p24",
                """
                {"name":"Pilkada","date":"%s","races":[{"code":"BUPATI","name":"Bupati","region":"36.04","pages":{"plano":2,"salinan":2}}],"rounds":[{"code":"R1","kind":"REGULAR"}]}"""
                        .formatted(Instant.now().toString().substring(0, 10)));
        upload(desk, "polling-stations", "kode_tps\n" + lines(DISTRICTS * STATIONS, n -> tps(n) + "\n"));
        upload(desk, "candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,Calon A\nBUPATI,2,Calon B\n");
        upload(
                desk,
                "staff",
                "username,nama,peran,wilayah,telepon\nsekda,Sekda,leader,36.04,081200000001\n"
                        + lines(DISTRICTS, n -> "camat%d,Camat %d,camat,36.04.%02d,0812%08d\n".formatted(n, n, n, n)));
        upload(
                desk,
                "agencies",
                "kode,wilayah,nama,saluran,dikonfirmasi\npolri,36.04,Polres,wa 081300000001,ya\ndamkar,36.04,Damkar,wa 081300000002,ya\npsc,36.04,PSC,wa 081300000003,ya\n");
        send(desk, "POST", "/api/elections/p24/rounds/R1/start", "{}");
        send(
                desk,
                "PUT",
                "/api/response-targets",
                "{\"severity\":4,\"triageSeconds\":30,\"acknowledgeSeconds\":30,\"stepSeconds\":15}");
    }

    /** Two of five are about somebody's life. */
    private void wave(PackagedDesk desk, int seconds) throws InterruptedException {
        var hands = Executors.newScheduledThreadPool(24);
        every(
                hands,
                seconds,
                FORMS_PER_SECOND,
                n -> quietly(desk, c1(1 + n % (DISTRICTS * STATIONS), 100 + n % 90 + seconds)));
        every(hands, seconds, INCIDENTS / SECONDS, n -> quietly(desk, incident(n, seconds)));
        hands.shutdown();
        assertThat(hands.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
    }

    private static void every(ScheduledExecutorService hands, int seconds, int perSecond, IntFunction<Runnable> what) {
        for (int n = 0; n < seconds * perSecond; n++) {
            hands.schedule(what.apply(n), 1_000L * n / perSecond, TimeUnit.MILLISECONDS);
        }
    }

    private Runnable quietly(PackagedDesk desk, String body) {
        return () -> {
            try {
                send(desk, "PUT", "/api/field-reports/" + UUID.randomUUID(), body);
            } catch (Exception | AssertionError e) {
                refused.incrementAndGet();
            }
        };
    }

    private static void settle(SharedDatabase database) {
        var deadline = Instant.now().plus(Duration.ofMinutes(4));
        while (database.count("FROM field_report WHERE state = 'STORED' AND kind = 'INCIDENT'")
                        + database.count("FROM message WHERE state = 'PENDING' AND occasion LIKE 'dispatch:%:0:%'")
                        + database.count("FROM dispatch WHERE leader_told_at IS NULL")
                > 0) {
            assertThat(Instant.now()).isBefore(deadline);
            database.rows().execute("SELECT pg_sleep(0.5)");
        }
    }

    private List<Double> dispatched(SharedDatabase database) {
        List<Double> seconds = new ArrayList<>();
        database.rows()
                .query(
                        """
                        SELECT c.message_id::text AS message, f.received_at FROM dispatch_contact c JOIN dispatch d ON d.id = c.dispatch_id
                        JOIN incident_report r ON r.incident_id = d.incident_id JOIN field_report f ON f.id = r.source_id
                        WHERE c.position = 0 AND c.number = 0 AND f.received_at >= ?""",
                        row -> {
                            var received = row.getTimestamp("received_at").toInstant();
                            var at = handed.getOrDefault(row.getString("message"), Instant.MAX);
                            seconds.add(Duration.between(received, at).toNanos() / 1e9);
                        },
                        began);
        return seconds;
    }

    private List<Double> seconds(SharedDatabase database, String what, String which) {
        return database.rows()
                .queryForList(
                        """
                        SELECT extract(epoch FROM %s)::float8 FROM dispatch d JOIN incident_report r ON r.incident_id = d.incident_id
                        JOIN field_report f ON f.id = r.source_id WHERE f.received_at >= ? AND %s"""
                                .formatted(what, which),
                        Double.class,
                        began);
    }

    private static List<Double> triage(SharedDatabase database) {
        return database.rows()
                .queryForList(
                        """
                SELECT extract(epoch FROM s.at - i.triage_by)::float8 FROM incident_step s JOIN incident i ON i.id = s.incident_id WHERE s.step = 'TRIAGE_LATE'""",
                        Double.class);
    }

    private void list(SharedDatabase database, PackagedDesk desk) throws Exception {
        database.rows()
                .update(
                        """
                INSERT INTO incident (round_id, tps_code, area, category, severity, description, origin, observed_at, reported_at, state, triage_by, outcome, ended_at)
                SELECT i.round_id, i.tps_code, i.area, i.category, i.severity, i.description, i.origin, i.observed_at, i.reported_at - n * interval '1 minute', 'CLOSED', i.triage_by, 'Selesai', now()
                FROM incident i CROSS JOIN generate_series(1, ?) n LIMIT ?""",
                        MANY / INCIDENTS + 1,
                        MANY - INCIDENTS);
        database.rows().execute("ANALYZE incident");
        for (var path : List.of(
                "/api/incidents",
                "/api/incidents?state=REPORTED&severity=4",
                "/api/incidents?region=36.04.05",
                "/api/incidents?page=300",
                "/api/incidents/" + database.count("FROM incident_report"),
                "/api/dispatches?late=true",
                "/desk/kejadian")) {
            List<Double> seconds = new ArrayList<>();
            for (int time = 0; time < 25; time++) {
                var began = System.nanoTime();
                send(desk, "GET", path, null);
                seconds.add((System.nanoTime() - began) / 1e9);
            }
            report(MANY + " incidents, " + path, seconds.subList(5, 25));
        }
    }

    private static void report(String what, List<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        log.info(
                "BENCH {}: {} values, p50 {} s, p99 {} s, most {} s, load {}",
                what,
                sorted.size(),
                at(sorted, 50),
                at(sorted, 99),
                at(sorted, 100),
                load());
    }

    private static String at(List<Double> sorted, int percentile) {
        return sorted.isEmpty()
                ? "-"
                : String.format(
                        Locale.ROOT, "%.3f", sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100)));
    }

    private static String incident(int n, int wave) {
        var danger = n % 5 < 2 ? ",\"lifeInDanger\":true" : "";
        return """
                {"kind":"INCIDENT","tps":"%s","source":"PHONE","onBehalfOf":"Pak RT","observedAt":"%s","data":{"category":"SECURITY","description":"Ribut %d/%d"%s}}"""
                .formatted(tps(1 + n % (DISTRICTS * STATIONS)), Instant.now(), wave, n, danger);
    }

    private static String c1(int station, int votes) {
        return """
                {"kind":"C1","tps":"%s","race":"BUPATI","observedAt":"%s","source":"PHONE","onBehalfOf":"Pak RT","data":{"form":"SALINAN","votes":{"1":%d,"2":50},"validVotes":%d,"invalidVotes":5,"totalVotes":%d}}"""
                .formatted(tps(station), Instant.now(), votes, votes + 50, votes + 55);
    }

    private static String tps(int n) {
        return "3604%02d2001%03d".formatted(1 + (n - 1) % DISTRICTS, 1 + (n - 1) / DISTRICTS);
    }

    private static String lines(int most, IntFunction<String> line) {
        return IntStream.rangeClosed(1, most).mapToObj(line).collect(Collectors.joining());
    }

    private void upload(PackagedDesk desk, String kind, String csv) throws Exception {
        answered(desk.request("/api/imports/" + kind)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n"
                                + csv + "\r\n--x--\r\n")));
    }

    private void send(PackagedDesk desk, String method, String path, String body) throws Exception {
        answered(desk.request(path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
    }

    private void answered(HttpRequest.Builder request) throws Exception {
        var answer = PackagedDesk.send(client, request.header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }
}
