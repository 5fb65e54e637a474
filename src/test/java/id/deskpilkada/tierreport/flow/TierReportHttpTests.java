package id.deskpilkada.tierreport.flow;

import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sealing, checking and approving as outside programs and forms meet it. */
@WholeApplication
class TierReportHttpTests {

    private static final String DEFINITIVE = "{\"capacity\": \"DEFINITIVE\"}";
    private static final String REASON = "{\"reason\": \"Periksa TPS 002 lagi\"}";

    @Autowired
    FlowDay day;

    @Autowired
    TierDay tiers;

    @LocalServerPort
    int port;

    @BeforeEach
    void begin() {
        day.begin();
    }

    private Answer post(String username, String path, String body) {
        return tiers.as(port, username).post(path, body);
    }

    private Answer act(String username, String area, String act, String body) {
        return post(username, "/api/tier-reports/" + day.latest(EVENING, area).id() + "/" + act, body);
    }

    private Answer complete(String username, String area, String task, String data) {
        return post(
                username,
                "/api/tasks/" + day.task(EVENING, area, task).getId() + "/complete",
                "{\"data\": " + data.formatted(day.latest(EVENING, area).id()) + "}");
    }

    private JsonNode sheet(String username, String region) {
        return tiers.as(port, username)
                .get("/api/tier-reports/sheet?slot=" + EVENING + "&region=" + region)
                .body();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().path("code").asText()).isEqualTo(code);
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 204);
    }

    @Test
    void theCamatSealsOnceForAnOfficeThatSomebodyElseHolds() {
        day.districtsCompile(EVENING);
        done(
                act(
                        "camat",
                        KRAMATWATU,
                        "seal",
                        """
                {"capacity": "AN", "onBehalfOf": "Camat Kramatwatu", "position": "Sekretaris Kecamatan", "rank": "Penata Tk. I (III/d)",
                 "nip": "19750101 200003 1 001", "remarks": "Genangan di Margasana sudah surut"}"""));

        assertThat(day.state(day.latest(EVENING, KRAMATWATU))).isEqualTo(TierState.SEALED);
        var history = sheet("desk", "36.04.05").path("history");
        assertThat(history.findValuesAsText("step")).contains("COMPILED", "SEALED");
        refused(act("camat", KRAMATWATU, "seal", DEFINITIVE), 409, "TIER_REPORT_NOT_OPEN");
    }

    @Test
    void nobodyElseSeals() {
        day.districtsCompile(EVENING);

        refused(act("camat-baros", KRAMATWATU, "seal", DEFINITIVE), 404, "UNKNOWN_TIER_REPORT");
        refused(act("desk", KRAMATWATU, "seal", DEFINITIVE), 403, "OUTSIDE_SCOPE");
        refused(act("sekda", KRAMATWATU, "seal", DEFINITIVE), 403, "OUTSIDE_SCOPE");
        refused(act("camat", KRAMATWATU, "forward", ""), 403, "OUTSIDE_SCOPE");
        refused(act("camat", KRAMATWATU, "corrections", REASON), 403, "OUTSIDE_SCOPE");
        assertThat(day.stands(EVENING, KRAMATWATU)).isEqualTo(CaseState.SIGNING);
    }

    @Test
    void whatCannotBeReadIsToldFieldByFieldAndNothingIsSealed() {
        day.districtsCompile(EVENING);
        var answer = act(
                "camat",
                KRAMATWATU,
                "seal",
                "{\"capacity\": \"AN\", \"nip\": \"1975\", \"remarks\": \"%s\"}".formatted("x".repeat(2001)));

        refused(answer, 422, "MALFORMED");
        assertThat(answer.body().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("onBehalfOf", "remarks", "nip");
        refused(act("camat", KRAMATWATU, "seal", "{}"), 422, "MALFORMED");
        assertThat(day.stands(EVENING, KRAMATWATU)).isEqualTo(CaseState.SIGNING);
    }

    @Test
    void whoLookedAtAnOldVersionIsToldSo() {
        day.districtsCompile(EVENING);
        var first = day.latest(EVENING, KRAMATWATU).id();
        var again = act("camat", KRAMATWATU, "recompile", "");

        assertThat(again.body().path("version").asInt()).as(again.text()).isEqualTo(2);
        refused(post("camat", "/api/tier-reports/" + first + "/seal", DEFINITIVE), 409, "TIER_REPORT_SUPERSEDED");
        done(act("camat", KRAMATWATU, "seal", DEFINITIVE));
    }

    @Test
    void theWholeWayOverTheTasksOfEachPerson() {
        day.districtsCompile(EVENING);
        var task = day.task(EVENING, KRAMATWATU, "seal-district-report").getId();
        var data = "{\"data\": {\"report\": %d, \"capacity\": \"PLH\", \"remarks\": \"Aman\"}}"
                .formatted(day.latest(EVENING, KRAMATWATU).id());
        done(post("camat", "/api/tasks/" + task + "/complete", data));
        done(post("camat", "/api/tasks/" + task + "/complete", data));
        day.fire(EVENING, BAROS, "camat-late");
        done(complete("desk", BAROS, "call-camat", "{\"report\": %d, \"note\": \"Camat sedang menuju kantor\"}"));
        done(complete("camat-baros", BAROS, "seal-district-report", "{\"report\": %d, \"capacity\": \"DEFINITIVE\"}"));
        day.job(EVENING, REGENCY, "compile-regency");

        refused(complete("desk", REGENCY, "check-regency-report", "{\"report\": %d}"), 422, "MALFORMED");
        done(complete("desk", REGENCY, "check-regency-report", "{\"report\": %d, \"decision\": \"FORWARD\"}"));
        done(complete(
                "sekda",
                REGENCY,
                "approve-regency-report",
                "{\"report\": %d, \"decision\": \"SEND_BACK\", \"reason\": \"Sebut banjir di Margasana\"}"));
        assertThat(sheet("desk", "36.04").path("sentBack").asText()).isEqualTo("Sebut banjir di Margasana");
        done(complete("desk", REGENCY, "check-regency-report", "{\"report\": %d, \"decision\": \"FORWARD\"}"));
        done(
                complete(
                        "sekda",
                        REGENCY,
                        "approve-regency-report",
                        "{\"report\": %d, \"decision\": \"APPROVE\", \"capacity\": \"DEFINITIVE\", \"position\": \"Sekretaris Daerah\"}"));
        assertThat(day.state(day.latest(EVENING, REGENCY))).isEqualTo(TierState.APPROVED);
        assertThat(sheet("sekda", "36.04").path("districts").findValuesAsText("state"))
                .containsExactly("SEALED", "SEALED");
    }

    @Test
    void theDeskGivesADistrictsReportBackUntilItHasForwarded() {
        day.regencyCompiles();
        refused(act("desk", KRAMATWATU, "return", "{\"reason\": \"?\"}"), 422, "MALFORMED");
        done(act("desk", KRAMATWATU, "return", REASON));
        day.job(EVENING, KRAMATWATU, "compile-district");
        assertThat(sheet("camat", "36.04.05").path("reason").asText()).isEqualTo("Periksa TPS 002 lagi");
        done(act("camat", KRAMATWATU, "seal", DEFINITIVE));
        day.job(EVENING, REGENCY, "compile-regency");
        done(act("desk", REGENCY, "forward", ""));

        refused(act("desk", KRAMATWATU, "return", REASON), 409, "REGENCY_REPORT_PASSED_ON");
        refused(act("desk", REGENCY, "return", REASON), 403, "OUTSIDE_SCOPE");
        done(act("sekda", REGENCY, "return", REASON));
        assertThat(day.stands(EVENING, REGENCY)).isEqualTo(CaseState.CHECKING);
    }

    @Test
    void whatIsSettledIsCorrectedWithAReason() {
        day.districtsCompile(EVENING);
        refused(act("desk", KRAMATWATU, "corrections", REASON), 409, "TIER_REPORT_NOT_SETTLED");
        done(act("camat", KRAMATWATU, "seal", DEFINITIVE));
        done(act("desk", KRAMATWATU, "corrections", REASON));
        day.job(EVENING, KRAMATWATU, "compile-district");

        var sheet = sheet("camat", "36.04.05");
        assertThat(sheet.path("version").asInt()).isEqualTo(2);
        assertThat(sheet.path("cause").asText()).isEqualTo("CORRECTION");
        assertThat(sheet.path("state").asText()).isEqualTo("SIGNING");
    }

    @Test
    void theSheetIsForThoseWhoWorkOnTheReport() {
        day.districtsCompile(EVENING);
        var camat = sheet("camat", "36.04.05");

        assertThat(camat.path("signer").path("name").asText()).isEqualTo("Cici Camat");
        assertThat(camat.path("signer").path("position").asText()).isEqualTo("Camat Kramatwatu");
        assertThat(camat.path("callers")).isEmpty();
        assertThat(sheet("desk", "36.04.05").path("callers").findValuesAsText("name"))
                .containsExactly("Cici Camat");
        var path = "/api/tier-reports/sheet?slot=" + EVENING + "&region=";
        refused(tiers.as(port, "camat-baros").get(path + "36.04.05"), 403, "OUTSIDE_SCOPE");
        refused(tiers.as(port, "camat").get(path + "36.04"), 403, "OUTSIDE_SCOPE");
        refused(tiers.as(port, "bpbd").get(path + "36.04.05"), 403, "OUTSIDE_SCOPE");
        refused(tiers.as(port, "sekda").get(path + "36.04"), 404, "UNKNOWN_TIER_REPORT");
    }

    /** Each camat twice, all at once: each seal counts once, and the last one lets the regency go on, once. */
    @Test
    void sealsThatMeetLetTheRegencyGoOnOnce() throws Exception {
        day.districtsCompile(EVENING);
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Answer> kramatwatu = () -> act("camat", KRAMATWATU, "seal", DEFINITIVE);
            Callable<Answer> baros = () -> act("camat-baros", BAROS, "seal", DEFINITIVE);
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(List.of(kramatwatu, baros, kramatwatu, baros))) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsExactlyInAnyOrder(204, 204, 409, 409);
        } finally {
            threads.shutdown();
        }
        assertThat(day.passed(EVENING, REGENCY)).containsOnlyOnce("districts-in");
        assertThat(day.timer(EVENING, REGENCY, "compile-regency")).isNotNull();
        assertThat(day.timer(EVENING, REGENCY, "waited-enough")).isNull();
    }
}
