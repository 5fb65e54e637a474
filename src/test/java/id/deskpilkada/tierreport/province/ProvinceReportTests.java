package id.deskpilkada.tierreport.province;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static id.deskpilkada.tierreport.Upward.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.Upward;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.TierCompiling;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The report of a province, made of what was received and of nothing else. */
@WholeApplication
class ProvinceReportTests {

    @Autowired
    Installation installation;

    @Autowired
    TierDay day;

    @Autowired
    Upward upward;

    @Autowired
    TierCompiling compiling;

    @Autowired
    SystemTransactions transactions;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin();
        upward.knowSender();
        installation
                .asOwner()
                .update("INSERT INTO desk.tier_sender (area, name, active) VALUES ('3603', 'Tangerang', true)");
        day.c1(port, "siti", "GUBERNUR", MARGASANA_1, 30, 40);
        day.c1(port, "joko", "GUBERNUR", BAROS_1, 5, 6);
        day.c1(port, "siti", "BUPATI", MARGASANA_1, 120, 90);
    }

    private TierReport received() {
        day.compiled(EVENING, TierDay.KRAMATWATU);
        day.compiled(EVENING, TierDay.BAROS);
        var report = day.compiled(EVENING, REGENCY);
        upward.settle(report);
        var answer = upward.send(port, TOKEN, upward.envelope(report).toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return report;
    }

    private TierReport province() {
        return transactions.write(
                "test",
                () -> compiling.compile(new TierCompiling.Order(
                        day.round().id(),
                        EVENING,
                        "36",
                        TierLevel.PROVINCE,
                        Instant.now(),
                        true,
                        TierCause.FIRST,
                        null,
                        null)));
    }

    @Test
    void itAddsUpTheRacesOfTheProvinceAndMarksWhoIsMissing() {
        var regency = received();
        var report = province();
        var snapshot = day.frozen(report);

        assertThat(snapshot.level()).isEqualTo("PROVINCE");
        assertThat(snapshot.region().code()).isEqualTo("36");
        assertThat(snapshot.races()).extracting(Snapshot.Race::code).containsExactly("GUBERNUR");
        assertThat(snapshot.races().get(0).byReceived().candidates())
                .extracting(Snapshot.Candidate::votes)
                .containsExactly(35L, 46L);
        assertThat(snapshot.reports()).noneMatch(one -> "BUPATI".equals(one.race()));
        assertThat(snapshot.districts())
                .extracting(part -> part.region().code(), Snapshot.District::state, Snapshot.District::report)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("36.03", "MISSING", null),
                        org.assertj.core.groups.Tuple.tuple("36.04", "AUTOMATIC", regency.code()));
        assertThat(day.recount(port).path("ok").asBoolean()).isTrue();
    }

    @Test
    void theRecountSeesWhatSomebodyHasChangedInIt() {
        received();
        var report = province();
        installation.asOwner().execute("ALTER TABLE desk.tier_report DISABLE TRIGGER stays_as_it_is");
        try {
            installation
                    .asOwner()
                    .update(
                            "UPDATE desk.tier_report SET snapshot = replace(snapshot, '\"votes\":35', '\"votes\":53'), digest = encode(sha256(convert_to(replace(snapshot, '\"votes\":35', '\"votes\":53'), 'UTF8')), 'hex') WHERE id = ?",
                            report.id());
        } finally {
            installation.asOwner().execute("ALTER TABLE desk.tier_report ENABLE TRIGGER stays_as_it_is");
        }
        assertThat(day.recount(port).toString()).contains(report.code()).contains("votes.1");
    }

    @Test
    void aRegencySeesWhatCameButMakesNoReportOfAProvince() {
        received();
        var leader = new DeskClient(port, "sekda", id.deskpilkada.staff.People.PASSWORD);
        assertThat(leader.post("/api/province-reports", "{\"slot\": \"19.00\"}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("NO_PROVINCE");
        var desk = day.as(port, "desk");
        var seen = desk.get("/api/received-reports");
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(seen.body().path(0).path("regencies").toString())
                .contains("\"state\":\"RECEIVED\"", "\"version\":1")
                .doesNotContain("votes");
        assertThat(desk.get("/desk/pengiriman-laporan").status()).isEqualTo(200);
        assertThat(desk.get("/desk/laporan-masuk").text())
                .contains("hanya ada pada aplikasi provinsi")
                .doesNotContain("Laporan provinsi");
        assertThat(new DeskClient(port, "admin", "rahasia-admin-uji")
                        .get("/desk/penerima-laporan")
                        .text())
                .contains("Tambah penerima")
                .containsOnlyOnce("name=\"alamat\"");
        assertThat(day.as(port, "camat").get("/desk/laporan-masuk").status()).isEqualTo(403);
    }
}
