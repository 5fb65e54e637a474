package id.deskpilkada.tierreport.delivery;

import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static id.deskpilkada.tierreport.Upward.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import id.deskpilkada.DeskClient;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.notification.Notifications;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.Upward;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Settled reports on their way up: to the intake of an installation above, here this one itself, and by e-mail. */
@WholeApplication
class ReportDeliveryTests {

    private static final Pattern LINK = Pattern.compile("/public/tanda-terima/[A-Za-z0-9_-]+");

    @Autowired
    TierDay day;

    @Autowired
    Upward upward;

    @Autowired
    Notifications notifications;

    @Autowired
    RuntimeService runtime;

    @LocalServerPort
    int port;

    @Value("${desk.notification.email.port}")
    int mailPort;

    DeskClient admin;
    DeskClient desk;

    @BeforeEach
    void begin() {
        day.begin();
        day.compiled(EVENING, TierDay.KRAMATWATU);
        upward.knowSender();
        admin = new DeskClient(port, "admin", "rahasia-admin-uji");
        desk = day.as(port, "desk");
    }

    private void recipient(String name, String way, String address) {
        var answer = admin.post(
                "/api/tier-recipients",
                "{\"name\": \"%s\", \"way\": \"%s\", \"address\": \"%s\", \"token\": \"%s\"}"
                        .formatted(name, way, address, TOKEN));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).doesNotContain(TOKEN);
    }

    private void aboveIs(int intakePort) {
        recipient("Provinsi Banten", "INTAKE", "http://localhost:" + intakePort);
    }

    private TierReport settled() {
        var report = day.compiled(EVENING, REGENCY);
        upward.settle(report);
        return report;
    }

    private JsonNode delivery(int at) {
        var answer = desk.get("/api/report-deliveries");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path(at);
    }

    private String state() {
        return delivery(0).path("state").asText();
    }

    private String task(String key) {
        for (var task : desk.get("/api/tasks").body().path("items")) {
            if (task.path("key").asText().equals(key)) {
                return task.path("id").asText();
            }
        }
        return "";
    }

    private DeskClient.Answer complete(String task, String data) {
        return desk.post("/api/tasks/" + task + "/complete", "{\"data\": " + data + "}");
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("report-delivery")
                .count();
    }

    @Test
    void aSettledReportReachesTheInstallationAboveAndItsAnswerIsTheReceipt() {
        aboveIs(port);
        var report = settled();
        assertThat(state())
                .as("nothing is sent by the transaction that settles")
                .isEqualTo("WAITING");
        upward.jobs();

        assertThat(state()).isEqualTo("RECEIVED");
        assertThat(delivery(0).path("receiptId").asText()).startsWith("TT-");
        assertThat(upward.count("received_report WHERE digest = ?", report.digest()))
                .isEqualTo(1);
        assertThat(running()).isZero();
    }

    @Test
    void aRepetitionAfterADeathIsDeliveredOnce() {
        aboveIs(port);
        var report = settled();
        assertThat(upward.send(port, TOKEN, upward.envelope(report).toString()).status())
                .as("the node died before it could note the receipt")
                .isEqualTo(201);
        upward.jobs();

        assertThat(state()).isEqualTo("RECEIVED");
        assertThat(upward.count("received_report")).isEqualTo(1);
        assertThat(upward.count("received_report r JOIN desk.tier_delivery d ON d.receipt_id = r.receipt_id"))
                .isEqualTo(1);
    }

    @Test
    void aReportOfADistrictOrOfAnUnwantedSlotIsNotSent() {
        assertThat(admin.post(
                                "/api/tier-recipients",
                                "{\"name\": \"Provinsi\", \"way\": \"INTAKE\", \"address\": \"http://localhost:%d\", \"slots\": [\"21.00\"]}"
                                        .formatted(port))
                        .status())
                .isEqualTo(201);
        settled();
        upward.settle(day.compiled(EVENING, TierDay.BAROS));
        assertThat(running()).isZero();
    }

    @Test
    void aSilentInstallationIsTriedAgainAndThenTheDeskDecides() throws Exception {
        var calls = new AtomicInteger();
        var above = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        above.createContext("/", exchange -> {
            exchange.sendResponseHeaders(calls.incrementAndGet() > 0 ? 503 : 200, -1);
            exchange.close();
        });
        above.start();
        try {
            aboveIs(above.getAddress().getPort());
            settled();
            for (int jobs = 1; jobs > 0; ) {
                jobs = upward.jobs();
            }
            assertThat(calls).hasValue(7);
            assertThat(state()).isEqualTo("FAILED");
            assertThat(delivery(0).path("reason").asText()).isEqualTo("INTAKE_BUSY");

            var task = task("resend-report");
            assertThat(complete(task, "{\"answer\": \"SEND\"}").status()).isLessThan(300);
            upward.jobs();
            assertThat(calls).as("the pause of no length is a job of its own").hasValue(7);
            upward.jobs();
            assertThat(calls).hasValue(8);
        } finally {
            above.stop(0);
        }
    }

    @Test
    void aRefusedReportIsAtOnceTheDesksWithTheReasonInWords() {
        recipient("Provinsi Banten", "INTAKE", "http://localhost:" + port);
        upward.owner("UPDATE desk.tier_sender SET area = '3603'");
        settled();
        upward.jobs();

        assertThat(state()).isEqualTo("FAILED");
        assertThat(delivery(0).path("reasonText").asText()).contains("menolak");
        assertThat(delivery(0).path("detail").asText()).contains("INTAKE_OTHER_REGION", "36.04");
        var task = task("resend-report");
        assertThat(complete(task, "{\"answer\": \"HANDED_OVER\"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("RECEIVED_BY_REQUIRED");
        assertThat(complete(task, "{\"answer\": \"HANDED_OVER\", \"by\": \"Pak Rahmat\"}")
                        .status())
                .isLessThan(300);
        assertThat(state()).isEqualTo("RECEIVED");
        assertThat(delivery(0).path("receivedBy").asText()).isEqualTo("Pak Rahmat (Dewi Desk)");
        assertThat(running()).isZero();
    }

    @Test
    void aLaterVersionTakesThePlaceOfOneThatDidNotArrive() {
        recipient("Provinsi Banten", "INTAKE", "http://localhost:" + port);
        upward.owner("UPDATE desk.tier_sender SET active = false");
        settled();
        upward.jobs();
        assertThat(state()).isEqualTo("FAILED");

        upward.owner("UPDATE desk.tier_sender SET active = true");
        settled();
        upward.jobs();
        assertThat(delivery(1).path("state").asText()).isEqualTo("SUPERSEDED");
        assertThat(state()).isEqualTo("RECEIVED");
        assertThat(task("resend-report")).isEmpty();
        assertThat(running()).isZero();
    }

    @Test
    void aMailCarriesTheReportAndItsLinkGivesTheReceipt() throws Exception {
        var server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            recipient("Kemendagri", "EMAIL", "desk@kemendagri.go.id");
            var report = settled();
            upward.jobs();
            notifications.drain();
            assertThat(state()).isEqualTo("SENT");
            assertThat(server.getReceivedMessages()).hasSize(1);
            var letter = new ByteArrayOutputStream();
            server.getReceivedMessages()[0].writeTo(letter);
            assertThat(letter.toString(StandardCharsets.UTF_8)).contains("laporan-36.04-19.00-v1.json");

            var link = LINK.matcher(letter.toString(StandardCharsets.UTF_8).replace("=\r\n", ""));
            assertThat(link.find()).isTrue();
            var nobody = new PublicBrowser(port);
            assertThat(nobody.open(link.group())).contains(report.code(), "Kabupaten Serang");
            assertThat(state()).as("opening says nothing").isEqualTo("SENT");
            assertThat(nobody.press(link.group(), "")).contains("Tulis nama yang menerima");
            assertThat(nobody.press(link.group(), "Bu Ratna, Ditjen Otda")).contains("Terima kasih");
            assertThat(state()).isEqualTo("RECEIVED");
            assertThat(running()).isZero();
            assertThat(nobody.open(link.group() + "x")).contains("tidak berlaku");
        } finally {
            server.stop();
        }
    }

    @Test
    void aReceiptThatDoesNotComeIsAskedForUntilSomebodyHasIt() throws Exception {
        var server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            recipient("Kemendagri", "EMAIL", "desk@kemendagri.go.id");
            settled();
            upward.jobs();
            notifications.drain();
            upward.jobs();
            var asked = task("ask-receipt");
            assertThat(complete(asked, "{\"answer\": \"NOT_YET\", \"note\": \"Kantor tutup\"}")
                            .status())
                    .isLessThan(300);
            assertThat(task("ask-receipt")).isEmpty();
            upward.jobs();
            var again = task("ask-receipt");
            assertThat(complete(again, "{\"answer\": \"RECEIVED\", \"by\": \"Bu Ratna\"}")
                            .status())
                    .isLessThan(300);
            assertThat(state()).isEqualTo("RECEIVED");
            assertThat(running()).isZero();
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailThatNobodyTakesBecomesATaskOfTheDesk() {
        recipient("Kemendagri", "EMAIL", "desk@kemendagri.go.id");
        settled();
        upward.jobs();
        for (int tries = 0; tries < 10 && !state().equals("FAILED"); tries++) {
            upward.owner(
                    "UPDATE desk.message_delivery SET next_attempt_at = now() - interval '1 minute' WHERE state = 'WAITING'");
            notifications.drain();
        }
        assertThat(state()).isEqualTo("FAILED");
        assertThat(task("resend-report")).isNotEmpty();
    }

    @Test
    void recipientsAreKeptByTheAdministratorOnlyAndNeverTellTheirToken() {
        assertThat(desk.get("/api/tier-recipients").status()).isEqualTo(403);
        recipient("Provinsi Banten", "INTAKE", "http://localhost:" + port);
        assertThat(admin.get("/api/tier-recipients").text())
                .contains("\"withToken\":true")
                .doesNotContain(TOKEN);
        var id = admin.get("/api/tier-recipients").body().path(0).path("id").asText();
        var moved = admin.put(
                "/api/tier-recipients/" + id,
                "{\"name\": \"Provinsi Banten\", \"way\": \"INTAKE\", \"address\": \"http://example.org\"}");
        assertThat(moved.body().path("withToken").asBoolean(true))
                .as("a token never goes to another address: " + moved.text())
                .isFalse();
        var wrong = admin.post(
                "/api/tier-recipients",
                "{\"name\": \"x\", \"way\": \"FAX\", \"address\": \"\", \"token\": \"pendek\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").size()).isEqualTo(3);
    }
}
