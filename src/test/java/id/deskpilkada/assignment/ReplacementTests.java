package id.deskpilkada.assignment;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.CountingWork;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody falls ill on the day, with a task in hand. */
@WholeApplication
class ReplacementTests {

    @LocalServerPort
    int port;

    @Autowired
    Secrets secrets;

    @Autowired
    Staff staff;

    AssignmentScenario scenario;

    @BeforeEach
    void countingHasBegun(
            @Autowired Installation installation,
            @Autowired SmallElection small,
            @Autowired AssignmentPreparation preparation,
            @Autowired Assignments assignments,
            @Autowired DistrictViews views,
            @Autowired SystemTransactions transactions,
            @Autowired Rounds rounds,
            @Autowired List<CountingWork> counting) {
        scenario = new AssignmentScenario(
                installation, small, staff, secrets, preparation, assignments, views, transactions);
        var round = scenario.begin();
        scenario.nameAll();
        rounds.beginCounting(round.id());
        for (var work : counting) {
            boolean left = true;
            while (left) {
                left = work.openNext(round);
            }
        }
    }

    DeskClient signedIn(String username) {
        secrets.giveInitial(Map.of(staff.person(username).orElseThrow().id(), People.PASSWORD));
        return new DeskClient(port, username, People.PASSWORD);
    }

    static List<String> tasks(DeskClient client) {
        return client.get("/api/tasks?process=c1-capture").body().path("items").findValuesAsText("id");
    }

    @Test
    void openTasksMoveAtOnceAndTheOldAccountLosesThem() {
        var old = signedIn("budi.santoso");
        var before = tasks(old);
        assertThat(before).hasSize(4);
        var inHand = before.get(0);
        assertThat(old.post("/api/tasks/" + inHand + "/claim", "").status()).isEqualTo(204);

        var camat = new DeskClient(port, "camat.kram", People.PASSWORD);
        var body =
                "{\"assignment\": %d, \"reason\": \"Sakit\", \"person\": {\"name\": \"Dewi Lestari\", \"phone\": \"0812 3456 7820\"}}"
                        .formatted(scenario.assignmentOf("budi.santoso"));
        var replaced = camat.post("/api/assignments/36.04.05/replacements", body);
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(201);
        assertThat(replaced.body().path("tasks").asInt()).isEqualTo(1);

        assertThat(tasks(old)).isEmpty();
        assertThat(old.get("/api/tasks/" + inHand).status()).isEqualTo(404);
        assertThat(old.post("/api/tasks/" + inHand + "/complete", "{}").status())
                .isEqualTo(404);
        var successor = signedIn("dewi.lestari");
        assertThat(tasks(successor)).containsExactlyInAnyOrderElementsOf(before);
        var task = successor.get("/api/tasks/" + inHand).body();
        assertThat(task.path("assignee").asText()).isEqualTo("dewi.lestari");
        var report = UUID.randomUUID();
        assertThat(successor.reportC1(report, "BUPATI", MARGASANA_1, form(), "").status())
                .isEqualTo(201);
        assertThat(old.reportC1(UUID.randomUUID(), "BUPATI", MARGASANA_1, form(), "")
                        .status())
                .isEqualTo(403);
        assertThat(camat.post("/api/assignments/36.04.05/replacements", body).status())
                .isEqualTo(409);
        assertThat(scenario.told("budi.santoso")).contains("assignment-relieved");
        assertThat(scenario.told("dewi.lestari")).contains("assignment-taken-over");
    }

    static JsonNode form() {
        return DeskClient.JSON.createObjectNode().put("form", "SALINAN").put("validVotes", 200);
    }
}
