package id.deskpilkada.expectation.late;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.PackagedDesk;
import id.deskpilkada.SharedDatabase;
import id.deskpilkada.Until;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database share the calls for late reports; one of them dies in the middle of the wave and comes back, and everything is done exactly once. */
class LateReportNodesIT {

    private static final int DISTRICTS = 40;
    private static final Duration LATER = Duration.ofHours(12);
    private static final String CALLS = "FROM act_ru_task WHERE task_def_key_ = ?";
    private static final String DISTRICT_CALL = "call-missing-district";
    private static final String DESK_CALL = "call-missing-desk";

    @TempDir
    Path folder;

    final HttpClient client = HttpClient.newHttpClient();
    final Set<String> nodesAtWork = new HashSet<>();
    SharedDatabase database;
    String token = "";

    @BeforeEach
    void shareADatabase() throws Exception {
        database = SharedDatabase.start(folder.resolve("postgres"));
    }

    @AfterEach
    void endTheDatabase() throws Exception {
        database.close();
    }

    @Test
    void eachDistrictIsCalledOnceWhateverHappensToTheNodes() throws Exception {
        try (var first = node("a");
                var second = node("b")) {
            token = second.signIn(client);
            setUp(second);
            schedule(second, Instant.now().plusSeconds(2));
            until("both nodes at work, and the first calls", () -> nodesAtWork.size() > 1 && called(DISTRICT_CALL) > 0);
            first.kill();
            until("a call in each district", () -> called(DISTRICT_CALL) == DISTRICTS);

            try (var again = node("a")) {
                again.signIn(client);
                steps(second, 1, 2);
                until("a call of the desk for each district", () -> called(DESK_CALL) == DISTRICTS);
                until("the leader's digest", () -> messages("%/digest/%") == 1);
                reportAll(second, again);
                until("nobody is called any more", () -> called(DISTRICT_CALL) + called(DESK_CALL) == 0);
            }
            onceEach(second);
        }
    }

    private PackagedDesk node(String name) throws Exception {
        var settings = new HashMap<>(database.settings());
        return PackagedDesk.start(folder.resolve(name), settings);
    }

    private void setUp(PackagedDesk desk) throws Exception {
        upload(
                desk,
                "regions",
                "kode,nama\n36,Banten\n36.04,Serang\n"
                        + lines(n -> "36.04.%02d,Kecamatan %d\n36.04.%02d.2001,Desa %d\n".formatted(n, n, n, n)));
        json(
                desk,
                "PUT",
                "/api/elections/p24",
                """
                {"name":"Pilkada","date":"%s","races":[{"code":"BUPATI","name":"Bupati","region":"36.04","pages":{"plano":2,"salinan":2}}],
                 "rounds":[{"code":"R1","kind":"REGULAR"}],"schedule":%s}
                """
                        .formatted(
                                Instant.now().toString().substring(0, 10),
                                slots(Instant.now().plus(LATER))));
        upload(desk, "polling-stations", "kode_tps\n" + lines(n -> tps(n) + "\n"));
        upload(desk, "candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nBUPATI,1,Calon A\nBUPATI,2,Calon B\n");
        upload(
                desk,
                "staff",
                "username,nama,peran,wilayah,telepon\nsekda,Ibu Sekda,leader,36.04,081200000001\n"
                        + lines(n -> "camat%d,Camat %d,camat,36.04.%02d,0812%08d\n".formatted(n, n, n, n)));
        json(desk, "POST", "/api/elections/p24/rounds/R1/start", "{}");
        until("a wave for each district", () -> waves("WAITING") == 2 * DISTRICTS);
        steps(desk, LATER.toSeconds(), LATER.toSeconds() * 2);
    }

    private void schedule(PackagedDesk desk, Instant due) throws Exception {
        json(desk, "PUT", "/api/elections/p24/rounds/R1/schedule", "{\"schedule\":" + slots(due) + "}");
    }

    private static String slots(Instant due) {
        return """
                [{"slot":"10.00","kind":"VOTING","opensAt":"%s","dueAt":"%s"},{"slot":"C1","kind":"C1","opensAt":"%s","dueAt":"%s"}]"""
                .formatted(
                        due.minus(Duration.ofHours(1)),
                        due,
                        Instant.now().plus(LATER),
                        Instant.now().plus(LATER.multipliedBy(2)));
    }

    private void steps(PackagedDesk desk, long toDesk, long toLeader) throws Exception {
        json(
                desk,
                "PUT",
                "/api/elections/p24/rounds/R1/late-steps",
                """
                {"steps":[{"kind":"VOTING","addressee":"CAMAT","afterSeconds":0},{"kind":"VOTING","addressee":"DESK","afterSeconds":%d},{"kind":"VOTING","addressee":"LEADER","afterSeconds":%d}]}"""
                        .formatted(toDesk, toLeader));
    }

    /** Each report by another node in turn; the sums hold at every moment. */
    private void reportAll(PackagedDesk one, PackagedDesk other) throws Exception {
        for (int n = 1; n <= DISTRICTS; n++) {
            var desk = n % 2 == 0 ? one : other;
            json(
                    desk,
                    "PUT",
                    "/api/field-reports/" + UUID.randomUUID(),
                    """
                    {"kind":"VOTING","tps":"%s","slot":"10.00","source":"PHONE","onBehalfOf":"Pak RT","observedAt":"%s","data":{"voters":{"total":80},"security":"CALM"}}"""
                            .formatted(tps(n), Instant.now()));
            if (n % 8 == 0) {
                addsUp(json(one, "GET", "/api/progress?kind=VOTING&slot=10.00", null));
            }
        }
        until("every report counts", () -> database.count("FROM expected_report WHERE state = 'LATE'") == DISTRICTS);
    }

    private static void addsUp(JsonNode progress) {
        int sum = 0;
        for (var part : new String[] {"received", "late", "missing", "excused"}) {
            sum += progress.path(part).asInt();
        }
        assertThat(sum)
                .as(progress.toString())
                .isEqualTo(progress.path("expected").asInt())
                .isEqualTo(DISTRICTS);
    }

    private void onceEach(PackagedDesk desk) throws Exception {
        for (var task : new String[] {DISTRICT_CALL, DESK_CALL}) {
            assertThat(database.count("FROM act_hi_taskinst WHERE task_def_key_ = ?", task))
                    .as(task)
                    .isEqualTo(DISTRICTS);
        }
        assertThat(messages("%/VOTING/10.00/%/camat/%")).isEqualTo(DISTRICTS);
        assertThat(messages("%/digest/%")).isEqualTo(1);
        assertThat(waves("DONE")).isEqualTo(DISTRICTS);
        var recount = json(desk, "GET", "/api/checks/recount", null);
        assertThat(recount.path("ok").asBoolean()).as(recount.toString()).isTrue();
    }

    private int called(String task) {
        return database.count(CALLS, task);
    }

    private int waves(String state) {
        return database.count("FROM report_wave WHERE state = ?", state);
    }

    private int messages(String occasion) {
        return database.count("FROM message WHERE occasion LIKE ?", "late-report/" + occasion);
    }

    /** Watches meanwhile which nodes hold jobs. */
    private void until(String what, BooleanSupplier holds) throws Exception {
        Until.holds(what, Duration.ofSeconds(90), Duration.ofMillis(15), () -> {
            nodesAtWork.addAll(database.rows()
                    .queryForList(
                            "SELECT DISTINCT lock_owner_ FROM act_ru_job WHERE lock_owner_ IS NOT NULL", String.class));
            return holds.getAsBoolean();
        });
    }

    private void upload(PackagedDesk desk, String kind, String csv) throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n";
        answered(desk.request("/api/imports/" + kind)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode json(PackagedDesk desk, String method, String path, String body) throws Exception {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var answer = answered(
                desk.request(path).header("Content-Type", "application/json").method(method, publisher));
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> answered(HttpRequest.Builder request) throws Exception {
        var answer = PackagedDesk.send(client, request.header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    private static String lines(java.util.function.IntFunction<String> line) {
        return IntStream.rangeClosed(1, DISTRICTS).mapToObj(line).collect(Collectors.joining());
    }

    private static String tps(int district) {
        return "3604%02d2001001".formatted(district);
    }
}
