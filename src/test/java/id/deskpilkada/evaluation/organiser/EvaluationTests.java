package id.deskpilkada.evaluation.organiser;

import static id.deskpilkada.evaluation.LookingBack.CAMAT;
import static id.deskpilkada.evaluation.LookingBack.DESK;
import static id.deskpilkada.evaluation.LookingBack.DISTRICT_LEADER;
import static id.deskpilkada.evaluation.LookingBack.LEADER;
import static id.deskpilkada.evaluation.LookingBack.SUPERVISOR;
import static id.deskpilkada.evaluation.LookingBack.figure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.evaluation.LookingBack;
import id.deskpilkada.evaluation.Standing;
import id.deskpilkada.evaluation.Table;
import id.deskpilkada.evaluation.Wording;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.directory.Agencies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.env.MockEnvironment;

/** Every figure of the evaluation against facts written by hand: Kramatwatu with everything, Baros without a word. */
@WholeApplication
class EvaluationTests {

    private static final String KRAMATWATU = "36.04.05";
    private static final String BAROS = "36.04.17";

    @Autowired
    LookingBack past;

    @Autowired
    EvaluationFacts facts;

    @Autowired
    Elections elections;

    @Autowired
    Standing standing;

    @Autowired
    Agencies agencies;

    @Autowired
    Staff staff;

    @Autowired
    Wording wording;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    RoundRef round;

    @BeforeEach
    void aDayThatIsOver() {
        round = past.begin();
    }

    private void everything() {
        past.voting();
        past.halts();
        past.logistics();
        past.votes();
        past.forms();
        past.incidents();
        past.reports();
    }

    private JsonNode read() {
        var answer = new DeskClient(port, DESK, People.PASSWORD).get("/api/evaluation");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private static void holds(JsonNode report, String table, Map<String, Double> figures) {
        figures.forEach((key, value) -> {
            assertThat(figure(report, table, KRAMATWATU, key).asDouble(-1))
                    .as(key)
                    .isEqualTo(value);
            assertThat(figure(report, table, "", key).asDouble(-1))
                    .as(key + " of all")
                    .isEqualTo(value);
            assertThat(figure(report, table, BAROS, key).isNull())
                    .as(key + " of a district without data")
                    .isTrue();
        });
    }

    @Test
    void whoOpensAtTheTimeSetIsNotLate() {
        past.voting();
        var report = read();
        holds(report, "OPENING", Map.of("OPENED", 3.0, "OPENED_LATE", 2.0, "LATE_MEDIAN", 25.0, "LATE_WORST", 40.0));
        holds(report, "TURNOUT", Map.of("TURNOUT_STATIONS", 2.0, "TURNOUT_SHARE", 72.9));
    }

    @Test
    void oneStationThatOpensInTimeHasNoDelay() {
        past.station(SmallElection.BAROS_1, "07:30", null, null);
        var report = read();
        assertThat(figure(report, "OPENING", BAROS, "OPENED").asInt()).isEqualTo(1);
        assertThat(figure(report, "OPENING", BAROS, "OPENED_LATE").asInt(-1)).isZero();
        assertThat(figure(report, "OPENING", BAROS, "LATE_MEDIAN").isNull()).isTrue();
        assertThat(figure(report, "HALTS", BAROS, "HALTED").asInt(-1)).isZero();
        assertThat(figure(report, "INCIDENTS", BAROS, "SEVERITY_4").asInt(-1)).isZero();
        assertThat(figure(report, "INCIDENTS", KRAMATWATU, "SEVERITY_4").isNull())
                .as("nobody has told anything")
                .isTrue();
    }

    @Test
    void oneStationIsItsOwnMedianAndMovesThatOfAll() {
        past.voting();
        past.oneOfBaros();
        var report = read();
        assertThat(figure(report, "OPENING", BAROS, "LATE_MEDIAN").asDouble()).isEqualTo(1.0);
        assertThat(figure(report, "OPENING", BAROS, "LATE_WORST").asDouble()).isEqualTo(1.0);
        assertThat(figure(report, "OPENING", "", "LATE_MEDIAN").asDouble()).isEqualTo(10.0);
        assertThat(figure(report, "OPENING", "", "OPENED_LATE").asInt()).isEqualTo(3);
    }

    @Test
    void aHaltThatReportAndIncidentTellIsOneAndOneTakenBackIsNone() {
        past.voting();
        past.halts();
        holds(read(), "HALTS", Map.of("REPORTING", 3.0, "HALTED", 2.0, "HALT_MINUTES", 20.0, "HALTS_UNENDED", 1.0));
    }

    @Test
    void logisticsAreOpenOnTheDayAsTheyStoodWhenThePollsShouldOpen() {
        past.logistics();
        var report = read();
        holds(report, "LOGISTICS", Map.of("LOGISTICS_CHECKED", 2.0, "LOGISTICS_FOUND", 4.0, "LOGISTICS_OPEN", 2.0));
        holds(report, "LOGISTICS_BY_OWNER", Map.of("OWNER_FOUND:kpu", 3.0, "OWNER_FOUND:camat", 1.0));
        holds(report, "LOGISTICS_OPEN_BY_OWNER", Map.of("OWNER_OPEN:kpu", 1.0, "OWNER_OPEN:camat", 1.0));
    }

    @Test
    void nothingMissingWhereSomebodyHasLookedIsAZero() {
        past.logistics();
        past.sql("DELETE FROM desk.readiness_shortcoming");
        assertThat(figure(read(), "LOGISTICS", KRAMATWATU, "LOGISTICS_FOUND").asInt(-1))
                .isZero();
        assertThat(figure(read(), "LOGISTICS", BAROS, "LOGISTICS_FOUND").isNull())
                .isTrue();
    }

    @Test
    void invalidVotesAreOfComparedFormsAndSayHowComplete() {
        past.votes();
        var report = read();
        assertThat(figure(report, "RACE_BUPATI", KRAMATWATU, "RACE_EXPECTED").asInt())
                .isEqualTo(3);
        assertThat(figure(report, "RACE_BUPATI", KRAMATWATU, "RACE_COUNTED").asInt())
                .isEqualTo(2);
        assertThat(figure(report, "RACE_BUPATI", KRAMATWATU, "RACE_COMPLETE").asDouble())
                .isEqualTo(66.7);
        assertThat(figure(report, "RACE_BUPATI", KRAMATWATU, "RACE_INVALID").asDouble())
                .isEqualTo(5.0);
        assertThat(figure(report, "RACE_BUPATI", KRAMATWATU, "RACE_TURNOUT").asDouble())
                .isEqualTo(62.5);
        assertThat(figure(report, "RACE_BUPATI", "", "RACE_COMPLETE").asDouble())
                .isEqualTo(40.0);
        assertThat(figure(report, "RACE_BUPATI", BAROS, "RACE_COMPLETE").asDouble(-1))
                .isZero();
        assertThat(figure(report, "RACE_BUPATI", BAROS, "RACE_INVALID").isNull())
                .isTrue();
    }

    @Test
    void formsAreTimedFromTheClosingOfTheirStation() {
        past.voting();
        past.forms();
        holds(
                read(),
                "C1",
                Map.of(
                        "C1_RECEIVED", 3.0,
                        "C1_RECEIVED_MEDIAN", 120.0,
                        "C1_RECEIVED_NINETY", 360.0,
                        "C1_RECEIVED_LAST", 360.0,
                        "C1_VERIFIED", 2.0,
                        "C1_VERIFIED_MEDIAN", 150.0,
                        "C1_VERIFIED_NINETY", 180.0,
                        "C1_VERIFIED_LAST", 180.0,
                        "C1_FROM_SCHEDULE", 1.0));
    }

    @Test
    void incidentsThatWereNoneCountNowhereAndTheLateAreCounted() {
        past.incidents();
        var report = read();
        holds(
                report,
                "INCIDENTS",
                Map.of(
                        "SEVERITY_4",
                        1.0,
                        "SEVERITY_3",
                        0.0,
                        "SEVERITY_2",
                        1.0,
                        "SEVERITY_1",
                        0.0,
                        "INCIDENTS_OPEN",
                        1.0));
        holds(
                report,
                "RESPONSE",
                Map.of(
                        "SENT", 3.0,
                        "CONFIRMED", 2.0,
                        "CONFIRMED_MEDIAN", 6.0,
                        "CONFIRMED_NINETY", 9.0,
                        "ARRIVED", 1.0,
                        "ARRIVED_MEDIAN", 13.0,
                        "ARRIVED_NINETY", 13.0,
                        "LATE_CLOCKS", 1.0));
    }

    @Test
    void reportsCountOnceTheirTimeIsOver() {
        past.reports();
        var report = read();
        holds(
                report,
                "REPORTS",
                Map.of("REPORTS_DUE", 4.0, "REPORTS_LATE", 1.0, "REPORTS_MISSING", 1.0, "REPORTS_EXCUSED", 1.0));
        holds(report, "MISSING_BY_KIND", Map.of("MISSING:VOTING", 1.0));
    }

    @Test
    void everyFigureHasADefinitionAndIsUsed() {
        everything();
        for (var table : read().path("tables")) {
            for (var column : table.path("columns")) {
                assertThat(column.path("what").asText()).as(column.toString()).isNotBlank();
                assertThat(column.path("since").asText()).as(column.toString()).isNotBlank();
                assertThat(column.path("leftOut").asText())
                        .as(column.toString())
                        .isNotBlank();
            }
        }
        assertThat(read().findValuesAsText("key")).contains("OPENED_LATE", "LATE_CLOCKS", "RACE_INVALID");
    }

    @Test
    void thePaperIsAPreviewUntilTheRoundIsClosedAndNamesNoCandidate() throws IOException {
        everything();
        var before = paper("evaluation-preview");
        assertThat(before)
                .contains("SEMENTARA", "Desk Pilkada", "Data cepat, bukan hasil resmi", "Diunduh oleh Dewi Desk")
                .contains("Pembukaan TPS", "Buka terlambat", "25,0 mnt", "72,9 %", "5,0 %", "Baros – ")
                .contains("Arti", "Tepat pukul 07.30 tidak terlambat", "Tanda \"–\" berarti tidak ada data")
                .doesNotContain("Calon", "kecurangan", "Verifikator", "etik ulang");
        past.close();
        assertThat(paper("evaluation"))
                .doesNotContain("SEMENTARA")
                .contains("Evaluasi penyelenggara: Kabupaten Serang");
        assertThat(past.owner()
                        .queryForList(
                                "SELECT action || ' ' || object || ' ' || area FROM desk.audit_entry WHERE action = 'evaluation.exported'",
                                String.class))
                .containsOnly("evaluation.exported pilkada-uji/R1 3604")
                .hasSize(2);
    }

    private String paper(String name) throws IOException {
        var answer = LookingBack.file(port, DESK, "/api/evaluation.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/" + name + ".pdf"), answer.body());
        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(document.getPage(0).getMediaBox().getHeight());
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " ");
        }
    }

    @Test
    void theWorkbookHasASheetForEachTopicAndOneOfDefinitions() throws IOException {
        everything();
        var answer = LookingBack.file(port, SUPERVISOR, "/api/evaluation.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            var opening = book.getSheet("Pembukaan TPS");
            assertThat(opening.getRow(0).getCell(3).getStringCellValue()).isEqualTo("Buka terlambat");
            assertThat(opening.getRow(1).getCell(0).getStringCellValue()).isEqualTo(KRAMATWATU);
            assertThat(opening.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(2);
            assertThat(opening.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(25.0);
            assertThat(opening.getRow(2).getCell(3).getStringCellValue()).isEqualTo("–");
            assertThat(opening.getRow(3).getCell(1).getStringCellValue()).isEqualTo("Jumlah Kabupaten Serang");
            assertThat(book.getSheet("Keterangan").getRow(1).getCell(1).getStringCellValue())
                    .startsWith("SEMENTARA");
            assertThat(book.getSheet("Arti angka").getLastRowNum()).isGreaterThan(40);
        }
    }

    @Test
    void readersSeeTheirOwnDistrictOrNothing() {
        everything();
        assertThat(new DeskClient(port, CAMAT, People.PASSWORD)
                        .get("/api/evaluation")
                        .status())
                .isEqualTo(403);
        var leader = new DeskClient(port, DISTRICT_LEADER, People.PASSWORD);
        var own = leader.get("/api/evaluation");
        assertThat(own.text()).contains("Kramatwatu").doesNotContain("Baros");
        assertThat(figure(own.body(), "OPENING", "", "OPENED").asInt()).isEqualTo(3);
        assertThat(leader.get("/api/evaluation?region=36.04.05.2002")
                        .body()
                        .path("region")
                        .asText())
                .as("no place is smaller than a district")
                .isEqualTo(KRAMATWATU);
        assertThat(leader.get("/api/evaluation?region=36.04.17").status()).isEqualTo(403);
        assertThat(leader.get("/api/evaluation?region=36.04").status()).isEqualTo(403);
    }

    @Test
    void aLeaderWhoIsACandidateSeesNoFigureOfForms() {
        everything();
        var withheld = new Evaluations(
                facts,
                elections,
                standing,
                new VoteSight(new MockEnvironment().withProperty(VoteSight.WITHOUT_VOTES, "bupati, " + LEADER)),
                agencies,
                clock);
        var leader = staff.actor(LEADER).orElseThrow();
        var place = withheld.place(new Standing.Asked("", "", ""), leader);
        var report = withheld.of(round, place, leader, wording.ofFiles());
        assertThat(report.tables())
                .extracting(Table::key)
                .contains("OPENING", "C1")
                .noneMatch(key -> key.startsWith("RACE"));
        assertThat(report.notes()).anyMatch(note -> note.contains("tidak ditampilkan untuk Anda"));
        assertThat(new DeskClient(port, LEADER, People.PASSWORD)
                        .get("/api/evaluation")
                        .text())
                .contains("RACE_BUPATI");
    }

    @Test
    void thePageShowsATableAtATimeAndOrdersItByPlainLinks() throws IOException {
        everything();
        past.oneOfBaros();
        var page = page("/desk/evaluasi");
        assertThat(page)
                .contains("SEMENTARA", "Buka terlambat", "urut=OPENED_LATE", "bagian=C1", "/api/evaluation.pdf")
                .doesNotContain("Waktu TPS tutup");
        assertThat(page.substring(page.indexOf("<main"))).doesNotContain("<script");
        assertThat(page.indexOf("Kramatwatu")).isLessThan(page.indexOf(">Baros<"));
        var ordered = page("/desk/evaluasi?bagian=OPENING&urut=-OPENED_LATE");
        assertThat(ordered.indexOf(">Baros<")).isLessThan(ordered.indexOf(">Kramatwatu<"));
        assertThat(ordered).contains("aria-sort=\"ascending\"");
        assertThat(page("/desk/evaluasi?bagian=ENTAH&urut=ENTAH&lang=en")).contains("Evaluation of the organisers");
    }

    private String page(String path) throws IOException {
        var answer = LookingBack.file(port, SUPERVISOR, path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
