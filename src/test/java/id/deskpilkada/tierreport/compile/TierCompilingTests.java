package id.deskpilkada.tierreport.compile;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.BAROS_PRISON;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.compile.Snapshot.Race;
import id.deskpilkada.tierreport.compile.Snapshot.Reports;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The reports of two districts and their regency, compiled from what the field has sent. */
@WholeApplication
class TierCompilingTests {

    @Autowired
    Installation installation;

    @Autowired
    TierDay day;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin();
    }

    private Snapshot frozen(TierReport report) {
        return day.frozen(report);
    }

    private static Race race(Snapshot snapshot, String code) {
        return snapshot.races().stream()
                .filter(race -> race.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Reports reports(Snapshot snapshot, String kind, String slot, String race) {
        return snapshot.reports().stream()
                .filter(one -> one.kind().equals(kind)
                        && one.slot().equals(slot)
                        && String.valueOf(one.race()).equals(race))
                .findFirst()
                .orElseThrow();
    }

    /** Two forms of one race and one of another, one of them compared; turnout, unrest, an incident, an excuse. */
    private void theDayGoesOn() {
        day.voting(
                port,
                "siti",
                MARGASANA_1,
                "07.30",
                "{\"openedAt\": \"%s\", \"security\": \"CALM\"}"
                        .formatted(java.time.Instant.now().minusSeconds(10800)));
        day.voting(port, "siti", MARGASANA_1, "10.00", "{\"voters\": {\"total\": 200}, \"security\": \"CALM\"}");
        day.voting(port, "siti", MARGASANA_2, "10.00", "{\"voters\": {\"total\": 150}, \"security\": \"UNREST\"}");
        day.voting(port, "joko", BAROS_1, "10.00", "{\"voters\": {\"total\": 90}, \"security\": \"CALM\"}");
        day.incident(
                port,
                "siti",
                MARGASANA_2,
                "{\"category\": \"FIRE\", \"description\": \"Asap\", \"votingHalted\": true, \"peopleHurt\": true}");
        day.c1(port, "siti", "BUPATI", MARGASANA_1, 120, 90);
        day.c1(port, "siti", "BUPATI", MARGASANA_2, 60, 80);
        day.c1(port, "siti", "GUBERNUR", MARGASANA_1, 30, 40);
        day.c1(port, "joko", "BUPATI", BAROS_1, 11, 22);
        day.verify(port, "budi", "BUPATI", MARGASANA_1, 120, 90);
        var excused = day.as(port, "camat")
                .post(
                        "/api/progress/excuses",
                        "{\"kind\": \"C1\", \"race\": \"BUPATI\", \"tps\": [\"%s\"], \"reason\": \"Jalan putus\"}"
                                .formatted(KRAMATWATU_1));
        assertThat(excused.status()).as(excused.text()).isLessThan(300);
    }

    @Test
    void aDistrictTellsWhatItsFieldHasReported() {
        theDayGoesOn();
        var report = day.compiled(EVENING, KRAMATWATU);
        var snapshot = frozen(report);

        assertThat(snapshot.disclaimer()).contains("bukan hasil resmi");
        assertThat(snapshot.region()).isEqualTo(new Snapshot.Named("36.04.05", "Kramatwatu"));
        assertThat(snapshot.parent()).isEqualTo(new Snapshot.Named("36.04", "Kabupaten Serang"));
        assertThat(snapshot.stations()).isEqualTo(3);
        assertThat(snapshot.readiness()).isEqualTo(new Snapshot.Readiness(3, 3, 0, 0, 0));
        assertThat(snapshot.voting().opened()).isEqualTo(1);
        assertThat(snapshot.voting().unrest()).isEqualTo(1);
        assertThat(snapshot.turnout().voters()).isEqualTo(350);
        assertThat(snapshot.turnout().listed()).isEqualTo(960);
        assertThat(snapshot.turnout().percent()).hasToString("36.5");
        assertThat(snapshot.incidents().open()).isEqualTo(2);
        assertThat(snapshot.incidents().halted()).isEqualTo(1);
        assertThat(snapshot.incidents().hurt()).isZero();
        assertThat(snapshot.incidents().list())
                .extracting(Snapshot.Incident::place, Snapshot.Incident::votingHalted)
                .contains(tuple("TPS 002 Margasana", true));
        var bupati = race(snapshot, "BUPATI");
        assertThat(bupati)
                .extracting(Race::expected, Race::received, Race::held, Race::verified)
                .containsExactly(3, 2, 0, 1);
        assertThat(bupati.receivedPercent()).hasToString("66.7");
        assertThat(bupati.byReceived().candidates())
                .extracting(Snapshot.Candidate::votes)
                .containsExactly(180L, 170L);
        assertThat(bupati.byVerified().validVotes()).isEqualTo(210);
        assertThat(reports(snapshot, "C1", "C1", "BUPATI"))
                .extracting(Reports::expected, Reports::received, Reports::missing, Reports::excused)
                .containsExactly(3, 2, 0, 1);
        assertThat(reports(snapshot, "C1", "C1", "BUPATI").overdue()).isFalse();
        assertThat(reports(snapshot, "VOTING", "10.00", "null").overdue()).isTrue();
        assertThat(reports(snapshot, "C1", "C1", "BUPATI").excuses())
                .containsExactly(new Snapshot.Excuse(KRAMATWATU_1, "Jalan putus"));
        assertThat(reports(snapshot, "VOTING", "10.00", "null"))
                .extracting(Reports::expected, Reports::received, Reports::late, Reports::missing)
                .containsExactly(3, 0, 2, 1);
        assertThat(reports(snapshot, "VOTING", "10.00", "null").missingStations())
                .containsExactly(KRAMATWATU_1);
        assertThat(snapshot.ledger().waiting()).isZero();
        assertThat(report.ledgerSeq()).isPositive();
        assertThat(report.digest()).isEqualTo(CanonicalJson.digest(day.snapshot(report)));
        assertThat(day.snapshot(report)).doesNotContain("Asap");
    }

    @Test
    void aFormThatIsHeldIsCountedAsReceivedAndInNoSum() {
        day.c1(port, "siti", "BUPATI", MARGASANA_1, 120, 90);
        day.c1(port, "siti", "BUPATI", MARGASANA_2, 9000, 1);

        assertThat(race(frozen(day.compiled(EVENING, KRAMATWATU)), "BUPATI"))
                .extracting(
                        Race::received, Race::held, race -> race.byReceived().validVotes())
                .containsExactly(2, 1, 210L);
    }

    @Test
    void theRegencyIsTheSumOfItsDistricts() {
        theDayGoesOn();
        var one = frozen(day.compiled(EVENING, KRAMATWATU));
        var other = frozen(day.compiled(EVENING, BAROS));
        var whole = frozen(day.compiled(EVENING, REGENCY));

        assertThat(whole.stations()).isEqualTo(one.stations() + other.stations());
        assertThat(race(whole, "BUPATI").byReceived().candidates())
                .extracting(Snapshot.Candidate::votes)
                .containsExactly(191L, 192L);
        assertThat(whole.turnout().voters())
                .isEqualTo(one.turnout().voters() + other.turnout().voters())
                .isEqualTo(440);
        assertThat(whole.incidents()).isEqualTo(one.incidents());
        assertThat(reports(whole, "C1", "C1", "BUPATI").expected()).isEqualTo(5);
        assertThat(whole.districts())
                .extracting(district -> district.region().code(), Snapshot.District::state)
                .containsExactly(tuple("36.04.05", "UNSEALED"), tuple("36.04.17", "UNSEALED"));
        assertThat(day.recount(port).path("ok").asBoolean())
                .as(day.recount(port).toString())
                .isTrue();
    }

    @Test
    void aDistrictWithoutAReportIsIncludedAsMissing() {
        day.compiled(EVENING, KRAMATWATU);
        var whole = frozen(day.compiled(EVENING, REGENCY));

        assertThat(whole.districts())
                .extracting(district -> district.region().name(), Snapshot.District::state)
                .containsExactly(tuple("Kramatwatu", "UNSEALED"), tuple("Baros", "MISSING"));
        assertThat(whole.stations()).isEqualTo(3);
    }

    @Test
    void whatWasFrozenAddsUpAgainAfterLaterReports() {
        theDayGoesOn();
        day.compiled(EVENING, KRAMATWATU);
        day.compiled(EVENING, BAROS);
        day.compiled(EVENING, REGENCY);
        day.c1(port, "siti", "BUPATI", MARGASANA_2, 61, 81);
        day.c1(port, "joko", "BUPATI", BAROS_PRISON, 7, 8);
        day.voting(port, "siti", MARGASANA_2, "10.00", "{\"voters\": {\"total\": 170}, \"security\": \"CALM\"}");

        var recount = day.recount(port);
        assertThat(recount.path("differences")).as(recount.toPrettyString()).isEmpty();
    }

    @Test
    void anAlteredNumberIsFoundByTheRecount() {
        theDayGoesOn();
        var district = day.compiled(EVENING, KRAMATWATU);
        day.compiled(EVENING, BAROS);
        day.compiled(EVENING, REGENCY);
        var owner = installation.asOwner();
        owner.execute("ALTER TABLE desk.tier_report DISABLE TRIGGER stays_as_it_is");
        try {
            owner.update(
                    """
                    UPDATE desk.tier_report SET snapshot = altered, digest = encode(sha256(convert_to(altered, 'UTF8')), 'hex')
                    FROM (SELECT replace(snapshot, '"votes":180', '"votes":181') AS altered FROM desk.tier_report WHERE id = ?) a WHERE id = ?
                    """,
                    district.id(),
                    district.id());
        } finally {
            owner.execute("ALTER TABLE desk.tier_report ENABLE TRIGGER stays_as_it_is");
        }

        var found = day.recount(port).path("differences");
        assertThat(found.findValuesAsText("level")).contains("DISTRICT", "REGENCY");
        assertThat(found.toString()).contains("tier-report " + district.code() + " votes.1\":1");
        assertThat(day.as(port, "pengawas").get("/api/checks/ledger").text()).contains("tier_report/" + district.id());
    }

    @Test
    void aVersionSaysWhatChangedAndWhichFormDidIt() {
        theDayGoesOn();
        var first = day.compiled(EVENING, KRAMATWATU);
        day.compiled(EVENING, BAROS);
        day.compiled(EVENING, REGENCY);
        day.c1(port, "siti", "GUBERNUR", MARGASANA_2, 5, 6);
        day.verify(port, "budi", "BUPATI", MARGASANA_2, 60, 80);
        var second = day.compiled(EVENING, KRAMATWATU);
        var whole = day.compiled(EVENING, REGENCY);

        assertThat(second.version()).isEqualTo(2);
        var changes = List.of(CanonicalJson.read(day.changes(second), Change[].class));
        assertThat(changes)
                .contains(
                        new Change(
                                "races[GUBERNUR].byReceived.candidates[1].votes",
                                "30",
                                "35",
                                List.of("C1 TPS 002 Margasana masuk")),
                        new Change(
                                "races[BUPATI].verifiedPercent",
                                "33.3",
                                "66.7",
                                List.of("C1 TPS 002 Margasana selesai diperiksa")))
                .noneMatch(change -> change.what().startsWith("races[BUPATI].byReceived"))
                .noneMatch(change -> change.what().startsWith("ledger"));
        assertThat(CanonicalJson.read(day.changes(whole), Change[].class))
                .anySatisfy(change -> assertThat(change.why()).containsExactly("Kec. Kramatwatu: versi 1 menjadi 2"));
        assertThat(day.snapshot(first)).contains("\"version\":1");
        assertThat(day.recount(port).path("ok").asBoolean()).isTrue();
    }
}
