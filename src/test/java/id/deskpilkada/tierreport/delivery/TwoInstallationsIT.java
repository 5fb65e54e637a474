package id.deskpilkada.tierreport.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.deskpilkada.PackagedDesk;
import id.deskpilkada.Until;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A regency and a province, two installations on one machine: what a kecamatan reports reaches the ministry by way of both, once, whatever dies in between. */
class TwoInstallationsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SLOT = "19.00";

    @TempDir
    Path folder;

    final HttpClient client = HttpClient.newHttpClient();
    final Map<PackagedDesk, String> tokens = new HashMap<>();

    @Test
    void aReportOfAKecamatanReachesTheMinistryOnce() throws Exception {
        int port = free();
        int mailPort = free();
        var ministry = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        ministry.start();
        try {
            String intake;
            try (var province = province(port, mailPort)) {
                region(province);
                intake = json(province, "PUT", "/api/tier-senders/36.04", "{\"name\": \"Kabupaten Serang\"}")
                                .path("region")
                                .asText()
                                .equals("36.04")
                        ? json(province, "POST", "/api/tier-senders/36.04/token", null)
                                .path("token")
                                .asText()
                        : "";
                province.kill();
            }
            var keys = sealedAndKilled(port, intake);
            try (var province = province(port, mailPort)) {
                json(province, "PUT", "/api/tier-senders/36.04", "{\"keys\": [\"" + keys + "\"]}");
                json(
                        province,
                        "POST",
                        "/api/tier-recipients",
                        "{\"name\": \"Kemendagri\", \"way\": \"EMAIL\", \"address\": \"desk@kemendagri.go.id\"}");
                try (var regency = regency()) {
                    until("a receipt of the province", () -> deliveries(regency)
                            .path(0)
                            .path("state")
                            .asText()
                            .equals("RECEIVED"));
                    assertThat(deliveries(regency)).hasSize(1);
                    refusesWhatIsAltered(regency, province, intake);
                }
                goesOnToTheMinistry(province, ministry);
            }
        } finally {
            ministry.stop();
        }
    }

    /** The regency reports while nobody above answers, and dies between its seal and the delivery. @return its public key */
    private String sealedAndKilled(int port, String token) throws Exception {
        try (var regency = regency()) {
            election(regency);
            json(
                    regency,
                    "POST",
                    "/api/tier-recipients",
                    "{\"name\": \"Provinsi Banten\", \"way\": \"INTAKE\", \"address\": \"http://localhost:%d\", \"token\": \"%s\"}"
                            .formatted(port, token));
            json(regency, "POST", "/api/elections/p24/rounds/R1/start", "{}");
            until("the forms are open", () -> fieldReport(regency) < 300);
            schedule(regency, Instant.now().plusSeconds(3));
            until(
                    "a settled report that waits",
                    () -> !deliveries(regency).path(0).path("reason").asText("").isEmpty());
            assertThat(deliveries(regency).path(0).path("state").asText()).isEqualTo("WAITING");
            var key = JSON.readTree(PackagedDesk.send(client, regency.request("/public/seal-keys.json"))
                            .body())
                    .at("/keys/0/publicKey")
                    .asText();
            regency.kill();
            return key;
        }
    }

    private void refusesWhatIsAltered(PackagedDesk regency, PackagedDesk province, String token) throws Exception {
        var id = json(regency, "GET", "/api/tier-reports?region=36.04", null)
                .at("/items/0/id")
                .asText();
        var whole = json(regency, "GET", "/api/tier-reports/" + id, null);
        var snapshot = answered(regency, "GET", "/api/tier-reports/" + id + "/snapshot", null)
                .body();
        var envelope = JSON.createObjectNode()
                .put("code", deliveries(regency).path(0).path("report").asText())
                .put("snapshot", snapshot)
                .put("statement", whole.at("/seal/statement").asText())
                .put("signature", whole.at("/seal/signature").asText())
                .put("keyId", whole.at("/seal/keyId").asText());

        var again = sent(province, token, envelope.toString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(JSON.readTree(again.body()).path("receiptId").asText())
                .isEqualTo(deliveries(regency).path(0).path("receiptId").asText());
        var altered = sent(
                province,
                token,
                envelope.put("snapshot", snapshot.replaceFirst("\"votes\":70", "\"votes\":700"))
                        .toString());
        assertThat(altered.statusCode()).as(altered.body()).isEqualTo(422);
        assertThat(altered.body()).contains("INTAKE_ALTERED");
        assertThat(sent(province, "token-orang-lain-yang-salah", envelope.toString())
                        .statusCode())
                .isEqualTo(401);
    }

    private void goesOnToTheMinistry(PackagedDesk province, GreenMail ministry) throws Exception {
        election(province);
        var slot = json(province, "GET", "/api/received-reports", null).path(0);
        assertThat(slot.path("regencies").toString()).contains("\"state\":\"RECEIVED\"", "\"state\":\"MISSING\"");
        assertThat(slot.path("regencies")).hasSize(2);
        var leader = PackagedDesk.send(
                        client,
                        province.request("/api/province-reports")
                                .header("Content-Type", "application/json")
                                .header("Authorization", basic("sekda"))
                                .POST(BodyPublishers.ofString("{\"slot\": \"" + SLOT + "\"}")))
                .body();
        var made = JSON.readTree(leader);
        assertThat(made.path("version").asInt()).as(leader).isEqualTo(1);
        var approved = PackagedDesk.send(
                client,
                province.request("/api/province-reports/" + made.path("id").asText() + "/approve")
                        .header("Content-Type", "application/json")
                        .header("Authorization", basic("sekda"))
                        .POST(BodyPublishers.ofString("{\"capacity\": \"PLT\", \"position\": \"Sekretaris Daerah\"}")));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        until("a letter at the ministry", () -> ministry.getReceivedMessages().length == 1);

        var report =
                json(province, "GET", "/api/tier-reports/" + made.path("id").asText() + "/snapshot", null);
        assertThat(report.path("level").asText()).isEqualTo("PROVINCE");
        assertThat(report.path("races")).hasSize(1);
        assertThat(report.at("/races/0/byReceived/candidates/0/votes").asInt()).isEqualTo(70);
        assertThat(report.path("districts").toString()).contains("MISSING");
        assertThat(json(province, "GET", "/api/checks/recount", null).path("ok").asBoolean())
                .isTrue();
        var page = PackagedDesk.send(
                client, province.request("/desk/laporan-masuk").header("Authorization", basic("sekda")));
        assertThat(page.body())
                .contains(
                        "Kabupaten Serang",
                        "Laporan provinsi",
                        made.path("code").asText());
    }

    private PackagedDesk province(int port, int mailPort) throws Exception {
        return PackagedDesk.start(
                folder.resolve("province"),
                Map.of(
                        "DESK_REGENCY", "36",
                        "SERVER_PORT", "" + port,
                        "DESK_SMTP_HOST", "127.0.0.1",
                        "DESK_SMTP_PORT", "" + mailPort,
                        "DESK_SMTP_FROM", "desk@bantenprov.go.id",
                        "DESK_SMTP_STARTTLS", "false"));
    }

    private PackagedDesk regency() throws Exception {
        return PackagedDesk.start(
                folder.resolve("regency"),
                Map.of(
                        "DESK_TIER_PLAIN", "true",
                        "DESK_TIERREPORTS_DELIVERY_WAITS",
                                "2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s,2s"));
    }

    private void region(PackagedDesk desk) throws Exception {
        upload(
                desk,
                "regions",
                "kode,nama\n36,Banten\n36.03,Kabupaten Tangerang\n36.04,Kabupaten Serang\n36.04.05,Kramatwatu\n36.04.05.2001,Kramatwatu\n");
    }

    private void election(PackagedDesk desk) throws Exception {
        region(desk);
        boolean below = json(desk, "GET", "/api/me", null).toString().contains("36.04");
        json(
                desk,
                "PUT",
                "/api/elections/p24",
                """
                {"name":"Pilkada","date":"%s","races":[{"code":"GUBERNUR","name":"Gubernur","region":"36","pages":{"plano":2,"salinan":2}}],
                 "rounds":[{"code":"R1","kind":"REGULAR"}],"schedule":%s}
                """
                        .formatted(
                                Instant.now().atOffset(ZoneOffset.ofHours(7)).toLocalDate(),
                                slots(Instant.now().plusSeconds(3600), !below)));
        upload(desk, "candidates", "jenis_pemilihan,nomor_urut,nama_paslon\nGUBERNUR,1,Calon A\nGUBERNUR,2,Calon B\n");
        if (below) {
            upload(desk, "polling-stations", "kode_tps\n3604052001001\n");
        } else {
            upload(
                    desk,
                    "staff",
                    "username,nama,peran,wilayah,kata_sandi\nsekda,Ibu Sekda,leader,36,kata-sandi-sekda-banten\n");
        }
    }

    private void schedule(PackagedDesk desk, Instant due) throws Exception {
        json(desk, "PUT", "/api/elections/p24/rounds/R1/schedule", "{\"schedule\":" + slots(due, false) + "}");
    }

    private static String slots(Instant due, boolean signed) {
        var now = Instant.now();
        return """
                [{"slot":"C1","kind":"C1","opensAt":"%s","dueAt":"%s"},{"slot":"%s","kind":"TIER","opensAt":"%s","dueAt":"%s","requiresSignature":%s}]"""
                .formatted(now.minusSeconds(60), now.plusSeconds(7200), SLOT, now.minusSeconds(60), due, signed);
    }

    private int fieldReport(PackagedDesk desk) throws Exception {
        return PackagedDesk.send(
                        client,
                        desk.request("/api/field-reports/" + UUID.randomUUID())
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + tokens.get(desk))
                                .PUT(BodyPublishers.ofString(
                                        """
                                        {"kind":"C1","race":"GUBERNUR","tps":"3604052001001","source":"PHONE","onBehalfOf":"Pak RT","observedAt":"%s","data":
                                          {"form":"PLANO","votes":{"1":70,"2":30},"validVotes":100,"invalidVotes":0,"totalVotes":100}}"""
                                                .formatted(Instant.now()))))
                .statusCode();
    }

    private JsonNode deliveries(PackagedDesk desk) throws Exception {
        return json(desk, "GET", "/api/report-deliveries", null);
    }

    private HttpResponse<String> sent(PackagedDesk desk, String token, String envelope) throws Exception {
        return PackagedDesk.send(
                client,
                desk.request("/api/tier-reports/intake")
                        .header("Content-Type", "application/json")
                        .header("X-Desk-Token", token)
                        .POST(BodyPublishers.ofString(envelope)));
    }

    private static String basic(String username) {
        return "Basic "
                + java.util.Base64.getEncoder()
                        .encodeToString((username + ":kata-sandi-sekda-banten")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void until(String what, Callable<Boolean> holds) throws Exception {
        Until.holds(what, Duration.ofSeconds(120), holds);
    }

    private void upload(PackagedDesk desk, String kind, String csv) throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + kind + ".csv\"\r\n\r\n" + csv
                + "\r\n--x--\r\n";
        var answer = PackagedDesk.send(
                client,
                desk.request("/api/imports/" + kind)
                        .header("Authorization", "Bearer " + token(desk))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode json(PackagedDesk desk, String method, String path, String body) throws Exception {
        return JSON.readTree(answered(desk, method, path, body).body());
    }

    private HttpResponse<String> answered(PackagedDesk desk, String method, String path, String body) throws Exception {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var answer = PackagedDesk.send(
                client,
                desk.request(path)
                        .header("Authorization", "Bearer " + token(desk))
                        .header("Content-Type", "application/json")
                        .method(method, publisher));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        return answer;
    }

    private String token(PackagedDesk desk) throws Exception {
        if (!tokens.containsKey(desk)) {
            tokens.put(desk, desk.signIn(client));
        }
        return tokens.get(desk);
    }

    private static int free() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
