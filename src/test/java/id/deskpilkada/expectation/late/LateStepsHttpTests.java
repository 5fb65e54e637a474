package id.deskpilkada.expectation.late;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.staff.People;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class LateStepsHttpTests {

    private static final String STEPS = "/api/elections/pilkada-uji/rounds/R1/late-steps";

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    LateScenario scenario;

    @BeforeEach
    void everyWaveWaits(@Autowired AutowireCapableBeanFactory beans) {
        scenario = (LateScenario)
                beans.autowire(LateScenario.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scenario.begin();
    }

    @Test
    void theStepsOfARunningRoundAreChangedAndItsTimersFollow() {
        var desk = new DeskClient(port, "desk", People.PASSWORD);
        assertThat(after(desk.get(STEPS).body(), "VOTING", "DESK")).isEqualTo(900);
        assertThat(after(desk.get(STEPS).body(), "READINESS", "REPORTER")).isEqualTo(-86_400);

        var answer = desk.put(
                STEPS,
                """
                {"steps": [{"kind": "VOTING", "addressee": "CAMAT", "afterSeconds": 60}, {"kind": "VOTING", "addressee": "REPORTER", "afterSeconds": -600}]}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(after(answer.body(), "VOTING", "CAMAT")).isEqualTo(60);
        assertThat(after(answer.body(), "VOTING", "DESK")).isEqualTo(900);
        assertThat(due("deadline")).isEqualTo(scenario.due().plusSeconds(60).toEpochMilli());
        assertThat(due("reminder-due"))
                .isEqualTo(scenario.due().minusSeconds(600).toEpochMilli());
    }

    private long due(String activity) {
        return management.createJobQuery().activityId(activity).list().stream()
                .mapToLong(job -> job.getDuedate().getTime())
                .min()
                .orElseThrow();
    }

    private static int after(JsonNode answer, String kind, String addressee) {
        for (var step : answer.get("steps")) {
            if (step.get("kind").asText().equals(kind)
                    && step.get("addressee").asText().equals(addressee)) {
                return step.get("afterSeconds").asInt();
            }
        }
        throw new AssertionError("no step of " + kind);
    }

    @Test
    void stepsOutOfOrderAndStepsOfOthersAreRefused() {
        var desk = new DeskClient(port, "desk", People.PASSWORD);
        var answer = desk.put(
                STEPS,
                """
                {"steps": [{"kind": "VOTING", "addressee": "LEADER", "afterSeconds": 60}, {"kind": "INCIDENT", "addressee": "DESK", "afterSeconds": 1},
                  {"kind": "C1", "addressee": "DESK", "afterSeconds": 99999999}]}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors"))
                .extracting(error -> error.get("code").asText())
                .containsExactlyInAnyOrder("STEPS_OUT_OF_ORDER", "UNKNOWN_CHOICE", "STEP_SECONDS");
        assertThat(after(desk.get(STEPS).body(), "VOTING", "LEADER")).isEqualTo(1800);
        assertThat(new DeskClient(port, "camat.kram", People.PASSWORD)
                        .get(STEPS)
                        .status())
                .isEqualTo(403);
    }
}
