package id.deskpilkada.readiness.screening;

import static id.deskpilkada.readiness.screening.ScreeningDay.DESK;
import static id.deskpilkada.readiness.screening.ScreeningDay.DINKES;
import static id.deskpilkada.readiness.screening.ScreeningDay.HEALTH;
import static id.deskpilkada.readiness.screening.ScreeningDay.OTHER_HEALTH;
import static id.deskpilkada.readiness.screening.ScreeningDay.SECRET_NAME;
import static id.deskpilkada.readiness.screening.ScreeningDay.screen;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.sealing.FormerKeyUse;
import id.deskpilkada.platform.sealing.OtherSecret;
import id.deskpilkada.retention.Retention;
import id.deskpilkada.staff.People;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees, records and exports officers' screening, what of it lies in the database, and when it goes. */
@WholeApplication
class ScreeningTests {

    @Autowired
    ObjectProvider<FormerKeyUse> uses;

    @Autowired
    ScreeningDay day;

    @Autowired
    SmallElection election;

    @Autowired
    Installation installation;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    SystemTransactions transactions;

    @Value("${desk.data-dir}")
    Path dataDirectory;

    @LocalServerPort
    int port;

    JdbcTemplate owner;
    DeskClient health;
    DeskClient desk;
    DeskClient admin;

    @BeforeEach
    void officers() {
        installation.empty();
        owner = installation.asOwner();
        election.prepared();
        day.people();
        day.officers();
        health = client(HEALTH);
        desk = client(DESK);
        admin = new DeskClient(port, "admin", "rahasia-admin-uji");
    }

    private DeskClient client(String username) {
        return new DeskClient(port, username, People.PASSWORD);
    }

    private static String sample(String result) {
        return "{\"screenedOn\": \"2024-11-12\", \"result\": \"" + result
                + "\", \"insuranceActive\": true, \"followUpDone\": false}";
    }

    @Test
    void whatLiesInTheDatabaseIsNotTheResult() {
        assertThat(health.put("/api/screenings/" + day.id("P1"), sample("AT_RISK"))
                        .status())
                .isEqualTo(200);
        assertThat(health.put("/api/screenings/" + day.id("P2"), sample("NOT_AT_RISK"))
                        .status())
                .isEqualTo(200);
        var stored = owner.queryForList("SELECT sealed FROM desk.officer_screening", byte[].class);
        assertThat(stored).hasSize(2).extracting(bytes -> bytes.length).containsOnly(stored.get(0).length);
        assertThat(stored).allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("2024", "1112", "RISK"));
        assertThat(owner.queryForList("SELECT DISTINCT key_id FROM desk.officer_screening", String.class))
                .containsExactlyElementsOf(owner.queryForList("SELECT key_id FROM desk.sealing_key", String.class));
        var rows = health.get("/api/screenings?puskesmas=" + day.puskesmas("Kramatwatu"))
                .body();
        assertThat(rows.at("/items/0").has("result")).isFalse();
        assertThat(rows.at("/items/1/result").asText()).isEqualTo("AT_RISK");
        assertThat(rows.at("/items/2/result").asText()).isEqualTo("NOT_AT_RISK");
    }

    @Test
    void diagnosesAndOtherWordsAreRefusedAndNotRepeated() {
        var refused = health.put(
                "/api/screenings/" + day.id("P1"),
                "{\"screenedOn\": \"2024-11-12\", \"result\": \"AT_RISK\", \"diagnosis\": \"hipertensi\", \"note\": \"x\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("code")).containsOnly("SCREENING_FIELD_REFUSED");
        assertThat(refused.text()).doesNotContain("hipertensi");
        var wrong = health.put(
                "/api/screenings/" + day.id("P1"),
                "{\"screenedOn\": \"besok\", \"result\": \"sakit\", \"insuranceActive\": \"ya\"}");
        assertThat(wrong.body().path("errors").findValuesAsText("code"))
                .containsExactly("NOT_A_DAY", "RESULT_UNKNOWN", "NOT_YES_OR_NO");
        assertThat(screen(health, day.id("P1"), "NOT_AT_RISK", true)
                        .body()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("FOLLOW_UP_WITHOUT_RISK");
    }

    @Test
    void fileAndFormAreTheSameAndAFileNamesEveryBadRow() {
        var bad = health.upload(
                "/api/imports/screenings",
                "skrining.csv",
                "kode_petugas,tanggal,hasil,jkn,diagnosis\nP1,2024-13-12,berisiko,ya,x\nB1,12/11/2024,sakit,ya,x\n");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder("NOT_A_DAY", "UNKNOWN_OFFICER", "NOT_A_CHOICE");
        var good = health.upload(
                "/api/imports/screenings",
                "skrining.csv",
                "kode_petugas,tanggal,hasil,jkn,tindak_lanjut,diagnosis\nP1,12/11/2024,berisiko,ya,tidak,x\nP2,2024-11-12,tidak berisiko,,,y\n");
        assertThat(good.status()).as(good.text()).isEqualTo(200);
        assertThat(good.body().path("created").asInt()).isEqualTo(2);
        assertThat(good.body().path("ignoredColumns").toString()).contains("diagnosis");
        var rows = health.get("/api/screenings?puskesmas=" + day.puskesmas("Kramatwatu"))
                .body();
        assertThat(rows.at("/items/1/screenedOn").asText()).isEqualTo("2024-11-12");
        assertThat(rows.at("/items/1/insuranceActive").asBoolean()).isTrue();
        assertThat(health.upload(
                                "/api/imports/screenings",
                                "a.csv",
                                "kode_petugas,tanggal,hasil\nP1,12/11/2024,berisiko\n")
                        .body()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(1);
        assertThat(admin.upload("/api/imports/screenings", "a.csv", "x").status())
                .isEqualTo(403);
        assertThat(health.upload("/api/imports/staff", "a.csv", "x").status()).isEqualTo(403);
    }

    @Test
    void aNikAndAWrongPlaceAreNamed() {
        var refused = admin.upload(
                "/api/imports/officers",
                "petugas.csv",
                "kode_petugas,nama,tugas,kode_tps,kode_wilayah,puskesmas,telepon\n"
                        + "3604051212880001,A,KPPS,3604052002001,,P,\nP9,B,KPPS,,,P,\nP8,C,KPPS,3604052002099,,P,\nP7,D,PPK,,36.04.99,P,12\n");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsText("code"))
                .containsExactlyInAnyOrder(
                        "OFFICER_CODE_IS_NIK",
                        "OFFICER_WITHOUT_PLACE",
                        "UNKNOWN_TPS",
                        "UNKNOWN_OFFICER_REGION",
                        "OFFICER_PHONE");
    }

    @Test
    void onlyTheHealthServiceOfTheAreaSeesRows() {
        var kramatwatu = day.puskesmas("Kramatwatu");
        for (var path : List.of(
                "/api/screenings?puskesmas=" + kramatwatu,
                "/api/screenings.csv?puskesmas=" + kramatwatu,
                "/kesehatan/" + kramatwatu)) {
            assertThat(client(OTHER_HEALTH).get(path).status()).as(path).isEqualTo(404);
            assertThat(desk.get(path).status()).as(path).isEqualTo(403);
            assertThat(admin.get(path).status()).as(path).isEqualTo(403);
            assertThat(health.get(path).status()).as(path).isEqualTo(200);
            assertThat(client(DINKES).get(path).text()).as(path).contains(SECRET_NAME);
        }
        assertThat(client(OTHER_HEALTH)
                        .put("/api/screenings/" + day.id("P1"), sample("AT_RISK"))
                        .status())
                .isEqualTo(404);
        assertThat(health.get("/api/puskesmas").body().path("items")).hasSize(1);
    }

    @Test
    void everyLookAndExportStandsInTheTrailAndNoneOfWhatWasSeen() {
        health.put("/api/screenings/" + day.id("P1"), sample("AT_RISK"));
        var kramatwatu = day.puskesmas("Kramatwatu");
        health.get("/api/screenings?state=FOLLOW_UP_OPEN&puskesmas=" + kramatwatu);
        health.get("/api/screenings.csv?puskesmas=" + kramatwatu);
        health.get("/kesehatan/" + kramatwatu);
        assertThat(owner.queryForList(
                        "SELECT action || ' ' || object || ' ' || username FROM desk.audit_entry WHERE action LIKE 'screening.%' ORDER BY seq",
                        String.class))
                .containsExactly(
                        "screening.recorded officer/" + day.id("P1") + " " + HEALTH,
                        "screening.viewed puskesmas/" + kramatwatu + " " + HEALTH,
                        "screening.exported puskesmas/" + kramatwatu + " " + HEALTH,
                        "screening.viewed puskesmas/" + kramatwatu + " " + HEALTH);
        var trail = owner.queryForList("SELECT to_jsonb(e)::text FROM desk.audit_entry e", String.class);
        assertThat(String.join("\n", trail)).doesNotContain("AT_RISK", SECRET_NAME, "FOLLOW_UP_OPEN");
    }

    @Test
    void theDeskSeesSumsThatShowNobody() {
        health.put("/api/screenings/" + day.id("P1"), sample("AT_RISK"));
        var summary = desk.get("/api/screenings/summary");
        assertThat(summary.status()).isEqualTo(200);
        assertThat(summary.body().at("/total/officers").asInt()).isEqualTo(4);
        assertThat(summary.body().at("/total/screened").asInt()).isEqualTo(1);
        assertThat(summary.body().at("/total/atRisk").isNull()).isTrue();
        assertThat(desk.get("/kesehatan").text()).contains("tidak ditampilkan").doesNotContain(SECRET_NAME);
        assertThat(health.get("/api/screenings/summary").status()).isEqualTo(403);
        many();
        var shown = desk.get("/api/screenings/summary").body();
        assertThat(shown.at("/total/atRisk").asInt()).isEqualTo(13);
        assertThat(shown.at("/districts/0/atRisk").asInt()).isEqualTo(7);
        assertThat(shown.at("/districts/1/atRisk").asInt()).isEqualTo(6);
    }

    /** Six more at risk and six not, in each of two districts. */
    private void many() {
        var officers = new StringBuilder("kode_petugas,nama,tugas,kode_tps,puskesmas\n");
        var results = new StringBuilder("kode_petugas,tanggal,hasil,tindak_lanjut\n");
        for (var tps : List.of(SmallElection.KRAMATWATU_1, SmallElection.BAROS_PRISON)) {
            for (int number = 0; number < 12; number++) {
                var code = tps + "-" + number;
                officers.append(code)
                        .append(",X,KPPS,")
                        .append(tps)
                        .append(",Puskesmas ")
                        .append(tps)
                        .append('\n');
                results.append(code)
                        .append(number < 6 ? ",2024-11-12,berisiko,tidak\n" : ",2024-11-12,tidak berisiko,\n");
            }
        }
        election.load("officers", officers.toString());
        election.load("screenings", results.toString());
    }

    @Test
    void theResultChangesNeitherTheOfficerNorAnybodysTasks() {
        var officers = owner.queryForList("SELECT to_jsonb(o)::text FROM desk.officer o ORDER BY id", String.class);
        var staff = owner.queryForList("SELECT to_jsonb(s)::text FROM desk.staff_role s ORDER BY 1", String.class);
        health.put("/api/screenings/" + day.id("P1"), sample("AT_RISK"));
        assertThat(owner.queryForList("SELECT to_jsonb(o)::text FROM desk.officer o ORDER BY id", String.class))
                .isEqualTo(officers);
        assertThat(owner.queryForList("SELECT to_jsonb(s)::text FROM desk.staff_role s ORDER BY 1", String.class))
                .isEqualTo(staff);
    }

    @Test
    void onItsDayEverythingIsErased() {
        health.put("/api/screenings/" + day.id("P1"), sample("AT_RISK"));
        assertThat(admin.get("/api/screenings/deletion").body().path("eraseOn").asText())
                .isEqualTo(SmallElection.DAY.plusDays(30).toString());
        assertThat(setDeletion(admin, SmallElection.DAY).body().path("code").asText())
                .isEqualTo("ERASE_ON_RANGE");
        assertThat(setDeletion(health, SmallElection.DAY.plusDays(3)).status()).isEqualTo(403);
        assertThat(setDeletion(admin, SmallElection.DAY.plusDays(3)).status()).isEqualTo(200);
        assertThat(due()).isEqualTo(4);
        retention.run();
        assertThat(owner.queryForObject("SELECT count(*) FROM desk.officer_screening", Integer.class))
                .isZero();
        assertThat(owner.queryForObject("SELECT count(*) FROM desk.officer", Integer.class))
                .isZero();
        assertThat(due()).isZero();
        assertThat(owner.queryForList(
                        "SELECT details::text FROM desk.audit_entry WHERE action = 'retention.erased' AND object = 'SCREENING'",
                        String.class))
                .singleElement()
                .asString()
                .contains("\"rows\": \"4\"");
    }

    @Test
    void beforeItsDayNothingIsErased() {
        owner.update(
                "UPDATE desk.election SET date = ?",
                LocalDate.now(SmallElection.ZONE).minusDays(29));
        retention.run();
        assertThat(owner.queryForObject("SELECT count(*) FROM desk.officer", Integer.class))
                .isEqualTo(4);
    }

    @Test
    void afterAChangeOfTheSecretEverythingIsSealedAnewAndReadsTheSame() throws Exception {
        health.put("/api/screenings/" + day.id("P1"), sample("AT_RISK"));
        var before = owner.queryForObject("SELECT key_id FROM desk.officer_screening", String.class);
        var values = OtherSecret.values(dataDirectory, jdbc, uses);
        var rows = new ScreeningRows(jdbc, template, values);
        new ScreeningRotation(rows, values, transactions).run();
        assertThat(owner.queryForList("SELECT key_id FROM desk.officer_screening", String.class))
                .containsExactly(values.newestKey())
                .doesNotContain(before);
        assertThat(owner.queryForList("SELECT key_id FROM desk.sealing_key", String.class))
                .containsExactly(values.newestKey());
        assertThat(transactions.read(
                        "uji", () -> rows.one(day.id("P1")).orElseThrow().state()))
                .isEqualTo(ScreenedOfficer.State.FOLLOW_UP_OPEN);
    }

    private static DeskClient.Answer setDeletion(DeskClient who, LocalDate day) {
        return who.put("/api/screenings/deletion", "{\"eraseOn\": \"" + day + "\"}");
    }

    private long due() {
        return retention.report().stream()
                .filter(due -> due.kind().equals("SCREENING"))
                .findFirst()
                .orElseThrow()
                .due();
    }
}
