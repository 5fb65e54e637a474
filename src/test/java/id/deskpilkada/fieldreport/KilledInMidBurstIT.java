package id.deskpilkada.fieldreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.PackagedDesk;
import id.deskpilkada.Until;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reporter was told is stored is stored, once and unchanged, whenever the application dies. */
class KilledInMidBurstIT {

    private static final int STATIONS = 99;
    private static final int ROUNDS = 6;
    private static final int CLIENTS = 4;
    private static final int ACKNOWLEDGED_BEFORE_DEATH = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> SETTLED = List.of("ACCEPTED", "SUPERSEDED");

    @TempDir
    Path data;

    final HttpClient client = HttpClient.newHttpClient();
    final List<Sent> reports = new ArrayList<>();
    final Map<UUID, JsonNode> acknowledged = new ConcurrentHashMap<>();
    final Map<UUID, Sent> attempted = new ConcurrentHashMap<>();
    String token = "";

    record Sent(UUID id, String json) {}

    @Test
    void noAcknowledgedReportIsLostDoubledOrChanged() throws Exception {
        try (var desk = PackagedDesk.start(data)) {
            setUp(desk);
            burstUntilDeath(desk);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_DEATH);
        assertThat(attempted.size()).isLessThan(reports.size());

        try (var desk = PackagedDesk.start(data)) {
            token = desk.signIn(client);
            for (var report : attempted.values()) {
                replay(desk, report);
            }
            settled(desk);
            var check = json(get(desk, "/api/checks/ledger"));
            assertThat(check.path("ok").asBoolean()).as(check.toString()).isTrue();
            assertThat(check.path("checked").asInt()).isEqualTo(attempted.size());
        }
    }

    private void setUp(PackagedDesk desk) throws Exception {
        token = desk.signIn(client);
        upload(desk, "regions", "kode,nama\n36,Banten\n36.04,Serang\n36.04.05,Kramatwatu\n36.04.05.2001,Kramatwatu\n");
        var election = desk.request("/api/elections/p24")
                .header("Content-Type", "application/json")
                .PUT(
                        HttpRequest.BodyPublishers.ofString(
                                """
                        {"name":"Pilkada","date":"2024-11-27","races":[{"code":"BUPATI","name":"Bupati","region":"36.04","pages":{"plano":2,"salinan":2}}],
                         "rounds":[{"code":"R1","kind":"REGULAR"}]}
                        """));
        assertThat(signed(election).statusCode()).isEqualTo(201);
        var stations = new StringBuilder("kode_tps\n");
        for (int number = 1; number <= STATIONS; number++) {
            stations.append(tps(number)).append('\n');
        }
        upload(desk, "polling-stations", stations.toString());
        upload(desk, "candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,Calon A\nBUPATI,2,Calon B\n");
        var start = desk.request("/api/elections/p24/rounds/R1/start").POST(HttpRequest.BodyPublishers.noBody());
        assertThat(signed(start).statusCode()).isBetween(200, 299);
        for (int round = 0; round < ROUNDS; round++) {
            for (int number = 1; number <= STATIONS; number++) {
                reports.add(new Sent(UUID.randomUUID(), c1(tps(number), 100 + round)));
            }
        }
    }

    private void burstUntilDeath(PackagedDesk desk) throws InterruptedException {
        var next = new AtomicInteger();
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_DEATH);
        var clients = new ArrayList<Thread>();
        for (int number = 0; number < CLIENTS; number++) {
            var thread = new Thread(() -> sendUntilDeath(desk, next, enough));
            thread.start();
            clients.add(thread);
        }
        assertThat(enough.await(120, TimeUnit.SECONDS)).as("acknowledgements").isTrue();
        desk.kill();
        for (var thread : clients) {
            thread.join(70_000);
        }
    }

    private void sendUntilDeath(PackagedDesk desk, AtomicInteger next, CountDownLatch enough) {
        try {
            for (int at = next.getAndIncrement(); at < reports.size(); at = next.getAndIncrement()) {
                var report = reports.get(at);
                attempted.put(report.id(), report);
                var answer = put(desk, report);
                if (answer.statusCode() == 201) {
                    acknowledged.put(report.id(), json(answer));
                    enough.countDown();
                }
            }
        } catch (IOException theApplicationIsGone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever was told so finds it there under the same receipt; who heard nothing may send it now. */
    private void replay(PackagedDesk desk, Sent report) throws Exception {
        var answer = put(desk, report);
        var told = acknowledged.get(report.id());
        if (told == null) {
            assertThat(answer.statusCode()).isIn(200, 201);
            return;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        for (var field : List.of("id", "receipt", "receivedAt")) {
            assertThat(json(answer).path(field)).isEqualTo(told.path(field));
        }
    }

    private void settled(PackagedDesk desk) throws Exception {
        for (var report : attempted.values()) {
            Until.holds("report %s is settled".formatted(report.id()), PATIENCE, () -> {
                var answer = get(desk, "/api/field-reports/" + report.id());
                // Whoever asks without a pause is asked to wait.
                return answer.statusCode() != 429
                        && SETTLED.contains(json(answer).path("state").asText());
            });
        }
        Until.holds(
                "every report is sealed",
                PATIENCE,
                () -> json(get(desk, "/api/checks/ledger")).path("unsealed").asInt() == 0);
    }

    private HttpResponse<String> put(PackagedDesk desk, Sent report) throws IOException, InterruptedException {
        return signed(desk.request("/api/field-reports/" + report.id())
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(report.json())));
    }

    private HttpResponse<String> get(PackagedDesk desk, String path) throws IOException, InterruptedException {
        return signed(desk.request(path));
    }

    private void upload(PackagedDesk desk, String kind, String csv) throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n";
        var answer = signed(desk.request("/api/imports/" + kind)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> signed(HttpRequest.Builder request) throws IOException, InterruptedException {
        return PackagedDesk.send(client, request.header("Authorization", "Bearer " + token));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String tps(int number) {
        return "3604052001%03d".formatted(number);
    }

    private static String c1(String tps, int votes) {
        return """
                {"kind":"C1","tps":"%s","race":"BUPATI","observedAt":"2024-11-27T16:00:00+07:00","source":"PHONE","onBehalfOf":"Pak RT 0812",
                 "data":{"form":"SALINAN","votes":{"1":%d,"2":50},"validVotes":%d,"invalidVotes":5,"totalVotes":%d}}
                """
                .formatted(tps, votes, votes + 50, votes + 55);
    }
}
