package id.deskpilkada.election.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.election.VoterListRef;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class ElectionListImportTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    Elections elections;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Rounds rounds;

    @BeforeEach
    void anElectionWithoutLists() {
        installation.empty();
        small.regions();
        setup.put(SmallElection.draft(null));
    }

    @Test
    void stationsAreUpsertedByCodeOrByVillageAndNumber() {
        var first = small.load(
                "polling-stations",
                "kode_kabkota,kode_desa,nomor_tps,alamat\n36.04,36.04.05.2002,1,Balai\n36.04,3604052002,2,\n");
        assertThat(first.created()).isEqualTo(2);
        assertThat(first.ignoredColumns()).containsExactly("kode_kabkota");
        var second = small.load(
                "polling-stations", "tps_code,address\n3604052002001,SDN 1\n3604052002002,\n3604172001901,Lapas\n");
        assertThat(List.of(second.created(), second.updated(), second.unchanged()))
                .containsExactly(1, 1, 1);
        assertThat(elections.station(small.round(), "3604052002001"))
                .contains(new StationRef("3604052002001", "3604052002", "360405", 1, "SDN 1", null, null));
        assertThat(small.load("polling-stations", "kode_tps\n3604052002001\n").unchanged())
                .isOne();
    }

    @Test
    void everyBadStationIsNamed() {
        var refused = refusal(
                "polling-stations",
                """
                kode_desa,kode_tps,nomor_tps,lat,lon
                36.02.16.2018,3602162018001,1,,
                36.04.05.2002,3604052001001,1,,
                36.04.05.2002,3604052002001,2,,
                36.04.05.2002,,0,,
                36.04.05.2002,,,,
                36.04.05,,1,,
                ,,7,,
                ,36040520020011,,,
                ,3604052002009,,-96,106
                36.04.05.2002,3604052002003,3,,
                ,3604052002003,,,
                """);
        assertThat(refused)
                .containsExactly(
                        tuple(2, "village_code", "36.02.16.2018", "UNKNOWN_VILLAGE"),
                        tuple(3, "tps_code", "3604052001001", "TPS_CONTRADICTS_VILLAGE"),
                        tuple(4, "tps_number", "2", "TPS_CONTRADICTS_NUMBER"),
                        tuple(5, "tps_number", "0", "OUT_OF_RANGE"),
                        tuple(6, "tps_number", null, "REQUIRED"),
                        tuple(7, "village_code", "36.04.05", "MALFORMED_VILLAGE_CODE"),
                        tuple(8, "tps_code", null, "TPS_CODE_OR_VILLAGE"),
                        tuple(9, "tps_code", "36040520020011", "MALFORMED_TPS_CODE"),
                        tuple(10, "lat", "-96", "OUT_OF_RANGE"),
                        tuple(12, "tps_code", "3604052002003", "DUPLICATE_ROW"));
        assertThat(elections.stations(small.round(), "")).isEmpty();
    }

    @Test
    void coordinatesFarFromTheRegencyAreAWarning() {
        var result = small.load(
                "polling-stations", "kode_tps,lat,lng\n3604052002001,-6.06,106.13\n3604052002002,-7.06,106.13\n");
        assertThat(result.created()).isEqualTo(2);
        assertThat(result.warnings())
                .extracting(FieldProblem::row, FieldProblem::code)
                .containsExactly(tuple(3, "OUTSIDE_REGENCY"));
    }

    @Test
    void aStationAddedToARunningRoundIsPartOfItAndNoneIsAddedWhileCounting() {
        small.stations();
        small.candidates();
        rounds.start(small.round().id());
        assertThat(small.load("polling-stations", "kode_tps\n3604052002009\n").created())
                .isOne();
        assertThat(elections.station(small.round(), "3604052002009")).isPresent();
        rounds.beginCounting(small.round().id());
        assertThat(refusal("polling-stations", "kode_tps\n3604052002009\n3604052002010\n"))
                .containsExactly(tuple(3, "tps_code", "3604052002010", "TPS_WHILE_COUNTING"));
    }

    @Test
    void votersOfAPrisonDifferPerRace() {
        small.stations();
        small.voterLists();
        long gubernur = elections.race(small.round().electionId(), "GUBERNUR").id();
        long bupati = elections.race(small.round().electionId(), "BUPATI").id();
        assertThat(elections.voterList(gubernur, SmallElection.BAROS_PRISON)).contains(new VoterListRef(600, 90, 690));
        assertThat(elections.voterList(bupati, SmallElection.BAROS_PRISON)).contains(new VoterListRef(200, 74, 274));
        var again = small.load(
                "voter-lists", "tps_code,race,dpt_male,dpt_female\n" + SmallElection.BAROS_PRISON + ",bupati,200,75\n");
        assertThat(again.updated()).isOne();
        assertThat(elections.voterList(bupati, SmallElection.BAROS_PRISON)).contains(new VoterListRef(200, 75, 275));
    }

    @Test
    void everyBadVoterListIsNamed() {
        small.stations();
        assertThat(
                        refusal(
                                "voter-lists",
                                """
                kode_tps,jenis_pemilihan,dpt_l,dpt_p,dpt_j
                3604052002001,BUPATI,241,239,481
                3604052002077,BUPATI,241,239,480
                3604052002002,WALIKOTA,241,239,480
                3604052002002,,241,239,480
                3604172001001,BUPATI,,,
                3604172001001,GUBERNUR,,12a,400
                3604052002001,GUBERNUR,,,480
                3604052002001,GUBERNUR,,,480
                3604052001001,GUBERNUR,,,-4
                """))
                .containsExactly(
                        tuple(2, "dpt_total", "481", "DPT_SUM"),
                        tuple(3, "tps_code", "3604052002077", "UNKNOWN_TPS"),
                        tuple(4, "race", "WALIKOTA", "NOT_A_CHOICE"),
                        tuple(5, "race", null, "REQUIRED"),
                        tuple(6, "dpt_total", null, "REQUIRED"),
                        tuple(7, "dpt_female", "12a", "NOT_A_WHOLE_NUMBER"),
                        tuple(9, "tps_code", "3604052002001", "DUPLICATE_ROW"),
                        tuple(10, "dpt_total", "-4", "OUT_OF_RANGE"));
    }

    @Test
    void candidatesAreUpsertedByRaceAndNumber() {
        small.candidates();
        var again = small.load(
                "candidates",
                "race,ballot_number,name,colour\nBUPATI,1,Calon C - Wakil C,1F77B4\nBUPATI,2,Calon D - Wakil D,\n");
        assertThat(List.of(again.created(), again.updated(), again.unchanged())).containsExactly(0, 1, 1);
        assertThat(elections.race(small.round().electionId(), "BUPATI").candidates())
                .first()
                .isEqualTo(new CandidateRef(1, "Calon C - Wakil C", false, "#1f77b4"));
    }

    @Test
    void everyBadCandidateIsNamed() {
        assertThat(
                        refusal(
                                "candidates",
                                """
                jenis_pemilihan,nomor_urut,nama_paslon,kolom_kosong,warna
                BUPATI,0,A,,
                BUPATI,1,,,
                BUPATI,2,B,mungkin,
                BUPATI,3,C,,merah
                BUPATI,,D,,
                GUBERNUR,1,E,,
                GUBERNUR,1,F,,
                """))
                .containsExactly(
                        tuple(2, "ballot_number", "0", "OUT_OF_RANGE"),
                        tuple(3, "name", null, "REQUIRED"),
                        tuple(4, "empty_column", "mungkin", "NOT_YES_OR_NO"),
                        tuple(5, "colour", "merah", "MALFORMED_COLOUR"),
                        tuple(6, "ballot_number", null, "REQUIRED"),
                        tuple(8, "ballot_number", "1", "DUPLICATE_ROW"));
    }

    @Test
    void withoutAnElectionThereIsNothingToImportInto() {
        installation.empty();
        assertThatThrownBy(() -> small.load("candidates", "race,ballot_number,name\nBUPATI,1,A\n"))
                .hasMessageContaining("ELECTION_REQUIRED");
    }

    private List<Tuple> refusal(String kind, String file) {
        try {
            small.load(kind, file);
        } catch (Problem refusal) {
            return refusal.errors().stream()
                    .map(fault -> tuple(fault.row(), fault.column(), fault.value(), fault.code()))
                    .toList();
        }
        throw new AssertionError("the file was not refused");
    }
}
