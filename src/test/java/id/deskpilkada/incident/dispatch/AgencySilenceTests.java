package id.deskpilkada.incident.dispatch;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.incident.IncidentDay;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An agency that has confirmed and then says nothing. */
@WholeApplication
class AgencySilenceTests {

    @Autowired
    IncidentDay day;

    @Autowired
    Installation installation;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    long incident;
    long dispatch;
    ProcessInstance instance;

    @BeforeEach
    void bpbdHasConfirmedAFlood() {
        init(engine);
        day.begin();
        day.report(
                port, REPORTER, MARGASANA_1, "{\"category\": \"DISASTER\", \"description\": \"Air setinggi lutut\"}");
        incident = day.newest();
        Assertions.assertThat(day.as(port, DESK)
                        .post("/api/incidents/" + incident + "/triage", "{\"severity\": 3, \"agencies\": [\"bpbd\"]}")
                        .status())
                .isEqualTo(204);
        dispatch = day.dispatch(incident, "bpbd");
        instance = day.dispatchInstance(dispatch);
        says("acknowledge", "{}");
    }

    private void says(String act, String body) {
        Assertions.assertThat(day.as(port, BPBD)
                        .post("/api/dispatches/" + dispatch + "/" + act, body)
                        .status())
                .isEqualTo(200);
    }

    private int asked(String data) {
        return day.finish(port, DESK, instance, "ask-agency", data).status();
    }

    private Duration until(String timer) {
        var due = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult()
                .getDuedate();
        return Duration.between(Instant.now(), due.toInstant());
    }

    private boolean late() {
        return day.as(port, DESK)
                                .get("/api/dispatches?late=true")
                                .body()
                                .path("total")
                                .asInt()
                        == 1
                && day.read(port, DESK, incident).path("incident").path("late").asBoolean();
    }

    @Test
    void tidakAdaKabarLetsTheDeskAskAndTheReportStaysOpen() {
        Assertions.assertThat(until("word-due")).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        Assertions.assertThat(late()).isFalse();
        day.fire(instance, "word-due");
        assertThat(instance).isWaitingAt("report-handling", "ask-agency");
        assertThat(day.task(instance, "ask-agency")).hasCandidateGroup("desk-3604");
        Assertions.assertThat(day.task(instance, "ask-agency").getName())
                .isEqualTo("Tanyakan kabar instansi: BPBD, K-" + incident + " Bencana, TPS 001 Margasana");
        Assertions.assertThat(day.steps(incident)).endsWith("SILENT");
        Assertions.assertThat(late()).isTrue();
        assertThatThrownBy(() -> tasks.complete(day.task(instance, "ask-agency").getId()))
                .hasRootCauseInstanceOf(BadUserRequestException.class);
    }

    @Test
    void whoeverIsNotReachedStaysLateAndIsAskedForAtTheEndOfTheDay() {
        day.fire(instance, "word-due");
        Assertions.assertThat(asked("{\"answer\": \"NONE\"}"))
                .as("without a word on it")
                .isEqualTo(422);
        Assertions.assertThat(asked("{\"answer\": \"NONE\", \"note\": \"Tidak diangkat\"}"))
                .isEqualTo(200);
        assertThat(instance).isWaitingAt("report-handling", "next-word-due");
        Assertions.assertThat(until("next-word-due")).isGreaterThan(Duration.ofMinutes(55));
        Assertions.assertThat(late()).isTrue();
        Assertions.assertThat(day.steps(incident)).containsSubsequence("SILENT", "ASKED");
    }

    @Test
    void sudahDiTempatTidakWaitsForTheNextWord() {
        day.fire(instance, "word-due");
        Assertions.assertThat(asked("{\"answer\": \"ON_THE_WAY\", \"note\": \"Macet\"}"))
                .as("nobody's name")
                .isEqualTo(422);
        Assertions.assertThat(asked("{\"answer\": \"ON_THE_WAY\", \"note\": \"Macet\", \"by\": \"Pak Udin\"}"))
                .isEqualTo(200);
        assertThat(instance).isWaitingAt("report-handling", "next-word-due");
        Assertions.assertThat(until("next-word-due")).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        Assertions.assertThat(late()).isFalse();
        day.fire(instance, "next-word-due");
        assertThat(instance).isWaitingAt("report-handling", "ask-agency");
        Assertions.assertThat(late()).isTrue();
    }

    @Test
    void sudahDiTempatYaAsksNoMore() {
        day.fire(instance, "word-due");
        asked("{\"answer\": \"ARRIVED\", \"note\": \"Pompa dipasang\", \"by\": \"Pak Udin\"}");
        assertThat(instance)
                .isWaitingAt("report-handling")
                .isNotWaitingAt("next-word-due")
                .hasPassed("agency-arrived");
        Assertions.assertThat(day.rows("SELECT state FROM desk.dispatch")).containsExactly("ARRIVED");
    }

    @Test
    void whatIsDoneAlreadyEndsTheQuestion() {
        day.fire(instance, "word-due");
        asked("{\"answer\": \"DONE\", \"note\": \"Air sudah surut\", \"by\": \"Pak Udin\"}");
        assertThat(instance).isEnded().hasPassed("dispatch-finished");
    }

    @Test
    void aWordOfTheAgencyMovesTheClockAndSparesTheDeskTheCall() {
        day.fire(instance, "word-due");
        says("progress", "{\"state\": \"ON_THE_WAY\"}");
        assertThat(instance).isWaitingAt("report-handling", "next-word-due").isNotWaitingAt("ask-agency");
        Assertions.assertThat(late()).isFalse();
        says("progress", "{\"state\": \"ARRIVED\"}");
        Assertions.assertThat(until("next-word-due"))
                .as("whoever is there works until the end of the day")
                .isGreaterThan(Duration.ofMinutes(55));
        says("close", "{\"outcome\": \"Pompa terpasang\"}");
        assertThat(instance).isEnded();
    }

    @Test
    void raisingTheSeverityShortensItToo() {
        day.as(port, DESK).post("/api/incidents/" + incident + "/severity", "{\"severity\": 4}");
        Assertions.assertThat(until("word-due")).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    @Test
    void theTargetIsData() {
        var desk = day.as(port, DESK);
        try {
            Assertions.assertThat(desk.put(
                                    "/api/response-targets",
                                    "{\"severity\": 3, \"triageSeconds\": 300, \"acknowledgeSeconds\": 900, \"progressSeconds\": 60, \"stepSeconds\": 300}")
                            .status())
                    .isEqualTo(204);
            says("progress", "{\"state\": \"ON_THE_WAY\"}");
            Assertions.assertThat(until("word-due")).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
            Assertions.assertThat(desk.put(
                                    "/api/response-targets",
                                    "{\"severity\": 3, \"triageSeconds\": 300, \"progressSeconds\": 5, \"stepSeconds\": 300}")
                            .status())
                    .isEqualTo(422);
        } finally {
            installation.asOwner().update("UPDATE desk.response_target SET progress_seconds = 1800 WHERE severity = 3");
        }
    }
}
