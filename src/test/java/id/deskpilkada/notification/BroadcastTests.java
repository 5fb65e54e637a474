package id.deskpilkada.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallRegency;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class BroadcastTests {

    @Autowired
    Post post;

    @Autowired
    Installation installation;

    @LocalServerPort
    int port;

    private SmallRegency regency;
    private DeskClient desk;

    @BeforeEach
    void aDeskAndThreeAdmins() {
        regency = post.regency();
        regency.person("desk", "desk", "36.04");
        regency.person("siti", "village-admin", SmallRegency.SINDANGMANDI);
        regency.person("budi", "village-admin", "36.04.05.2003");
        regency.person("tono", "village-admin", "36.04.06.2001");
        regency.person("camat.baros", "camat", "36.04.05");
        desk = new DeskClient(port, "desk", SmallRegency.PASSWORD);
    }

    @Test
    void everyAdminOfTheAreaGetsItAndNobodyElse() {
        var answer = desk.post("/api/broadcasts", request("36.04.05", "village-admin"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("recipients").asInt()).isEqualTo(2);
        assertThat(unread("siti")).isEqualTo(1);
        assertThat(unread("tono")).isZero();
        assertThat(unread("camat.baros")).isZero();
    }

    @Test
    void aTrialRunOnlyCounts() {
        var answer = desk.post("/api/broadcasts?dryRun=true", request("36.04", "village-admin"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("recipients").asInt()).isEqualTo(3);
        assertThat(unread("siti")).isZero();
    }

    @Test
    void theSameIdIsSentOnce() {
        var id = UUID.randomUUID();
        var request = request("36.04.05", "village-admin").replace("{", "{\"id\": \"" + id + "\", ");

        assertThat(desk.post("/api/broadcasts", request).status()).isEqualTo(201);
        assertThat(desk.post("/api/broadcasts", request)
                        .body()
                        .path("recipients")
                        .asInt())
                .isEqualTo(2);
        assertThat(desk.post("/api/broadcasts", request.replace("Cek sinyal", "Lain"))
                        .status())
                .isEqualTo(409);
        assertThat(unread("siti")).isEqualTo(1);
    }

    @Test
    void theDeskSeesWhoHasReadIt() {
        var id = desk.post("/api/broadcasts", request("36.04.05", "village-admin"))
                .body()
                .path("id")
                .asText();
        var siti = new DeskClient(port, "siti", SmallRegency.PASSWORD);
        var message = siti.get("/api/inbox").body().path("items").get(0);
        assertThat(message.path("text").asText()).contains("Laporkan sinyal").endsWith("Dari: desk");
        siti.post("/api/inbox/" + message.path("id").asText() + "/read", "");

        var shown = desk.get("/api/broadcasts/" + id).body();
        assertThat(shown.path("recipients").asInt()).isEqualTo(2);
        assertThat(shown.path("read").asInt()).isEqualTo(1);
        assertThat(names(id, true)).isEqualTo("siti");
        assertThat(names(id, false)).isEqualTo("budi");
        assertThat(siti.get("/api/broadcasts/" + id).status()).isEqualTo(403);
    }

    @Test
    void onlyTheDeskBroadcastsAndNotTooOften() {
        var siti = new DeskClient(port, "siti", SmallRegency.PASSWORD);
        assertThat(siti.post("/api/broadcasts", request("36.04.05", "village-admin"))
                        .status())
                .isEqualTo(403);
        assertThat(desk.post("/api/broadcasts", request("36.05", "village-admin"))
                        .status())
                .isEqualTo(404);
        assertThat(desk.post("/api/broadcasts", request("36.04.05", "health"))
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("NO_RECIPIENTS");

        for (int number = 1; number <= 6; number++) {
            assertThat(desk.post("/api/broadcasts", request("36.04.05", "village-admin"))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(desk.post("/api/broadcasts", request("36.04.05", "village-admin"))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void everyFaultOfARequestIsNamed() {
        var answer = desk.post("/api/broadcasts", "{\"roles\": [\"raja\"], \"title\": \"\", \"text\": \"x\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsText("field")).containsExactly("roles", "title");
    }

    @Test
    void thePageAsksBeforeItSends() {
        var browser = new Browser(port).signIn("desk", SmallRegency.PASSWORD);
        var fields = Map.of(
                "wilayah",
                "36.04.05",
                "peran",
                "village-admin",
                "judul",
                "Cek sinyal",
                "isi",
                "Baris satu\n<b>dua</b>");

        var check = browser.submit("/desk/pesan/siaran", "/desk/pesan/siaran/periksa", fields)
                .body();
        assertThat(check).contains("2 orang akan menerima siaran ini.").contains("&lt;b&gt;dua&lt;/b&gt;");
        assertThat(unread("siti")).isZero();

        var id = Pattern.compile("name=\"id\" value=\"([^\"]+)\"").matcher(check);
        assertThat(id.find()).isTrue();
        var sent = new java.util.HashMap<>(fields);
        sent.put("id", id.group(1));
        assertThat(browser.submit("/desk/pesan/siaran", "/desk/pesan/siaran", sent)
                        .statusCode())
                .isEqualTo(302);
        assertThat(unread("siti")).isEqualTo(1);
        assertThat(browser.get("/desk/pesan/siaran/" + id.group(1)).body())
                .contains("budi")
                .contains("Belum membaca (2)");
        assertThat(browser.get("/desk/pesan/siaran").body()).contains("0 dari 2 sudah membaca");
        assertThat(browser.submit("/desk/pesan/siaran", "/desk/pesan/siaran/periksa", Map.of("judul", "", "isi", ""))
                        .body())
                .contains("Pilih sedikitnya satu peran.");
    }

    /** Also right after an import, when the database still plans for the few people there were in tables that had held many. */
    @Test
    void fiveThousandPeopleAreOneStatement() {
        var owner = installation.asOwner();
        thousands();
        owner.update(
                "DELETE FROM desk.staff_role WHERE staff_id IN (SELECT id FROM desk.staff_member WHERE username LIKE 'admin.%')");
        owner.update("DELETE FROM desk.staff_member WHERE username LIKE 'admin.%'");
        owner.execute("ANALYZE desk.staff_member, desk.staff_role");
        thousands();
        var begun = Instant.now();

        var answer = desk.post(
                "/api/broadcasts", request("36.04.05", "village-admin").replace("false", "true"));

        assertThat(answer.body().path("recipients").asInt()).isEqualTo(5002);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT count(*) FROM desk.message_delivery WHERE state = 'WAITING'", Long.class))
                .isGreaterThanOrEqualTo(10_000);
    }

    private void thousands() {
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.staff_member (username, name, phone, email) SELECT 'admin.' || n, 'Admin ' || n, '08123456' || lpad(n::text, 4, '0'), 'admin' || n || '@example.go.id' FROM generate_series(1, 5000) n");
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.staff_role (staff_id, role, scope, area) SELECT id, 'village-admin', '36.04.05.2002', '3604052002' FROM desk.staff_member WHERE username LIKE 'admin.%'");
    }

    private String request(String area, String role) {
        return """
               {"area": "%s", "roles": ["%s"], "title": "Cek sinyal", "text": "Laporkan sinyal di TPS Anda.", "urgent": false}"""
                .formatted(area, role);
    }

    private int unread(String username) {
        return new DeskClient(port, username, SmallRegency.PASSWORD)
                .get("/api/inbox/unread")
                .body()
                .path("unread")
                .asInt();
    }

    private String names(String id, boolean read) {
        return String.join(
                ",",
                desk.get("/api/broadcasts/" + id + "/recipients?read=" + read)
                        .body()
                        .path("items")
                        .findValuesAsText("username"));
    }
}
