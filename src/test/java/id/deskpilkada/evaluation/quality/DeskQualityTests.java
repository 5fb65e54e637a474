package id.deskpilkada.evaluation.quality;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.BAROS_PRISON;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.evaluation.LookingBack.BOTH;
import static id.deskpilkada.evaluation.LookingBack.CAMAT;
import static id.deskpilkada.evaluation.LookingBack.DESK;
import static id.deskpilkada.evaluation.LookingBack.LEADER;
import static id.deskpilkada.evaluation.LookingBack.SUPERVISOR;
import static id.deskpilkada.evaluation.LookingBack.figure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.evaluation.LookingBack;
import id.deskpilkada.staff.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk's own quality: right figures, nobody pointed at, and for supervisors only. */
@WholeApplication
class DeskQualityTests {

    @Autowired
    LookingBack past;

    @LocalServerPort
    int port;

    long first;
    long second;

    /** Six re-keyings of one person in Kramatwatu, one of them with other numbers; five of another in Baros, one of a second copy. */
    @BeforeEach
    void formsOfTwoDistricts() {
        past.begin();
        first = past.person("rina", "Rina Verifikator");
        second = past.person("joko", "Joko Verifikator");
        for (var race : List.of("GUBERNUR", "BUPATI")) {
            for (var tps : List.of(KRAMATWATU_1, MARGASANA_1, MARGASANA_2)) {
                boolean differs = race.equals("BUPATI") && tps.equals(MARGASANA_2);
                copied(tps, race, first, differs);
            }
            copied(BAROS_1, race, second, false);
            copied(BAROS_PRISON, race, second, false);
        }
        long again = past.owner()
                .queryForObject(
                        "SELECT id FROM desk.c1_form WHERE tps_code = ? ORDER BY id LIMIT 1", Long.class, BAROS_1);
        past.version(again, 2, "CONFLICT", "16:00", "PHONE");
        past.rekey(again, 2, true, second, "17:00", "{}");
        past.sql(
                "INSERT INTO desk.c1_photo_rejection (id, form_id, version_no, reason, verifier_id, at) VALUES (gen_random_uuid(), ?, 1, 'UNREADABLE', ?, now())",
                again,
                second);
        past.sql(
                "INSERT INTO desk.c1_repeat (form_id, report_id, noted_at) VALUES (?, gen_random_uuid(), now())",
                again);
        past.sql(
                """
                INSERT INTO desk.field_report (id, kind, round_id, area, stream, source, received_at, reporter_id, entered_by_id, content_digest, receipt, parked)
                SELECT gen_random_uuid(), 'VOTING', id, '3604172001001', 'x', 'APP', now(), 1, 1, '\\x00', 'x', true FROM desk.round
                """);
    }

    private void copied(String tps, String race, long verifier, boolean differs) {
        long form = past.form(tps, race, "14:00", "APP");
        past.rekey(
                form,
                1,
                !differs,
                verifier,
                "14:30",
                differs ? "{\"votes\": {\"1\": 11, \"2\": 19}, \"validVotes\": 31, \"dpt\": {\"total\": 5}}" : "{}");
        if (differs) {
            past.sql(
                    "INSERT INTO desk.c1_decision (id, form_id, kind, at_no, resulting_no, reason, decided_by_id, at) VALUES (gen_random_uuid(), ?, 'DIFFERENCE', 1, 1, 'Foto jelas', 903, ?::timestamptz)",
                    form,
                    LookingBack.at("15:40"));
        }
        past.decided(form);
    }

    private JsonNode read(String username) {
        var answer = new DeskClient(port, username, People.PASSWORD).get("/api/desk-quality");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode line(JsonNode report, String table, String name) {
        return StreamSupport.stream(report.path("tables").spliterator(), false)
                .filter(one -> one.path("key").asText().equals(table))
                .flatMap(one -> StreamSupport.stream(one.path("rows").spliterator(), false))
                .filter(row -> row.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in " + report));
    }

    @Test
    void districtsSayWhatWasCorrectedTypedAgainAndDecided() {
        var report = read(SUPERVISOR);
        assertThat(figure(report, "DISTRICTS", "36.04.05", "QUALITY_FORMS").asInt())
                .isEqualTo(6);
        assertThat(figure(report, "DISTRICTS", "36.04.05", "QUALITY_CORRECTIONS")
                        .asInt(-1))
                .isZero();
        assertThat(figure(report, "DISTRICTS", "36.04.05", "QUALITY_MISMATCHES").asInt())
                .isEqualTo(1);
        assertThat(figure(report, "DISTRICTS", "36.04.05", "QUALITY_MISMATCH_SHARE")
                        .asDouble())
                .isEqualTo(16.7);
        assertThat(figure(report, "DISTRICTS", "36.04.05", "QUALITY_THIRD").asInt())
                .isEqualTo(1);
        assertThat(figure(report, "DISTRICTS", "36.04.17", "QUALITY_CORRECTIONS")
                        .asInt())
                .isEqualTo(1);
        assertThat(figure(report, "DISTRICTS", "36.04.17", "QUALITY_REKEYED").asInt())
                .isEqualTo(5);
        assertThat(figure(report, "DISTRICTS", "36.04.17", "QUALITY_PHOTOS").asInt())
                .isEqualTo(1);
        assertThat(figure(report, "DISTRICTS", "36.04.17", "QUALITY_REPEATS").asInt())
                .isEqualTo(1);
        assertThat(figure(report, "DISTRICTS", "36.04.17", "QUALITY_PARKED").asInt())
                .isEqualTo(1);
        assertThat(figure(report, "DISTRICTS", "36.04.17", "QUALITY_MEDIAN").asDouble())
                .isEqualTo(30.0);
        assertThat(figure(report, "DISTRICTS", "", "QUALITY_REKEYED").asInt()).isEqualTo(11);
    }

    @Test
    void fieldsAndChannelsSayWhereNumbersDiffer() {
        var report = read(SUPERVISOR);
        assertThat(line(report, "FIELDS", "C1 bagian IV")
                        .path("figures")
                        .path("QUALITY_FIELD_MISMATCHES")
                        .asInt())
                .as("the votes of all candidates are one field")
                .isEqualTo(1);
        assertThat(line(report, "FIELDS", "C1 bagian V.A")
                        .path("figures")
                        .path("QUALITY_FIELD_MISMATCHES")
                        .asInt())
                .isEqualTo(1);
        assertThat(report.toString()).as("not asked for").doesNotContain("I.A");
        assertThat(line(report, "CHANNELS", "aplikasi").path("suppressed").asBoolean())
                .as("the telephone's one would follow from it")
                .isTrue();
        assertThat(line(report, "CHANNELS", "telepon")
                        .path("figures")
                        .path("QUALITY_REKEYED")
                        .isNull())
                .isTrue();
    }

    @Test
    void verifiersAreNumbersUnlessTheReaderMaySeeWhoWroteWhat() {
        var numbered = read(SUPERVISOR);
        assertThat(line(numbered, "VERIFIERS", "Verifikator 1")
                        .path("figures")
                        .path("QUALITY_REKEYED")
                        .asInt())
                .isIn(5, 6);
        assertThat(numbered.toString()).contains("Verifikator 2").doesNotContain("Rina", "Joko", "rina", "joko");
        var named = read(BOTH);
        assertThat(line(named, "VERIFIERS", "Rina Verifikator")
                        .path("figures")
                        .path("QUALITY_MISMATCHES")
                        .asInt())
                .isEqualTo(1);
        assertThat(line(named, "VERIFIERS", "Rina Verifikator")
                        .path("figures")
                        .path("QUALITY_PACE")
                        .asDouble())
                .isEqualTo(30.0);
        assertThat(named.toString()).contains("Joko Verifikator");
    }

    @Test
    void fewCasesAreKeptBackAndNotWorkedOutFromTheRest() {
        past.sql("DELETE FROM desk.c1_rekeying WHERE verifier_id = ?", second);
        past.sql(
                "UPDATE desk.c1_rekeying SET verifier_id = ? WHERE id = (SELECT id FROM desk.c1_rekeying LIMIT 1)",
                second);
        var report = read(SUPERVISOR);
        for (var name : List.of("Verifikator 1", "Verifikator 2")) {
            assertThat(line(report, "VERIFIERS", name).path("suppressed").asBoolean())
                    .isTrue();
            assertThat(line(report, "VERIFIERS", name)
                            .path("figures")
                            .path("QUALITY_REKEYED")
                            .isNull())
                    .isTrue();
        }
        assertThat(QualityTables.few(List.of(9, 4, 7, 0))).containsExactly(false, true, true, false);
        assertThat(QualityTables.few(List.of(9, 4, 3))).containsExactly(false, true, true);
        assertThat(QualityTables.few(List.of(5, 6))).containsExactly(false, false);
    }

    @Test
    void onlySupervisorsReadItAndTheFirstReportHasNothingOfIt() throws IOException {
        for (var username : List.of(DESK, LEADER, CAMAT, "rina")) {
            for (var path :
                    List.of("/api/desk-quality", "/api/desk-quality.xlsx", "/api/desk-quality.pdf", "/desk/mutu")) {
                assertThat(LookingBack.file(port, username, path).statusCode())
                        .as(username + " " + path)
                        .isEqualTo(403);
            }
        }
        assertThat(page(LEADER, "/desk/evaluasi")).doesNotContain("/desk/mutu");
        assertThat(page(SUPERVISOR, "/desk/mutu")).contains("Mutu kerja desk", "/desk/mutu", "Foto ditolak");
        assertThat(new DeskClient(port, DESK, People.PASSWORD)
                        .get("/api/evaluation")
                        .text())
                .doesNotContain("QUALITY", "Verifikator");
    }

    private String page(String username, String path) throws IOException {
        return new String(LookingBack.file(port, username, path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void paperAndWorkbookSayTheSame() throws IOException {
        var paper = LookingBack.file(port, SUPERVISOR, "/api/desk-quality.pdf");
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/desk-quality.pdf"), paper.body());
        try (var document = Loader.loadPDF(paper.body())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0]+", " "))
                    .contains("Mutu kerja desk: Kabupaten Serang", "Hanya untuk pengawas desk", "16,7 %", "< 5")
                    .doesNotContain("Rina", "Joko");
        }
        var book = LookingBack.file(port, SUPERVISOR, "/api/desk-quality.xlsx");
        try (var read = new XSSFWorkbook(new ByteArrayInputStream(book.body()))) {
            var districts = read.getSheet("Per kecamatan");
            assertThat(districts.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(6);
            assertThat(read.getSheet("Beda ketik ulang per saluran")
                            .getRow(1)
                            .getCell(2)
                            .getStringCellValue())
                    .isEqualTo("< 5");
        }
    }
}
