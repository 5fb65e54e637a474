package id.deskpilkada.election.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportResult;
import id.deskpilkada.imports.Imports;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists of a real regency and province, where they lie beside the checkout. */
@WholeApplication
class RealListImportTests {

    static final Path DATA = Path.of("../shared/data");

    @Autowired
    Installation installation;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Elections elections;

    @Autowired
    Imports imports;

    @Autowired
    Regions regions;

    @BeforeEach
    void theListsAreThere() {
        assumeTrue(Files.isDirectory(DATA.resolve("wilayah")));
        installation.empty();
        setup.put(SmallElection.draft(null));
    }

    @Test
    void kabupatenSerangHas29Districts326VillagesAnd2355Stations() throws IOException {
        ImportResult imported = load("regions", "wilayah/36.04_kab_serang.csv");
        assertThat(imported.created()).isEqualTo(1 + 1 + 29 + 326);
        assertThat(regions.districts()).hasSize(29);
        assertThat(regions.installation().name()).isEqualTo("Kabupaten Serang");
        ImportResult stations = load("polling-stations", "pilkada2024/tps_list_3604_serang.csv");
        assertThat(stations.created()).isEqualTo(2355);
        assertThat(stations.warnings()).isEmpty();
        assertThat(load("polling-stations", "pilkada2024/tps_list_3604_serang.csv")
                        .unchanged())
                .isEqualTo(2355);
        assertThat(elections.stations(elections.round(SmallElection.CODE, null), "3604"))
                .hasSize(2355);
    }

    @Test
    void theFourStationsOfBantenWithAnUnknownVillageAreNamedAndTheOthersAreImported() throws IOException {
        load("regions", "wilayah/banten_lengkap.csv");
        String list = Files.readString(DATA.resolve("pilkada2024/tps_list_banten.csv"), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> run("polling-stations", list))
                .isInstanceOfSatisfying(Problem.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldProblem::column, FieldProblem::value, FieldProblem::code)
                        .containsExactly(
                                tuple("village_code", "36.02.16.2018", "UNKNOWN_VILLAGE"),
                                tuple("village_code", "36.02.16.2018", "UNKNOWN_VILLAGE"),
                                tuple("village_code", "36.02.16.2018", "UNKNOWN_VILLAGE"),
                                tuple("village_code", "36.02.16.2018", "UNKNOWN_VILLAGE")));
        String known =
                list.lines().filter(line -> !line.contains("36.02.16.2018")).collect(Collectors.joining("\n"));
        assertThat(run("polling-stations", known).created()).isEqualTo(17_231 - 4);
        assertThat(run("polling-stations", known).unchanged()).isEqualTo(17_231 - 4);
        var round = elections.round(SmallElection.CODE, null);
        assertThat(elections.expected(round, elections.race(round.electionId(), "GUBERNUR"), ""))
                .isEqualTo(17_227);
        assertThat(elections.expected(round, elections.race(round.electionId(), "BUPATI"), ""))
                .isEqualTo(2355);
    }

    private ImportResult load(String kind, String file) throws IOException {
        return run(kind, Files.readString(DATA.resolve(file), StandardCharsets.UTF_8));
    }

    private ImportResult run(String kind, String content) {
        return imports.run(kind, content.getBytes(StandardCharsets.UTF_8), new ImportContext(null, false, null));
    }
}
