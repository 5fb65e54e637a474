package id.deskpilkada.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.deskpilkada.PackagedDesk;
import id.deskpilkada.SharedDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node dies between what it has stored and whom it has told, while a mail server and a gateway watch: nothing is lost, and nothing reaches anybody twice that does not say so. */
class IncidentNodesIT {

    private static final int INCIDENTS = 24;
    /** What this node hands to the gateway is taken, and never answered while it lives. */
    private static final String DYING = "a";

    private static final int STORED_BEFORE_DEATH = 10;
    private static final String REPEAT = "(Kirim ulang, mungkin sudah diterima)";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    final HttpClient client = HttpClient.newHttpClient();
    final List<JsonNode> texts = new CopyOnWriteArrayList<>();
    final Map<UUID, Integer> told = new ConcurrentHashMap<>();
    final CountDownLatch hanging = new CountDownLatch(1);
    final CountDownLatch dead = new CountDownLatch(1);
    SharedDatabase database;
    HttpServer gateway;
    GreenMail mail;
    final Instant observed = Instant.now();
    String token = "";

    @BeforeEach
    void standAround() throws Exception {
        database = SharedDatabase.start(folder.resolve("postgres"));
        mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        gateway = HttpServer.create(new InetSocketAddress("localhost", 0), 50);
        gateway.createContext("/", this::text);
        gateway.setExecutor(Executors.newCachedThreadPool());
        gateway.start();
    }

    @AfterEach
    void end() throws Exception {
        dead.countDown();
        gateway.stop(0);
        mail.stop();
        database.close();
    }

    private void text(HttpExchange exchange) throws IOException {
        texts.add(JSON.readTree(exchange.getRequestBody()));
        if (exchange.getRequestURI().getPath().endsWith(DYING)) {
            hanging.countDown();
            try {
                dead.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        var answer = ("{\"id\":\"G-" + texts.size() + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        try (var body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }

    @Test
    void whateverANodeHasPromisedTheOtherKeeps() throws Exception {
        try (var second = node("b")) {
            token = second.signIn(client);
            setUp(second);
            try (var first = node(DYING)) {
                var reporters = reporting(first);
                until(
                        "reports stored and a text on its way",
                        () -> told.size() >= STORED_BEFORE_DEATH && hanging.getCount() == 0);
                first.kill();
                for (var reporter : reporters) {
                    reporter.join(30_000);
                }
            }
            dead.countDown();
            for (int number = 0; number < INCIDENTS; number++) {
                report(second, id(number), number);
            }
            until(
                    "each report handled",
                    () -> database.count("FROM field_report WHERE state = 'ACCEPTED'") == INCIDENTS);
            until("each message gone", () -> database.count("FROM message WHERE state = 'PENDING'") == 0);
            nothingLost();
            nothingTwice();
        }
    }

    private void nothingLost() {
        assertThat(database.count("FROM incident")).isEqualTo(INCIDENTS);
        assertThat(database.count("FROM incident_report")).isEqualTo(INCIDENTS);
        assertThat(database.count("FROM incident WHERE severity = 4")).isEqualTo(INCIDENTS / 2);
        assertThat(database.count("FROM dispatch WHERE agency = 'polri'")).isEqualTo(INCIDENTS / 2);
        assertThat(database.count("FROM act_ru_task WHERE task_def_key_ = 'triage-incident'"))
                .isEqualTo(INCIDENTS);
        assertThat(database.count("FROM act_ru_task WHERE task_def_key_ = 'call-agency-now'"))
                .isEqualTo(INCIDENTS / 2);
        assertThat(database.count("FROM message WHERE template = 'incident-told'"))
                .as("the camat for all, the leader on duty for the gravest where there is one")
                .isGreaterThanOrEqualTo(INCIDENTS);
    }

    private void nothingTwice() throws Exception {
        var first = texts.stream()
                .filter(text -> !text.path("text").asText().startsWith(REPEAT))
                .map(text -> text.path("id").asText())
                .toList();
        assertThat(first).doesNotHaveDuplicates();
        assertThat(texts.stream().map(text -> text.path("id").asText()).collect(Collectors.toSet()))
                .hasSize(database.count("FROM message_delivery WHERE channel = 'SMS'"));
        assertThat(texts)
                .as("what hung with the node that died")
                .anyMatch(text -> text.path("text").asText().startsWith(REPEAT));
        Set<String> letters = new LinkedHashSet<>();
        for (var letter : mail.getReceivedMessages()) {
            boolean repeat = letter.getSubject().startsWith("[Kirim ulang]");
            assertThat(letters.add(letter.getHeader("Message-ID")[0]) || repeat).isTrue();
        }
        assertThat(letters).hasSize(database.count("FROM message_delivery WHERE channel = 'EMAIL'"));
    }

    private PackagedDesk node(String name) throws Exception {
        var settings = new HashMap<>(database.settings());
        settings.put("DESK_SEALING_SECRET", "rahasia-bersama-yang-cukup-panjang-untuk-uji");
        settings.put("DESK_SMTP_HOST", "localhost");
        settings.put("DESK_SMTP_PORT", "" + mail.getSmtp().getPort());
        settings.put("DESK_SMTP_FROM", "desk@serang.example");
        settings.put("DESK_SMTP_STARTTLS", "false");
        settings.put("DESK_SMS_URL", "http://localhost:" + gateway.getAddress().getPort() + "/sms-" + name);
        settings.put("DESK_NOTIFICATION_LEASE", "12s");
        settings.put("DESK_NOTIFICATION_SMS_FIRSTWAIT", "1s");
        return PackagedDesk.start(folder.resolve(name), settings);
    }

    private void setUp(PackagedDesk desk) throws Exception {
        upload(desk, "regions", "kode,nama\n36,Banten\n36.04,Serang\n36.04.05,Kramatwatu\n36.04.05.2002,Margasana\n");
        json(
                desk,
                "PUT",
                "/api/elections/p24",
                """
                {"name":"Pilkada","date":"%s","races":[{"code":"BUPATI","name":"Bupati","region":"36.04","pages":{"plano":2,"salinan":2}}],
                 "rounds":[{"code":"R1","kind":"REGULAR"}]}
                """
                        .formatted(Instant.now().toString().substring(0, 10)));
        upload(
                desk,
                "polling-stations",
                "kode_tps\n"
                        + IntStream.range(0, INCIDENTS)
                                .mapToObj(number -> tps(number) + "\n")
                                .collect(Collectors.joining()));
        upload(desk, "candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,Calon A\nBUPATI,2,Calon B\n");
        upload(
                desk,
                "staff",
                "username,nama,peran,wilayah,telepon,email\ncamat,Cici,camat,36.04.05,081200000001,camat@serang.example\n");
        upload(
                desk,
                "agencies",
                "kode,wilayah,nama,saluran,dikonfirmasi\npolri,36.04,Polres,\"WA 081200000002, email piket@polres.example\",ya\n");
        json(desk, "POST", "/api/elections/p24/rounds/R1/start", "{}");
    }

    private List<Thread> reporting(PackagedDesk desk) {
        return IntStream.range(0, 4)
                .mapToObj(hand -> {
                    var thread = new Thread(() -> reportUntilDeath(desk, hand));
                    thread.start();
                    return thread;
                })
                .toList();
    }

    private void reportUntilDeath(PackagedDesk desk, int hand) {
        try {
            for (int number = hand; number < INCIDENTS; number += 4) {
                told.put(id(number), report(desk, id(number), number));
            }
        } catch (IOException theNodeIsGone) {
            return;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int report(PackagedDesk desk, UUID id, int number) throws Exception {
        var body =
                """
                {"kind":"INCIDENT","tps":"%s","source":"PHONE","onBehalfOf":"Pak RT","observedAt":"%s","data":{%s,"description":"Ribut %d"}}"""
                        .formatted(
                                tps(number),
                                observed,
                                number % 2 == 0
                                        ? "\"category\":\"SECURITY\",\"lifeInDanger\":true"
                                        : "\"category\":\"DISASTER\"",
                                number);
        return json(desk, "PUT", "/api/field-reports/" + id, body)
                .path("state")
                .asText()
                .length();
    }

    private static UUID id(int number) {
        return new UUID(6, number);
    }

    private static String tps(int number) {
        return "3604052002%03d".formatted(number + 1);
    }

    private void until(String what, BooleanSupplier holds) {
        var deadline = Instant.now().plusSeconds(60);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            database.rows().execute("SELECT pg_sleep(0.1)");
        }
    }

    private void upload(PackagedDesk desk, String kind, String csv) throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n";
        answered(desk.request("/api/imports/" + kind)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode json(PackagedDesk desk, String method, String path, String body) throws Exception {
        return JSON.readTree(answered(desk.request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))));
    }

    private String answered(HttpRequest.Builder request) throws Exception {
        var answer = PackagedDesk.send(client, request.header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
