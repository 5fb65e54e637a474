package id.deskpilkada.readiness.visit;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.readiness.visit.VisitDay.DESK;
import static id.deskpilkada.readiness.visit.VisitDay.LEADER;
import static id.deskpilkada.readiness.visit.VisitDay.OTHER_LEADER;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.WholeApplication;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Visits over HTTP: who may plan, who may confirm, and who sees the photo. */
@WholeApplication
class VisitTests {

    @Autowired
    VisitDay day;

    @LocalServerPort
    int port;

    @BeforeEach
    void aDay() {
        day.begin();
    }

    @Test
    void aConfirmedVisitShowsItsReportAndThePhotoToThoseOfTheArea() {
        var visit = day.plan(port, "").get("id").asText();
        day.report(port, LEADER, visit, UUID.randomUUID(), "");
        day.drain();

        var shown = get(DESK, "/api/visits/" + visit).body();
        assertThat(shown.get("state").asText()).isEqualTo("VISITED");
        assertThat(shown.at("/report/remarks").asText()).isEqualTo("Lancar");
        var photo = "/api/photos/" + shown.at("/report/photos/0").asText();
        assertThat(get(DESK, photo).status()).isEqualTo(200);
        assertThat(get(OTHER_LEADER, photo).status()).isEqualTo(200);
        assertThat(get("siti", photo).status()).isEqualTo(200);
        assertThat(get("baros", photo).status()).isEqualTo(404);
    }

    @Test
    void onlyTheLeaderOfTheVisitConfirmsItAndOnlyWithAPhoto() {
        var visit = day.plan(port, "").get("id").asText();

        assertThat(day.report(port, OTHER_LEADER, visit, UUID.randomUUID(), "")
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("NOT_YOUR_VISIT");
        assertThat(day.report(port, "siti", visit, UUID.randomUUID(), "").status())
                .isEqualTo(403);
        var bare = send(LEADER, visit, MARGASANA_1, "");
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.body().at("/errors/0/code").asText()).isEqualTo("VISIT_PHOTO_MISSING");
        var elsewhere = send(LEADER, visit, "3604052002002", "");
        assertThat(elsewhere.body().get("errors").findValuesAsText("code")).contains("VISIT_NOT_HERE");
    }

    @Test
    void theDeskTakesAReportDownThatCameByPhone() {
        var visit = day.plan(port, "").get("id").asText();

        var answer = send(DESK, visit, MARGASANA_1, ", \"source\": \"PHONE\", \"onBehalfOf\": \"sekda\"");
        day.drain();

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(get(DESK, "/api/visits/" + visit).body().get("state").asText())
                .isEqualTo("VISITED");
    }

    @Test
    void aReportForAVisitThatIsClosedIsOvertaken() {
        var visit = day.plan(port, "").get("id").asText();
        day.report(port, LEADER, visit, UUID.randomUUID(), "");
        var second = UUID.randomUUID();
        day.report(port, LEADER, visit, second, "");
        day.drain();

        var view = get(LEADER, "/api/field-reports/" + second).body();
        assertThat(view.get("state").asText()).isEqualTo("SUPERSEDED");
        assertThat(view.at("/reasons/0/code").asText()).isEqualTo("VISIT_CLOSED");
    }

    @Test
    void aLeaderReportsNothingElse() {
        var c1 = day.as(port, LEADER)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        "{\"kind\": \"C1\", \"race\": \"BUPATI\", \"tps\": \"%s\", \"observedAt\": \"2024-11-27T15:00:00+07:00\", \"data\": {}}"
                                .formatted(MARGASANA_1));

        assertThat(c1.body().get("code").asText()).isEqualTo("NOT_YOUR_TPS");
    }

    @Test
    void whatIsWrongWithAPlanIsToldAtOnce() {
        var answer = day.as(port, DESK)
                .post(
                        "/api/visits",
                        "{\"tps\": \"3604059999999\", \"leader\": \"siti\", \"dueAt\": \"2001-01-01T08:00:00Z\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").findValuesAsText("field")).containsExactly("tps", "leader", "dueAt");
        assertThat(answer.text()).doesNotContain("problem.");
    }

    @Test
    void theSameVisitIsPlannedOnce() {
        day.plan(port, "");

        var again = day.as(port, DESK)
                .post("/api/visits", "{\"tps\": \"%s\", \"leader\": \"sekda\"}".formatted(MARGASANA_1));

        assertThat(again.body().get("code").asText()).isEqualTo("VISIT_PLANNED_ALREADY");
    }

    @Test
    void leadersSeeTheirOwnVisitsAndOthersNone() {
        var visit = day.plan(port, "").get("id").asText();

        assertThat(get(LEADER, "/api/visits").body().get("total").asInt()).isEqualTo(1);
        assertThat(get(OTHER_LEADER, "/api/visits").body().get("total").asInt()).isZero();
        assertThat(get(OTHER_LEADER, "/api/visits/" + visit).status()).isEqualTo(404);
        assertThat(get("siti", "/api/visits").status()).isEqualTo(403);
        assertThat(day.as(port, LEADER).post("/api/visits", "{}").status()).isEqualTo(403);
        assertThat(day.as(port, LEADER)
                        .post("/api/visits/" + visit + "/cancel", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(403);
    }

    private Answer get(String person, String path) {
        return day.as(port, person).get(path);
    }

    private Answer send(String person, String visit, String tps, String more) {
        return day.as(port, person)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        """
                        {"kind": "VISIT", "tps": "%s", "observedAt": "2024-11-27T09:00:00+07:00"%s, "data": {"visit": "%s"}}"""
                                .formatted(tps, more, visit));
    }
}
