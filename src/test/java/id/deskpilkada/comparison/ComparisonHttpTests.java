package id.deskpilkada.comparison;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.BAROS_PRISON;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.comparison.ComparisonDay.CAMAT;
import static id.deskpilkada.comparison.ComparisonDay.DESK;
import static id.deskpilkada.comparison.ComparisonDay.SUPERVISOR;
import static id.deskpilkada.comparison.ComparisonDay.UPLOAD;
import static id.deskpilkada.comparison.ComparisonDay.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class ComparisonHttpTests {

    private static final String COMPARISON = "/api/comparison/BUPATI";

    @Autowired
    ComparisonDay day;

    @Autowired
    TestRestTemplate anybody;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin(port);
    }

    private int imports() {
        return day.installation()
                .asOwner()
                .queryForObject("SELECT count(*)::int FROM desk.official_import", Integer.class);
    }

    private static List<String> codes(JsonNode body) {
        return body.path("errors").findValuesAsText("code");
    }

    @Test
    void aDryRunTellsWhatWouldBeStoredAndStoresNothing() {
        var answer = day.client(DESK)
                .upload(
                        UPLOAD + "&dryRun=true",
                        "angka.csv",
                        table(MARGASANA_1 + ";1;2", BAROS_1 + ";;", "36.05;1;2", "36.04.05;1;2"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("places").path("TPS").asInt()).isEqualTo(2);
        assertThat(answer.body().path("places").path("DISTRICT").asInt()).isEqualTo(1);
        assertThat(answer.body().path("empty").asInt()).isEqualTo(1);
        assertThat(answer.body().path("outside").asInt()).isEqualTo(1);
        assertThat(answer.body().has("id")).isFalse();
        assertThat(imports()).isZero();
        assertThat(day.instances()).isEmpty();
    }

    @Test
    void unknownPlacesAreNamedWithTheirRowAndNothingIsStored() {
        var answer = day.send(DESK, "angka.csv", table(MARGASANA_1 + ";1;2", "3604052002099;1;2", "36.04.05.2099;1;2"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(codes(answer.body())).containsExactlyInAnyOrder("OFFICIAL_UNKNOWN_TPS", "OFFICIAL_UNKNOWN_REGION");
        assertThat(answer.text()).contains("\"row\":3", "TPS 3604052002099 tidak ada dalam daftar TPS");
        assertThat(imports()).isZero();
    }

    @Test
    void theSameFileIsNotStoredTwice() {
        var file = table(MARGASANA_1 + ";1;2");
        assertThat(day.send(DESK, "angka.csv", file).status()).isEqualTo(200);
        var again = day.send(DESK, "nama-lain.csv", file);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asText()).isEqualTo("OFFICIAL_KNOWN");
        assertThat(imports()).isEqualTo(1);
    }

    @Test
    void anImportIsKeptWithItsSourceAndRecorded() {
        day.client(DESK).upload(UPLOAD + "&source=Situs+KPU", "angka.csv", table(MARGASANA_1 + ";1;2"));
        var list =
                day.client(SUPERVISOR).get("/api/official-figures?race=BUPATI").body();
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.get(0).path("source").asText()).isEqualTo("Situs KPU");
        assertThat(list.get(0).path("fileName").asText()).isEqualTo("angka.csv");
        assertThat(day.installation()
                        .asOwner()
                        .queryForObject(
                                "SELECT count(*) FROM desk.audit_entry WHERE action = 'official.imported'",
                                Integer.class))
                .isEqualTo(1);
    }

    @Test
    void kpuNumbersOfCandidatesAreRememberedOnceTheyWereTold() {
        var json = "{\"tungsura\": {\"table\": {\"360405\": {\"1000819\": 1, \"1000820\": 2, \"psu\": \"Reguler\"}}}}";
        var refused = day.client(DESK).upload(UPLOAD, "3604.json", json);
        assertThat(refused.body().path("code").asText()).isEqualTo("OFFICIAL_CANDIDATES_UNKNOWN");
        assertThat(refused.body().path("detail").asText()).contains("1000819, 1000820");
        var told = day.client(DESK).upload(UPLOAD + "&candidates=1000819=1,1000820=2", "3604.json", json);
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        var next = day.client(DESK).upload(UPLOAD, "3604.json", json.replace(": 1,", ": 3,"));
        assertThat(next.status()).as(next.text()).isEqualTo(200);
        assertThat(next.body().path("candidates").path("1000820").asInt()).isEqualTo(2);
        for (var wrong : List.of("1000819", "1000819=7")) {
            assertThat(day.client(DESK)
                            .upload(UPLOAD + "&candidates=" + wrong, "3604.json", json + " ")
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void everyStationHasItsOutcomeAndRegionsWhereFiguresAreThere() {
        day.decided(MARGASANA_1, 120, 90);
        day.decided(MARGASANA_2, 100, 80);
        day.decided(BAROS_1, 60, 70);
        day.form(KRAMATWATU_1, 1, 2, "RECEIVED");
        day.imported(MARGASANA_1 + ";120;90", MARGASANA_2 + ";103;80", BAROS_1 + ";;", "36.04.17;60;70");
        var view = day.client(SUPERVISOR).get(COMPARISON).body();
        assertThat(view.path("outcomes").toString())
                .isEqualTo("{\"EQUAL\":1,\"DIFFERENT\":1,\"ONLY_OURS\":1,\"PENDING\":1,\"NEITHER\":1}");
        assertThat(view.at("/votes/0/ours").asInt()).isEqualTo(220);
        assertThat(view.at("/votes/0/official").asInt()).isEqualTo(223);
        assertThat(view.at("/votes/0/difference").asInt()).isEqualTo(-3);
        assertThat(view.at("/regions/0/outcome").asText())
                .as("the prison of Baros is not in our figures")
                .isEqualTo("INCOMPLETE");
        assertThat(view.at("/children/0/outcomes/DIFFERENT").asInt()).isEqualTo(1);
        var different = day.client(DESK)
                .get(COMPARISON + "?region=36.04.05.2002&outcome=DIFFERENT")
                .body();
        assertThat(different.at("/stations/total").asInt()).isEqualTo(1);
        assertThat(different.at("/stations/items/0/fields").toString()).isEqualTo("{\"votes.1\":[100,103]}");
        assertThat(different.path("disclaimer").asText()).isNotBlank();
        var paged = day.client(DESK).get(COMPARISON + "?size=2&page=1").body().path("stations");
        assertThat(paged.path("items").size()).isEqualTo(2);
        assertThat(paged.path("total").asInt()).isEqualTo(5);
    }

    @Test
    void aBlankOfOursAndAPublishedZeroAreTheSame() {
        day.decided(MARGASANA_1, 120, 90);
        day.installation()
                .asOwner()
                .execute(
                        "ALTER TABLE desk.c1_version DISABLE TRIGGER USER; UPDATE desk.c1_version SET data = data #- '{votes,2}'; ALTER TABLE desk.c1_version ENABLE TRIGGER USER");
        day.imported(MARGASANA_1 + ";120;0");
        assertThat(day.client(DESK).get(COMPARISON).body().at("/outcomes/EQUAL").asInt())
                .isEqualTo(1);
    }

    @Test
    void differencesAreListedWithTheirCauseForReaders() {
        day.decided(MARGASANA_1, 120, 90);
        day.decided(BAROS_1, 60, 70);
        day.imported(MARGASANA_1 + ";121;90", BAROS_1 + ";66;77");
        var task = day.open("Margasana");
        var ofTask = day.client(DESK)
                .get("/api/official-differences/of-task/" + task.getId())
                .body();
        assertThat(ofTask.at("/fields/0/label").asText()).isEqualTo("Suara no. 1, Calon C - Wakil C");
        assertThat(ofTask.at("/place/name").asText()).isEqualTo("TPS 001 Margasana");
        day.traced(task, "{\"cause\": \"OTHER\", \"note\": \"Foto tertukar\"}");

        var list = day.client(SUPERVISOR).get("/api/official-differences?race=BUPATI");
        assertThat(list.body().path("total").asInt()).isEqualTo(2);
        var traced = day.client(SUPERVISOR)
                .get("/api/official-differences?race=BUPATI&state=TRACED&region=36.04.05")
                .body()
                .path("items");
        assertThat(traced.size()).isEqualTo(1);
        assertThat(traced.get(0).path("cause").asText()).isEqualTo("OTHER");
        assertThat(traced.get(0).path("tracedBy").asText()).isEqualTo("Dewi Desk");
        assertThat(day.client(SUPERVISOR)
                        .get("/api/official-differences/" + ofTask.path("id").asLong())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsMissingInAnAnswerIsNamed() {
        day.decided(MARGASANA_1, 120, 90);
        day.imported(MARGASANA_1 + ";121;90");
        var task = day.open("Margasana");
        assertThat(codes(day.trace(task, "{}").body())).containsExactly("UNKNOWN_CHOICE");
        assertThat(codes(day.trace(task, "{\"cause\": \"OTHER\"}").body())).containsExactly("NOTE_REQUIRED");
        assertThat(codes(day.trace(task, "{\"cause\": \"OUR_MISREADING\", \"correction\": {\"votes.1\": 121}}")
                        .body()))
                .containsExactly("NOTE_REQUIRED");
        assertThat(correction("{\"votes.1\": \"x\"}")).containsExactly("CORRECTION_NO_NUMBER");
        assertThat(correction("{\"votes.1\": 120}")).containsExactly("CORRECTION_CHANGES_NOTHING");
        assertThat(correction("{\"votes.2\": 4}")).containsExactly("CORRECTION_NOT_ASKED");
        assertThat(correction("{}")).containsExactly("CORRECTION_CHANGES_NOTHING");
        assertThat(day.open()).hasSize(1);
    }

    private List<String> correction(String readings) {
        return codes(day.trace(
                        day.open("Margasana"),
                        "{\"cause\": \"OUR_MISREADING\", \"note\": \"x\", \"correction\": " + readings + "}")
                .body());
    }

    @Test
    void theDeskComparesSupervisorsReadAndNobodyElse() {
        day.decided(MARGASANA_1, 120, 90);
        day.imported(MARGASANA_1 + ";121;90");
        assertThat(day.send(SUPERVISOR, "a.csv", table(MARGASANA_1 + ";1;2")).status())
                .isEqualTo(403);
        assertThat(day.client(SUPERVISOR).post(COMPARISON + "/again", "").status())
                .isEqualTo(403);
        for (var address : List.of(
                COMPARISON,
                "/api/official-figures?race=BUPATI",
                "/api/official-differences?race=BUPATI",
                "/api/official-figures/template.csv?race=BUPATI")) {
            assertThat(day.client(CAMAT).get(address).status()).as(address).isEqualTo(403);
            assertThat(anybody.getForEntity(address, String.class)
                            .getStatusCode()
                            .value())
                    .as(address)
                    .isEqualTo(401);
        }
        assertThat(day.client(DESK).get("/api/official-differences/999999").status())
                .isEqualTo(404);
    }

    @Test
    void theTemplateNamesEveryStation() {
        var template = day.client(DESK).get("/api/official-figures/template.csv?race=BUPATI");
        assertThat(template.text()).contains("kode;suara_1;suara_2", MARGASANA_1, BAROS_1);
    }

    @Test
    void whatIsPublishedAlreadyAndNotCountedByUsIsOnOneSideOnly() {
        day.imported("36.04.17;60;70");
        var line = day.client(DESK).get(COMPARISON).body().at("/regions/0");
        assertThat(line.path("outcome").asText()).isEqualTo("ONLY_OFFICIAL");
        assertThat(line.path("fields").isEmpty() && line.path("ours").isEmpty()).isTrue();
        day.decided(BAROS_1, 50, 70);
        assertThat(day.client(DESK)
                        .get(COMPARISON)
                        .body()
                        .at("/regions/0/outcome")
                        .asText())
                .as("the prison of Baros is not in our figures")
                .isEqualTo("INCOMPLETE");
        day.decided(BAROS_PRISON, 10, 0);
        assertThat(day.client(DESK)
                        .get(COMPARISON)
                        .body()
                        .at("/regions/0/outcome")
                        .asText())
                .isEqualTo("EQUAL");
        assertThat(day.open()).isEmpty();
    }

    @Test
    void withoutAnImportThereIsNothingToCompareAgain() {
        assertThat(day.client(DESK).post(COMPARISON + "/again", "").status()).isEqualTo(404);
    }

    @Test
    void theComparisonLeavesAsCsvAndXlsxWithItsCauses() throws Exception {
        day.decided(MARGASANA_1, 120, 90);
        day.decided(BAROS_1, 60, 70);
        day.imported(MARGASANA_1 + ";121;90", BAROS_1 + ";60;70", "36.04.17;60;70");
        day.traced(day.open("Margasana"), "{\"cause\": \"UNREADABLE\"}");
        var csv = day.client(SUPERVISOR)
                .get("/api/comparison/BUPATI.csv")
                .text()
                .lines()
                .toList();
        assertThat(csv).hasSize(6);
        assertThat(csv.get(0)).startsWith("tps,place,outcome,version,ours_votes.1,official_votes.1,");
        assertThat(csv)
                .anyMatch(line -> line.startsWith(MARGASANA_1 + ",TPS 001 Margasana,DIFFERENT,1,120,121,90,90,"));
        assertThat(day.client(DESK)
                        .get("/api/comparison/BUPATI.csv?region=36.04.17&outcome=EQUAL")
                        .text()
                        .lines())
                .hasSize(2);
        var file = anybody.withBasicAuth(SUPERVISOR, People.PASSWORD)
                .getForObject("/api/comparison/BUPATI.xlsx", byte[].class);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(4);
            var differences = book.getSheet("Selisih");
            assertThat(differences.getLastRowNum()).isEqualTo(1);
            assertThat(differences.getRow(1).getCell(5).getStringCellValue()).isEqualTo("Foto formulir tidak terbaca");
            assertThat(book.getSheet("TPS").getLastRowNum()).isEqualTo(5);
            assertThat(book.getSheet("Wilayah").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("Baros");
        }
        assertThat(day.installation()
                        .asOwner()
                        .queryForObject(
                                "SELECT count(*) FROM desk.audit_entry WHERE action = 'comparison.exported'",
                                Integer.class))
                .isEqualTo(3);
        assertThat(day.client(CAMAT).get("/api/comparison/BUPATI.csv").status()).isEqualTo(403);
    }
}
