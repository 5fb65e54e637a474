package id.deskpilkada.comparison.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class OfficialFileTests {

    private static final RaceRef BUPATI = new RaceRef(
            1,
            1,
            "BUPATI",
            "Bupati",
            "36.04",
            2,
            2,
            List.of(new CandidateRef(1, "A", false, null), new CandidateRef(2, "B", false, null)));

    private static final Map<String, Integer> KNOWN = Map.of("1000819", 1, "1000820", 2);

    /** As KPU publishes a regency: its districts, one of which is held back, and its sum. */
    private static final String REGENCY =
            """
            {"mode": "hhcw", "ts": "2024-11-28 01:00:00", "psu": "Reguler", "tungsura": {
              "chart": {"1000819": 30, "1000820": 70, "progres": {"total": 5, "persen": 80.0, "progres": 4}},
              "table": {
                "360405": {"psu": "Reguler", "1000819": 10, "1000820": 30, "progres": {"total": 3, "persen": 66.67, "progres": 2}, "status_progress": true},
                "360417": {"psu": "Reguler", "1000819": 20, "1000820": 40, "progres": {"total": 2, "persen": 100.0, "progres": 2}, "status_progress": true},
                "360406": {"psu": null, "1000819": 0, "1000820": 0, "progres": {"total": 9, "persen": 0, "progres": 0}, "status_progress": false}}}}""";

    private static final String STATION =
            """
            {"mode": "hhcw", "ts": "2024-11-28 02:00:00", "psu": "Reguler", "status_adm": true, "status_suara": true,
             "chart": {"null": null, "1000819": 121, "1000820": 90},
             "administrasi": {"suara_sah": 211, "suara_total": 216, "pemilih_dpt_j": 300, "pengguna_total_j": 216, "suara_tidak_sah": 5}}""";

    private final ImportProblems problems = new ImportProblems();

    private OfficialFile read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8), KNOWN);
    }

    private OfficialFile read(String name, byte[] content, Map<String, Integer> known) {
        return OfficialFile.read(content, name, BUPATI, "3604", known, problems);
    }

    private static OfficialFigure of(OfficialFile file, String area) {
        return file.set().figures().stream()
                .filter(figure -> figure.area().equals(area))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] zip(Map<String, byte[]> files) {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                for (var file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theDistrictsOfARegencyAndItsOwnSumAreRead() {
        var file = read("pkwkk_3604.json", REGENCY);
        assertThat(file.format()).isEqualTo(OfficialFormat.KPU_JSON);
        assertThat(of(file, "360405").figures()).containsEntry("votes.1", 10L).containsEntry("votes.2", 30L);
        assertThat(of(file, "360405").stationsIn()).isEqualTo(2);
        assertThat(of(file, "360405").stations()).isEqualTo(3);
        assertThat(of(file, "3604").figures()).containsEntry("votes.2", 70L);
        assertThat(file.set().latest()).hasValueSatisfying(at -> assertThat(at).hasHour(1));
        assertThat(file.set().warnings()).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aPlaceThatKpuHoldsIsEmpty() {
        assertThat(of(read("3604.json", REGENCY), "360406").empty()).isTrue();
    }

    @Test
    void aStationHasTheNumbersBesideTheVotesToo() {
        var figures = of(read("3604052002001.json", STATION), "3604052002001").figures();
        assertThat(figures)
                .containsEntry("votes.1", 121L)
                .containsEntry("validVotes", 211L)
                .containsEntry("invalidVotes", 5L)
                .containsEntry("totalVotes", 216L)
                .containsEntry("voters.total.total", 216L)
                .containsEntry("dpt.total", 300L);
    }

    @Test
    void placesOfOtherRegionsAreLeftAsideWithTheirCandidates() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("3604.json", bytes(REGENCY));
        files.put("3509.json", bytes(REGENCY.replace("\"3604", "\"3509").replace("1000819", "1000741")));
        var file = read("kpu.zip", zip(files), KNOWN);
        assertThat(file.set().aside()).isEqualTo(4);
        assertThat(file.set().candidates()).containsOnlyKeys("1000819", "1000820");
    }

    @Test
    void linesThatDoNotAddUpToTheirSumAreWorthALook() {
        var file = read("3604.json", REGENCY.replace("\"1000819\": 30", "\"1000819\": 31"));
        assertThat(file.set().warnings()).extracting(FieldProblem::code).containsExactly("OFFICIAL_SUM_DIFFERS");
    }

    @Test
    void candidatesUnderNumbersThatNobodyKnowsAreAskedFor() {
        assertThatThrownBy(() -> read("3604.json", bytes(REGENCY), Map.of("1000819", 1)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo("OFFICIAL_CANDIDATES_UNKNOWN");
                    assertThat(problem.arguments()).containsExactly("1000820", "1000820");
                });
    }

    @Test
    void aListOfCandidatesInTheArchiveTranslatesThem() {
        var list =
                "{\"3604\": {\"1000819\": {\"nama\": \"A\", \"nomor_urut\": 2}, \"1000820\": {\"nama\": \"B\", \"nomor_urut\": 1}}}";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("hasil/3604.json", bytes(REGENCY));
        files.put("paslon.json", bytes(list));
        var file = read("kpu.zip", zip(files), Map.of());
        assertThat(file.format()).isEqualTo(OfficialFormat.KPU_ZIP);
        assertThat(of(file, "360405").figures()).containsEntry("votes.2", 10L);
        assertThat(file.set().candidates()).containsEntry("1000819", 2);
    }

    @Test
    void filesOfOtherRacesInAnArchiveAreLeftAside() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pkwkp_3604.json", bytes(REGENCY));
        files.put("pkwkk_3604.json", bytes(REGENCY));
        var file = read("kpu.zip", zip(files), KNOWN);
        assertThat(file.set().warnings()).extracting(FieldProblem::code).containsExactly("OFFICIAL_OF_OTHER_RACES");
        assertThatThrownBy(() -> read("pkwkp_3604.json", REGENCY)).hasMessageContaining("OFFICIAL_OTHER_RACE");
    }

    @Test
    void theNewerOfTwoThatSpeakOfOnePlaceIsUsed() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "b/3604.json",
                bytes(REGENCY.replace("28 01:00:00", "29 01:00:00").replace(": 10, ", ": 11, ")));
        files.put("a/3604.json", bytes(REGENCY));
        var file = read("kpu.zip", zip(files), KNOWN);
        assertThat(of(file, "360405").figures()).containsEntry("votes.1", 11L);
        assertThat(file.set().warnings()).extracting(FieldProblem::code).contains("OFFICIAL_TWICE");
    }

    @Test
    void anArchiveThatGrowsBeyondReasonIsRefused() {
        assertThatThrownBy(() -> read("bom.zip", zip(Map.of("3604.json", new byte[8 * 1024 * 1024])), KNOWN))
                .hasMessageContaining("ZIP_BOMB");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int at = 0; at < 12; at++) {
            many.put(at + ".json", new byte[3 * 1024 * 1024]);
        }
        assertThatThrownBy(() -> read("bom.zip", zip(many), KNOWN)).hasMessageContaining("ZIP_BOMB");
    }

    @Test
    void damagedFilesAreNamed() {
        assertThatThrownBy(() -> read("x.zip", bytes("PK\u0003\u0004zzzzzzzzzzzzzzzzzzzzzzzzzzzz"), KNOWN))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> read("x.zip", zip(Map.of("baca.txt", bytes("x"))), KNOWN))
                .hasMessageContaining("OFFICIAL_NO_JSON_IN_ARCHIVE");
        read("3604.json", "{\"tungsura\": ");
        assertThat(problems.list()).extracting(FieldProblem::code).containsExactly("OFFICIAL_NO_JSON");
    }

    @Test
    void nestingWithoutEndIsRefusedAsNoJson() {
        read("3604.json", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        assertThat(problems.list()).extracting(FieldProblem::code).containsExactly("OFFICIAL_NO_JSON");
    }

    @Test
    void numbersThatAreNoCountsAreFaults() {
        read("3604.json", REGENCY.replace("\"1000819\": 10,", "\"1000819\": -4,"));
        assertThat(problems.list()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("OFFICIAL_NO_COUNT");
            assertThat(fault.field()).contains("360405");
        });
    }

    @Test
    void anAbsurdNumberIsADifferenceAndNoFault() {
        assertThat(of(read("3604.json", REGENCY.replace("\"1000819\": 10,", "\"1000819\": 136188,")), "360405")
                        .figures())
                .containsEntry("votes.1", 136188L);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void ourOwnTableIsReadRowByRow() {
        var file = read(
                "angka.csv",
                "kode;suara_1;suara_2;suara_sah;ts\n36.04.05;10;30;40;2024-11-28 01:00:00\n3604052002001;;;;\n");
        assertThat(file.format()).isEqualTo(OfficialFormat.TABLE);
        assertThat(of(file, "360405").figures()).containsEntry("validVotes", 40L);
        assertThat(of(file, "3604052002001").empty()).isTrue();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void everyBadRowOfATableIsNamedAtOnce() {
        read("angka.csv", "kode;suara_1;suara_2;ts\n3604;x;1;\n12;1;;\n360;1;2;\n360405;1;2;kemarin\n36.04.05;1;2;\n");
        assertThat(problems.list())
                .extracting(fault -> fault.row() + " " + fault.code())
                .contains("3 OFFICIAL_VOTES_INCOMPLETE", "4 OFFICIAL_NO_PLACE", "5 OFFICIAL_NO_TIME")
                .anyMatch(text -> text.startsWith("2 "))
                .anyMatch(text -> text.startsWith("6 "));
    }

    @Test
    void theTemplateIsReadAsPlacesWithoutFigures() {
        var file = read("angka-kpu.csv", OfficialTable.template(BUPATI, List.of("3604052002001", "3604052002002")));
        assertThat(file.set().figures()).hasSize(2).allMatch(OfficialFigure::empty);
    }
}
