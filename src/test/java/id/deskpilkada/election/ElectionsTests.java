package id.deskpilkada.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WholeApplication
class ElectionsTests {

    @Autowired
    Installation installation;

    @Autowired
    Elections elections;

    @Autowired
    JdbcTemplate jdbc;

    long election;
    long bupati;
    long gubernur;

    @BeforeEach
    void oneElectionWithTwoRounds() {
        installation.empty();
        election = id(
                "INSERT INTO election (code, name, date, law) VALUES ('p24', 'Pilkada 2024', '2024-11-27', 'PILKADA') RETURNING id");
        gubernur = id("INSERT INTO race (election_id, code, name, region_code, pages_plano, pages_salinan) VALUES ("
                + election + ", 'GUBERNUR', 'Gubernur', '36', 2, 2) RETURNING id");
        bupati = id("INSERT INTO race (election_id, code, name, region_code, pages_plano, pages_salinan) VALUES ("
                + election + ", 'BUPATI', 'Bupati', '36.04', 2, 2) RETURNING id");
        jdbc.update(
                "INSERT INTO candidate (race_id, ballot_number, name, empty_column) VALUES (?, 2, 'Dua', false), (?, 1, 'Satu', false)",
                bupati,
                bupati);
        for (String code : List.of("3604052002001", "3604052002002", "3604062001001", "3605012001001")) {
            jdbc.update(
                    "INSERT INTO polling_station (election_id, code, village_area, district_area, number) VALUES (?, ?, ?, ?, 1)",
                    election,
                    code,
                    code.substring(0, 10),
                    code.substring(0, 6));
        }
        jdbc.update("INSERT INTO voter_list (race_id, tps_code, total) VALUES (?, '3604052002001', 480)", bupati);
    }

    @Test
    void theOnlyActiveRoundIsMeantWhenNoneIsNamed() {
        assertThatThrownBy(() -> elections.round(null, null)).hasMessageContaining("ELECTION_REQUIRED");
        round("R0", "CLOSED", null);
        long id = round("R1", "STARTED", null);
        RoundRef round = elections.round(null, " ");
        assertThat(round.id()).isEqualTo(id);
        assertThat(round.businessKey()).isEqualTo("p24/R1");
        assertThat(round.date()).isEqualTo(LocalDate.of(2024, 11, 27));
        assertThat(elections.round("p24", "R1")).isEqualTo(round);
        assertThat(elections.startedRounds()).containsExactly(round);
    }

    @Test
    void twoActiveRoundsMustBeNamed() {
        round("R1", "STARTED", null);
        long second = round("PSU", "COUNTING", "{3604052002002}");
        assertThatThrownBy(() -> elections.round("p24", null)).hasMessageContaining("ELECTION_REQUIRED");
        assertThat(elections.round(null, "PSU").id()).isEqualTo(second);
        assertThatThrownBy(() -> elections.round("p24", "R9"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("UNKNOWN_ROUND"));
        assertThatThrownBy(() -> elections.round("x", null)).hasMessageContaining("UNKNOWN_ELECTION");
    }

    @Test
    void aRoundThatNamesItsPollingStationsHoldsNoOthers() {
        RoundRef all = elections.round(round("R1", "STARTED", null));
        RoundRef some = elections.round(round("PSU", "STARTED", "{3604052002002}"));
        assertThat(elections.stations(all, "3604")).hasSize(3);
        assertThat(elections.stations(some, "")).extracting(StationRef::code).containsExactly("3604052002002");
        assertThat(elections.station(all, "3604052002001")).isPresent();
        assertThat(elections.station(some, "3604052002001")).isEmpty();
        assertThat(elections.station(some, "nonsense")).isEmpty();
    }

    @Test
    void aRaceIsExpectedInsideItsOwnRegionOnly() {
        RoundRef round = elections.round(round("R1", "STARTED", null));
        RaceRef regent = elections.race(election, "BUPATI");
        assertThat(elections.expected(round, elections.race(gubernur), "36")).isEqualTo(4);
        assertThat(elections.expected(round, regent, "36")).isEqualTo(3);
        assertThat(elections.expected(round, regent, "360405")).isEqualTo(2);
        assertThat(elections.expected(round, regent, "3604052002001")).isEqualTo(1);
        assertThat(regent.ballotNumbers()).containsExactly(1, 2);
        assertThat(regent.covers("3605012001001")).isFalse();
        assertThatThrownBy(() -> elections.race(election, "WALIKOTA")).hasMessageContaining("UNKNOWN_RACE");
    }

    @Test
    void votersAreRegisteredPerRace() {
        assertThat(elections.voterList(bupati, "3604052002001")).contains(new VoterListRef(null, null, 480));
        assertThat(elections.voterList(gubernur, "3604052002001")).isEmpty();
    }

    @Test
    void slotsComeInTheOrderInWhichTheyAreDue() {
        long round = round("R1", "STARTED", null);
        jdbc.update(
                "INSERT INTO schedule_slot (round_id, slot, kind, opens_at, due_at) VALUES (?, 'C1', 'C1', '2024-11-27 13:00+07', '2024-11-27 21:00+07'), "
                        + "(?, '10.00', 'VOTING', '2024-11-27 07:30+07', '2024-11-27 10:00+07')",
                round,
                round);
        assertThat(elections.slots(round)).extracting(SlotRef::slot).containsExactly("10.00", "C1");
        assertThat(elections.slot(round, "C1", "C1").opensAt()).isEqualTo(Instant.parse("2024-11-27T06:00:00Z"));
        assertThatThrownBy(() -> elections.slot(round, "VOTING", "C1")).hasMessageContaining("UNKNOWN_SLOT");
    }

    private long round(String code, String phase, String tps) {
        return id("INSERT INTO round (election_id, code, kind, phase, tps_codes) VALUES (" + election + ", '" + code
                + "', 'REGULAR', '" + phase + "', " + (tps == null ? "NULL" : "'" + tps + "'") + ") RETURNING id");
    }

    private long id(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }
}
