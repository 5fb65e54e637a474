package id.deskpilkada.assignment;

import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.Browser;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class AssignmentHttpTests {

    static final String DISTRICT = "/api/assignments/36.04.05";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Installation installation;

    AssignmentScenario scenario;
    DeskClient camat;

    @BeforeEach
    void everyCamatIsAsked(
            @Autowired SmallElection small,
            @Autowired Secrets secrets,
            @Autowired AssignmentPreparation preparation,
            @Autowired Assignments assignments,
            @Autowired DistrictViews views,
            @Autowired SystemTransactions transactions) {
        scenario = new AssignmentScenario(
                installation, small, staff, secrets, preparation, assignments, views, transactions);
        scenario.begin();
        camat = client("camat.kram");
    }

    DeskClient client(String username) {
        return new DeskClient(port, username, People.PASSWORD);
    }

    static String villages(String... villages) {
        return "{\"skNumber\": \"800/12\", \"skDate\": \"2024-10-30\", \"villages\": [" + String.join(",", villages)
                + "]}";
    }

    static String village(String code, String... people) {
        return "{\"village\": \"%s\", \"people\": [%s]}".formatted(code, String.join(",", people));
    }

    static String person(String name, String phone) {
        return "{\"name\": \"%s\", \"phone\": \"%s\"}".formatted(name, phone);
    }

    static String officer(String tps, String name, String phone) {
        return "{\"tps\": \"%s\", \"name\": \"%s\", \"phone\": \"%s\"}".formatted(tps, name, phone);
    }

    static List<String> faults(DeskClient.Answer answer) {
        var faults = new ArrayList<String>();
        answer.body()
                .path("errors")
                .forEach(error -> faults.add((error.has("row")
                                ? error.path("row").asText() + " "
                                        + error.path("column").asText()
                                : error.path("field").asText())
                        + " " + error.path("code").asText()));
        return faults;
    }

    @Test
    void severalVillagesInOneFormWithAdminsOrOneOfficerPerTps() {
        var answer = camat.put(
                DISTRICT,
                villages(
                        village(
                                "36.04.05.2001",
                                person("Hj. Siti Aminah, S.Pd.", "62 812-3456-7801"),
                                person("Siti Aminah", "(0812) 3456 7803")),
                        village(
                                "36.04.05.2002",
                                officer(MARGASANA_1, "Budi Santoso", "+62 812 3456 7802"),
                                officer(MARGASANA_2, "Cecep", "081234567804"))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("gaps").asInt()).isZero();
        assertThat(scenario.usernames()).containsExactly("siti.aminah", "siti.aminah2", "budi.santoso", "cecep");
        assertThat(staff.person("siti.aminah").orElseThrow().phone()).isEqualTo("+6281234567801");
        assertThat(staff.actor("budi.santoso").orElseThrow().groups()).containsExactly("tps-officer-" + MARGASANA_1);
        assertThat(scenario.told("siti.aminah")).containsExactly("assignment-named");
        assertThat(camat.get("/api/assignments/36.04.17").status()).isEqualTo(403);
        assertThat(client("desk").get(DISTRICT).body().path("people").asInt()).isEqualTo(4);
    }

    @Test
    void everyFaultIsNamedAndNothingIsStored() {
        scenario.people.add("orang.baros", "Orang Baros", "village-admin@36.04.17.2001");
        scenario.small.load("regions", "kode,nama,lat,lng\n36.04.05.2003,Pamengkang,,\n");
        scenario.name("36.04.05.2001", AssignmentScenario.person("Siti Aminah", "0812-3456-7801"));

        var answer = camat.put(
                DISTRICT,
                villages(
                        village("36.04.05.2003", person("Tanpa TPS", "081234567810")),
                        village("36.04.17.2001", person("Salah Kecamatan", "081234567811")),
                        village(
                                "36.04.05.2002",
                                person("Nomor Salah", "0812-34"),
                                "{\"name\": \"X\", \"phone\": \"081234567812\", \"email\": \"bukan surel\", \"nip\": \"123\"}",
                                "{\"username\": \"orang.baros\"}",
                                "{\"username\": \"desk\"}",
                                "{\"username\": \"tidak.ada\"}",
                                person("Orang Lain", "+62 812-3456-7801"),
                                person("Sama Orang", "081234567813"),
                                person("Sama Orang", "081234567813"),
                                officer(KRAMATWATU_1, "Salah Tempat", "081234567814"),
                                "{\"name\": \"\", \"email\": \"a@b.id\"}")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asText()).isEqualTo("ASSIGNMENT_REJECTED");
        assertThat(faults(answer))
                .containsExactly(
                        "villages[0].people[0].village VILLAGE_WITHOUT_TPS",
                        "villages[1].people[0].village VILLAGE_NOT_OF_DISTRICT",
                        "villages[2].people[0].phone WRONG_PHONE",
                        "villages[2].people[1].name TEXT_LENGTH",
                        "villages[2].people[1].email WRONG_EMAIL",
                        "villages[2].people[1].nip WRONG_NIP",
                        "villages[2].people[2].username PERSON_OF_OTHER_DISTRICT",
                        "villages[2].people[3].username PERSON_OF_REGENCY",
                        "villages[2].people[4].username UNKNOWN_PERSON",
                        "villages[2].people[5].phone PHONE_OF_ANOTHER",
                        "villages[2].people[7].name DUPLICATE_PERSON",
                        "villages[2].people[8].tps TPS_NOT_OF_VILLAGE",
                        "villages[2].people[9].name NAME_REQUIRED",
                        "villages[2].people[9].phone PHONE_REQUIRED");
        assertThat(answer.text())
                .contains("Orang ini bertugas di Kecamatan Baros")
                .contains("sudah dipakai Siti Aminah");
        assertThat(scenario.usernames()).containsExactly("siti.aminah");
    }

    @Test
    void aPersonWithTwoRolesKeepsBothAndIsRecognisedByTheirNumber() {
        scenario.people.add("wati", "Wati", "district-admin@36.04.05");
        camat.put(
                DISTRICT,
                villages(village("36.04.05.2001", "{\"username\": \"wati\", \"phone\": \"0812 3456 7899\"}")));
        var answer = camat.put(DISTRICT + "/36.04.05.2002", "{\"people\": [" + person("WATI", "62 81234567899") + "]}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(staff.actor("wati").orElseThrow().groups())
                .containsExactlyInAnyOrder(
                        "district-admin-360405", "village-admin-3604052001", "village-admin-3604052002");
        var end = camat.get(DISTRICT).body().at("/villages/0/people/0/id").asLong();
        assertThat(camat.get(DISTRICT + "/people?q=wat").text())
                .contains("\"wati\"")
                .doesNotContain("baros");
        assertThat(scenario.assignments
                        .end(scenario.kramatwatu(), end, "Pindah", scenario.actor("camat.kram"))
                        .gaps())
                .isEqualTo(1);
        assertThat(staff.actor("wati").orElseThrow().groups())
                .containsExactlyInAnyOrder("district-admin-360405", "village-admin-3604052002");
    }

    @Test
    void aFileIsTriedFirstAndEveryBadRowIsNamed() {
        var good =
                "desa;tps;nama;telepon;nomor_sk;tanggal_sk\n3604052001;;Siti Aminah;0812-3456-7801;800/1;30/10/2024\n36.04.05.2002;"
                        + MARGASANA_1 + ";Budi;0812 3456 7802;800/1;2024-10-30\n";
        assertThat(camat.upload("/api/imports/assignments?dryRun=true", "a.csv", good)
                        .body()
                        .path("created")
                        .asInt())
                .isEqualTo(2);
        assertThat(scenario.usernames()).isEmpty();

        var bad = good + "36.04.17.2001;;Orang Baros;081234567803;;\n36.04.05.2002;;Nomor;12;;\n";
        var refused = camat.upload("/api/imports/assignments", "a.csv", bad);
        assertThat(faults(refused)).containsExactly("4 village VILLAGE_OUTSIDE_SCOPE", "5 phone WRONG_PHONE");
        assertThat(scenario.usernames()).isEmpty();

        assertThat(camat.upload("/api/imports/assignments", "a.csv", good).status())
                .isEqualTo(200);
        assertThat(scenario.usernames()).containsExactly("siti.aminah", "budi");
        assertThat(camat.upload("/api/imports/staff", "a.csv", good).status()).isEqualTo(403);
    }

    @Test
    void aPracticeReportCountsForThePersonAndTouchesNothingReal() {
        scenario.nameAll();
        installation
                .asOwner()
                .update(
                        "INSERT INTO desk.staff_account (staff_id, password_hash) SELECT s.id, a.password_hash FROM desk.staff_member s, desk.staff_account a JOIN desk.staff_member m ON m.id = a.staff_id WHERE s.username = 'siti.aminah' AND m.username = 'desk'");
        var siti = client("siti.aminah");
        var practice = "{\"id\": \"%s\", \"area\": \"%s\", \"site\": \"READY\", \"signal\": \"WEAK\"}";

        assertThat(faults(siti.post("/api/practice-reports", practice.formatted(UUID.randomUUID(), "3604052002"))))
                .containsExactly("area NOT_YOUR_PLACE");
        var id = UUID.randomUUID();
        assertThat(siti.post("/api/practice-reports", practice.formatted(id, "3604052001"))
                        .status())
                .isEqualTo(200);
        assertThat(siti.post("/api/practice-reports", practice.formatted(id, "3604052001"))
                        .status())
                .isEqualTo(200);
        var page = new Browser(port).signIn("siti.aminah", People.PASSWORD);
        assertThat(page.submit(
                                "/lapangan/latihan",
                                "/lapangan/latihan",
                                Map.of("id", UUID.randomUUID().toString(), "tempat", "3604052001", "lokasi", "READY"))
                        .body())
                .contains("Pilih salah satu jawaban");

        assertThat(scenario.view().practised()).isEqualTo(1);
        assertThat(count("practice_report")).isEqualTo(1);
        assertThat(count("field_report")).isZero();
        assertThat(client("camat.kram")
                        .post("/api/practice-reports", practice.formatted(id, "3604052001"))
                        .status())
                .isEqualTo(403);
    }

    int count(String table) {
        return installation.asOwner().queryForObject("SELECT count(*) FROM desk." + table, Integer.class);
    }

    @Test
    void manyAreTickedAtOnceAndTheSecondToFinishATaskReadsWhatHappened() {
        scenario.nameAll();
        var people = camat.get(DISTRICT).body().at("/villages");
        var ids = List.of(
                people.at("/0/people/0/id").asLong(),
                people.at("/1/people/0/id").asLong());
        assertThat(camat.put(DISTRICT + "/training", "{\"attended\": " + ids + "}")
                        .body()
                        .path("trained")
                        .asInt())
                .isEqualTo(2);
        assertThat(camat.put(DISTRICT + "/training", "{\"missed\": [" + ids.get(0) + "]}")
                        .body()
                        .path("trained")
                        .asInt())
                .isEqualTo(1);

        var task = task(camat, "assign-admins");
        assertThat(camat.post("/api/tasks/" + task + "/complete", "{}").status())
                .isEqualTo(200);
        var training = task(camat, "record-training");
        assertThat(client("desk").post("/api/tasks/" + training + "/claim", "").status())
                .isEqualTo(204);
        var reason = "{\"data\": {\"reason\": \"Menyusul\"}}";
        assertThat(camat.post("/api/tasks/" + training + "/complete", reason).status())
                .isEqualTo(409);
        assertThat(client("desk")
                        .post("/api/tasks/" + training + "/complete", reason)
                        .status())
                .isEqualTo(200);
        assertThat(camat.post("/api/tasks/" + training + "/complete", "{}").status())
                .isEqualTo(410);
    }

    static String task(DeskClient client, String key) {
        for (JsonNode task : client.get("/api/tasks").body().path("items")) {
            if (task.path("key").asText().equals(key)) {
                return task.path("id").asText();
            }
        }
        throw new AssertionError("no task " + key);
    }

    @Test
    void thePageShowsDistrictsToTheDeskAndTheOwnOneToACamat() {
        scenario.nameAll();
        assertThat(new Browser(port)
                        .signIn("desk", People.PASSWORD)
                        .get("/desk/penugasan")
                        .body())
                .contains("Kramatwatu", "Baros");
        var page = new Browser(port).signIn("camat.kram", People.PASSWORD);
        assertThat(page.get("/desk/penugasan").body())
                .contains("Siti Aminah", "Semua desa ada adminnya")
                .doesNotContain("Baros");
        var refused = page.submit(
                "/desk/penugasan",
                "/desk/penugasan/ganti",
                Map.of(
                        "kecamatan",
                        "360405",
                        "penugasan",
                        Long.toString(scenario.assignmentOf("siti.aminah")),
                        "nama",
                        "Dewi Lestari",
                        "telepon",
                        "12",
                        "alasan",
                        "Sakit"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("12 bukan nomor telepon yang benar", "value=\"Dewi Lestari\"", "value=\"Sakit\"");
        var done = page.submit(
                "/desk/penugasan",
                "/desk/penugasan/ganti",
                Map.of(
                        "kecamatan",
                        "360405",
                        "penugasan",
                        Long.toString(scenario.assignmentOf("siti.aminah")),
                        "nama",
                        "Dewi Lestari",
                        "telepon",
                        "0812 3456 7820",
                        "alasan",
                        "Sakit"));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(scenario.usernames()).containsExactly("dewi.lestari", "budi.santoso");
        assertThat(scenario.told("siti.aminah")).containsExactly("assignment-named", "assignment-relieved");
    }
}
