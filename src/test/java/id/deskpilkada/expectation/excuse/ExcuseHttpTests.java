package id.deskpilkada.expectation.excuse;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class ExcuseHttpTests {

    private static final String REASON = "Jalan putus karena banjir";

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    ExpectedReports reports;

    @Autowired
    SystemTransactions transactions;

    private DeskClient camat;
    private DeskClient desk;

    @BeforeEach
    void everyTpsOwesItsForms(
            @Autowired Rounds rounds, @Autowired Staff staff, @Autowired Secrets secrets, @LocalServerPort int port) {
        installation.empty();
        var people = new People(staff, secrets);
        people.add("camat.kram", "Camat Kramatwatu", "camat@36.04.05");
        people.add("desk", "Petugas Desk", "desk@36.04");
        var round = small.started();
        transactions.write("test", () -> rounds.prepare(round));
        camat = new DeskClient(port, "camat.kram", People.PASSWORD);
        desk = new DeskClient(port, "desk", People.PASSWORD);
    }

    private static String body(String reason, String... tps) {
        return """
                {"kind": "C1", "race": "BUPATI", "tps": [%s], "reason": "%s"}"""
                .formatted(Stream.of(tps).map(one -> '"' + one + '"').collect(Collectors.joining(",")), reason);
    }

    private JsonNode progress() {
        return desk.get("/api/progress?kind=C1&race=BUPATI&region=36.04.05").body();
    }

    private void received(String tps) {
        var race = small.round();
        transactions.write(
                "test", () -> reports.received(race.id(), ReportKind.C1, "C1", bupati(), tps, Instant.now()));
    }

    private long bupati() {
        return installation.asOwner().queryForObject("SELECT id FROM desk.race WHERE code = 'BUPATI'", Long.class);
    }

    @Test
    void anExcuseHasANameAndAReasonAndTheCounterFollows() {
        var answer = camat.post("/api/progress/excuses", body(REASON, KRAMATWATU_1, MARGASANA_1));
        assertThat(answer.body().toString()).isEqualTo("{\"excused\":2,\"already\":0,\"reported\":0}");
        assertThat(camat.post("/api/progress/excuses", body(REASON, KRAMATWATU_1))
                        .body()
                        .get("already")
                        .asInt())
                .isEqualTo(1);

        assertThat(progress().get("missing").asInt()).isEqualTo(1);
        assertThat(progress().get("excused").asInt()).isEqualTo(2);
        var shown = desk.get("/api/progress/excuses?kind=C1").body();
        assertThat(shown.get("total").asInt()).isEqualTo(2);
        var one = shown.get("items").get(0);
        assertThat(List.of(
                        one.get("excusedBy").asText(),
                        one.get("reason").asText(),
                        one.get("state").asText()))
                .containsExactly("Camat Kramatwatu", REASON, "HOLDS");
        assertThat(installation
                        .asOwner()
                        .queryForObject(
                                "SELECT missing FROM desk.report_wave WHERE kind = 'C1' AND race_id = ? AND district_area = '360405'",
                                Integer.class,
                                bupati()))
                .isEqualTo(1);
        assertThat(desk.get("/api/checks/recount").body().get("ok").asBoolean()).isTrue();
    }

    @Test
    void aReportAfterAnExcuseIsLateAndAnExcuseCanBeTakenBack() {
        camat.post("/api/progress/excuses", body(REASON, KRAMATWATU_1, MARGASANA_1));
        received(KRAMATWATU_1);
        assertThat(progress().get("late").asInt()).isEqualTo(1);
        var excuses = desk.get("/api/progress/excuses?kind=C1").body().get("items");
        long held = id(excuses, MARGASANA_1);

        assertThat(desk.post("/api/progress/excuses/" + held + "/withdrawal", "{\"reason\": \"Jalan sudah dibuka\"}")
                        .status())
                .isEqualTo(200);

        assertThat(progress().get("missing").asInt()).isEqualTo(2);
        assertThat(desk.get("/api/checks/recount").body().get("ok").asBoolean()).isTrue();
        for (long over : List.of(held, id(excuses, KRAMATWATU_1))) {
            var refused =
                    desk.post("/api/progress/excuses/" + over + "/withdrawal", "{\"reason\": \"Jalan sudah dibuka\"}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().get("code").asText()).isEqualTo("EXCUSE_OVER");
        }
    }

    private static long id(JsonNode excuses, String tps) {
        for (var one : excuses) {
            if (one.get("tps").asText().equals(tps)) {
                return one.get("id").asLong();
            }
        }
        throw new AssertionError("no excuse of " + tps);
    }

    @Test
    void whatHasComeOrIsNotOnesOwnIsRefused() {
        received(KRAMATWATU_1);

        assertThat(camat.post("/api/progress/excuses", body(REASON, KRAMATWATU_1))
                        .status())
                .isEqualTo(409);
        assertThat(camat.post("/api/progress/excuses", body(REASON, KRAMATWATU_1, MARGASANA_1))
                        .body()
                        .get("reported")
                        .asInt())
                .isEqualTo(1);
        assertThat(camat.post("/api/progress/excuses", body(REASON, MARGASANA_1, BAROS_1))
                        .status())
                .isEqualTo(403);
        var foreign = desk.post("/api/progress/excuses", body(REASON, BAROS_1));
        assertThat(foreign.status()).isEqualTo(200);
        long id = id(desk.get("/api/progress/excuses").body().get("items"), BAROS_1);
        assertThat(camat.post("/api/progress/excuses/" + id + "/withdrawal", "{\"reason\": \"bukan wilayah saya\"}")
                        .status())
                .isEqualTo(404);
        assertThat(camat.get("/api/progress/excuses?region=36.04.17").status()).isEqualTo(403);
    }

    @Test
    void everyFaultIsNamed() {
        var answer = desk.post(
                "/api/progress/excuses", "{\"kind\": \"VOTING\", \"tps\": [\"12\", \"x\"], \"reason\": \" a \"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors"))
                .extracting(error -> error.get("field").asText())
                .containsExactlyInAnyOrder("slot", "tps.0", "tps.1", "reason");
        assertThat(desk.post("/api/progress/excuses", body(REASON, "3604052002099"))
                        .body()
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("NOT_EXPECTED");
    }

    @Test
    void aCounterThatIsWrongIsFoundByTheRecount() {
        installation
                .asOwner()
                .update(
                        "UPDATE desk.report_wave SET missing = missing + 2 WHERE race_id = ? AND district_area = '360405'",
                        bupati());

        var recount = desk.get("/api/checks/recount").body();
        assertThat(recount.get("ok").asBoolean()).isFalse();
        assertThat(recount.get("differences").get(0).get("difference").toString())
                .isEqualTo("{\"missing C1 C1\":2}");
    }

    @Test
    void theTextForAGroupNamesCodesOnly() {
        var text = camat.get("/api/progress/missing.txt?kind=C1&race=BUPATI&region=36.04.05")
                .text();

        assertThat(text)
                .contains("*Belum lapor: C1 Bupati*", "Kramatwatu", "3 TPS belum lapor", "Margasana: " + MARGASANA_1)
                .doesNotContain("Camat", "+62")
                .doesNotContainPattern("\\b08\\d{2}");
    }
}
