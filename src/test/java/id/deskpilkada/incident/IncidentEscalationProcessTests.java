package id.deskpilkada.incident;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.incident.IncidentDay.BPBD;
import static id.deskpilkada.incident.IncidentDay.DESK;
import static id.deskpilkada.incident.IncidentDay.POLICE;
import static id.deskpilkada.incident.IncidentDay.REPORTER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.WholeApplication;
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

/** Each way through {@code incident-escalation}, named after the label of its flow. */
@WholeApplication
class IncidentEscalationProcessTests {

    private static final String FLOOD = "{\"category\": \"DISASTER\", \"description\": \"Air setinggi lutut\"}";
    private static final String BRAWL = "{\"category\": \"SECURITY\", \"description\": \"Dorong-dorongan antrean\"}";
    private static final String COLLAPSED = "{\"needsAmbulance\": true}";

    @Autowired
    IncidentDay day;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    @BeforeEach
    void theDay() {
        init(engine);
        day.begin();
    }

    private ProcessInstance reported(String tps, String data) {
        Assertions.assertThat(day.report(port, tps.equals(BAROS_1) ? "baros" : REPORTER, tps, data)
                        .status())
                .isEqualTo(201);
        return day.instance(day.newest());
    }

    private void decide(long incident, String act, String body) {
        var answer = day.as(port, DESK).post("/api/incidents/" + incident + "/" + act, body);
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private void answer(String username, long dispatch, String act, String body) {
        var answer = day.as(port, username).post("/api/dispatches/" + dispatch + "/" + act, body);
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void aReportOfTheFieldIsATaskOfTheDesk() {
        var instance = reported(MARGASANA_1, FLOOD);
        assertThat(instance).isWaitingAt("triage-incident");
        var task = day.task(instance, "triage-incident");
        assertThat(task).hasCandidateGroup("desk-3604");
        Assertions.assertThat(task.getName())
                .isEqualTo("Nilai kejadian: K-" + day.newest() + " Bencana, TPS 001 Margasana");
        Assertions.assertThat(task.getDueDate().toInstant())
                .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(310));
        Assertions.assertThat(day.rows("SELECT agency FROM desk.dispatch")).isEmpty();
        Assertions.assertThat(
                        day.rows(
                                "SELECT s.username FROM desk.message m JOIN desk.staff_member s ON s.id = m.staff_id WHERE m.template = 'incident-told'"))
                .as("severity 3 is told to the camat of the place")
                .containsExactly("camat");
    }

    @Test
    void lifeInDangerIsDispatchedBeforeAnybodyJudges() {
        var instance = reported(MARGASANA_1, COLLAPSED);
        assertThat(instance).isWaitingAt("triage-incident", "dispatch-agency");
        var dispatch = day.dispatchInstance(day.dispatch(day.newest(), "psc"));
        assertThat(dispatch).isWaitingAt("confirm-dispatch", "call-agency-now");
        Assertions.assertThat(
                        day.rows(
                                "SELECT s.username FROM desk.message m JOIN desk.staff_member s ON s.id = m.staff_id WHERE m.template = 'incident-told' ORDER BY 1"))
                .containsExactly("camat", "sekda");
    }

    @Test
    void benarSebuahKejadianYaSendsTheAgenciesAndWaitsForThem() {
        var instance = reported(MARGASANA_1, FLOOD);
        long incident = day.newest();
        Assertions.assertThat(day.finish(
                                port,
                                DESK,
                                instance,
                                "triage-incident",
                                "{\"decision\": \"HANDLE\", \"severity\": 3, \"agencies\": [\"bpbd\"], \"note\": \"Perahu karet\"}")
                        .status())
                .isEqualTo(200);
        assertThat(instance).isWaitingAt("handling-awaited", "dispatch-agency");

        long dispatch = day.dispatch(incident, "bpbd");
        answer(BPBD, dispatch, "acknowledge", "{}");
        answer(BPBD, dispatch, "close", "{\"outcome\": \"Air surut, TPS dipindah ke balai\"}");

        assertThat(instance).isWaitingAt("close-incident").hasPassed("handling-awaited");
        day.finish(
                port,
                DESK,
                instance,
                "close-incident",
                "{\"outcome\": \"Pemungutan berjalan lagi\", \"hurt\": 0, \"votingResumedAt\": \"2024-11-27T11:00:00+07:00\"}");
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("triage-incident", "handling-awaited", "close-incident", "incident-closed");
        Assertions.assertThat(day.steps(incident))
                .containsSubsequence("REPORTED", "TRIAGED", "ASSIGNED", "CONTACTED", "ACKNOWLEDGED", "DONE", "CLOSED");
        Assertions.assertThat(day.rows("SELECT subject FROM desk.work_case WHERE process = 'incident-escalation'"))
                .isEmpty();
    }

    @Test
    void benarSebuahKejadianTidakEndsItAndCallsTheAgenciesOff() {
        var instance = reported(MARGASANA_1, COLLAPSED);
        long incident = day.newest();
        var dispatch = day.dispatchInstance(day.dispatch(incident, "psc"));
        Assertions.assertThat(day.finish(port, DESK, instance, "triage-incident", "{\"decision\": \"REJECT\"}")
                        .status())
                .isEqualTo(422);
        day.finish(port, DESK, instance, "triage-incident", "{\"decision\": \"REJECT\", \"reason\": \"Salah tekan\"}");
        assertThat(instance).isEnded().hasPassed("report-rejected");
        assertThat(dispatch).isEnded();
        Assertions.assertThat(day.rows("SELECT state FROM desk.dispatch")).containsExactly("WITHDRAWN");
        Assertions.assertThat(day.rows("SELECT state || open_dispatches FROM desk.incident"))
                .containsExactly("REJECTED0");
    }

    @Test
    void sudahDilaporkanMergesAndKeepsAllReportersAndWhoIsOnTheWay() {
        reported(MARGASANA_1, "{\"category\": \"SECURITY\", \"description\": \"Perkelahian\", \"peopleHurt\": true}");
        long first = day.newest();
        Assertions.assertThat(day.report(
                                port,
                                REPORTER,
                                "3604052002001",
                                "{\"category\": \"SECURITY\", \"description\": \"Ada yang luka\", \"peopleHurt\": true}")
                        .status())
                .isEqualTo(201);
        long second = day.newest();
        var instance = day.instance(second);
        Assertions.assertThat(day.read(port, DESK, second).path("duplicates").findValuesAsText("number"))
                .containsExactly("K-" + first);
        answer(POLICE, day.dispatch(second, "polri"), "acknowledge", "{}");

        day.finish(port, DESK, instance, "triage-incident", "{\"decision\": \"MERGE\", \"into\": %d}".formatted(first));

        assertThat(instance).isEnded().hasPassed("report-merged");
        var whole = day.read(port, DESK, first);
        Assertions.assertThat(whole.path("reports").findValuesAsText("description"))
                .containsExactly("Perkelahian", "Ada yang luka");
        Assertions.assertThat(day.rows(
                        "SELECT state || ' ' || answered_via FROM desk.dispatch WHERE incident_id = ? AND agency = 'polri'",
                        first))
                .as("who has confirmed one has confirmed the other")
                .containsExactly("ACKNOWLEDGED MERGED");
        Assertions.assertThat(
                        day.read(port, DESK, second).at("/incident/mergedInto").asText())
                .isEqualTo("K-" + first);
    }

    @Test
    void adaInstansiYangMenanganiTidakGoesOnToTheEnd() {
        var instance = reported(MARGASANA_1, BRAWL);
        decide(day.newest(), "triage", "{\"severity\": 2, \"agencies\": []}");
        assertThat(instance).isWaitingAt("close-incident").hasNotPassed("handling-awaited");
        decide(day.newest(), "close", "{\"outcome\": \"Ditenangkan KPPS\"}");
        assertThat(instance).isEnded();
    }

    @Test
    void batasPenilaianLewatRemindsTheDeskOnceAndLeavesTheTask() {
        var instance = reported(MARGASANA_1, BRAWL);
        day.fire(instance, "triage-late");
        assertThat(instance).isWaitingAt("triage-incident").hasPassed("tell-triage-late", "desk-reminded");
        Assertions.assertThat(day.steps(day.newest())).contains("TRIAGE_LATE");
        Assertions.assertThat(management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId("triage-late")
                        .count())
                .isZero();
    }

    @Test
    void pemungutanTerhentiPutsTheCaseToKpuBesideEverythingElse() {
        var instance = reported(
                MARGASANA_1,
                "{\"category\": \"LOGISTICS\", \"description\": \"Surat suara tertukar\", \"votingHalted\": true}");
        assertThat(instance).isWaitingAt("triage-incident", "pass-on-to-kpu");
        decide(day.newest(), "triage", "{\"severity\": 3, \"agencies\": []}");
        decide(day.newest(), "close", "{\"outcome\": \"Surat suara diganti\"}");
        assertThat(instance).isWaitingAt("pass-on-to-kpu").isNotEnded();
        assertThatThrownBy(() ->
                        tasks.complete(day.task(instance, "pass-on-to-kpu").getId()))
                .hasRootCauseInstanceOf(BadUserRequestException.class);
        day.finish(port, DESK, instance, "pass-on-to-kpu", "{\"note\": \"Ketua KPU, memutuskan sore ini\"}");
        assertThat(instance).isEnded().hasPassed("kpu-knows");
    }

    @Test
    void aHaltThatIsLearntLaterPutsTheCaseToKpuOnce() {
        var instance = reported(MARGASANA_1, BRAWL);
        decide(day.newest(), "voting-halted", "{}");
        decide(day.newest(), "voting-halted", "{}");
        Assertions.assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance.getId())
                        .taskDefinitionKey("pass-on-to-kpu")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void kejadianDicabutEndsWhatIsBeingHandled() {
        var instance = reported(MARGASANA_1, FLOOD);
        decide(day.newest(), "triage", "{\"severity\": 3, \"agencies\": [\"bpbd\"]}");
        var dispatch = day.dispatchInstance(day.dispatch(day.newest(), "bpbd"));
        decide(day.newest(), "reject", "{\"reason\": \"Foto lama\"}");
        assertThat(instance).isEnded().hasPassed("handling-stopped");
        assertThat(dispatch).isEnded();
        Assertions.assertThat(
                        day.rows("SELECT DISTINCT template FROM desk.message WHERE template = 'incident-withdrawn'"))
                .hasSize(1);
    }

    @Test
    void reopeningStartsANewInstanceOfTheSameIncident() {
        var instance = reported(MARGASANA_1, BRAWL);
        long incident = day.newest();
        decide(incident, "triage", "{\"severity\": 2, \"agencies\": []}");
        decide(incident, "close", "{\"outcome\": \"Tenang\"}");
        assertThat(instance).isEnded();
        decide(incident, "reopen", "{\"reason\": \"Ribut lagi\"}");
        var again = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("incident-escalation")
                .singleResult();
        assertThat(again).isWaitingAt("triage-incident");
        Assertions.assertThat(again.getBusinessKey()).endsWith("/" + incident + "-2/" + MARGASANA_1);
        decide(incident, "triage", "{\"severity\": 2, \"agencies\": [\"polri\"]}");
        answer(POLICE, day.dispatch(incident, "polri"), "close", "{\"outcome\": \"Dibubarkan\"}");
        decide(incident, "close", "{\"outcome\": \"Tenang lagi\"}");
        assertThat(again).isEnded();
        Assertions.assertThat(day.steps(incident)).containsSubsequence("CLOSED", "REOPENED", "TRIAGED", "CLOSED");
    }

    @Test
    void aGraverSeverityShortensTheClocksAndSendsMore() {
        var instance = reported(MARGASANA_1, BRAWL);
        long incident = day.newest();
        decide(incident, "triage", "{\"severity\": 2, \"agencies\": [\"polri\"]}");
        long police = day.dispatch(incident, "polri");
        var due = day.task(day.dispatchInstance(police), "confirm-dispatch").getDueDate();
        day.agency("satpolpp", "3604", "WHATSAPP +6281200000009");
        Assertions.assertThat(day.as(port, DESK)
                        .post("/api/incidents/" + incident + "/severity", "{\"severity\": 2}")
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("SEVERITY_NOT_HIGHER");

        decide(incident, "severity", "{\"severity\": 4, \"reason\": \"Ada senjata tajam\"}");

        var sooner = day.task(day.dispatchInstance(police), "confirm-dispatch").getDueDate();
        Assertions.assertThat(sooner.toInstant())
                .isBefore(due.toInstant().minus(Duration.ofMinutes(50)))
                .isBefore(Instant.now().plus(Duration.ofMinutes(5)).plusSeconds(1));
        Assertions.assertThat(management
                        .createJobQuery()
                        .processInstanceId(day.dispatchInstance(police).getId())
                        .activityId("contacts-silent")
                        .singleResult()
                        .getDuedate())
                .as("the desk calls now")
                .isBeforeOrEqualTo(new java.util.Date());
        assertThat(day.dispatchInstance(day.dispatch(incident, "satpolpp")))
                .isWaitingAt("confirm-dispatch", "call-agency-now");
        assertThat(instance).isWaitingAt("handling-awaited", "dispatch-agency");
    }

    @Test
    void theEnginesOwnCompletionWithoutAJudgementIsRefused() {
        var instance = reported(MARGASANA_1, BRAWL);
        assertThatThrownBy(() ->
                        tasks.complete(day.task(instance, "triage-incident").getId()))
                .hasRootCauseInstanceOf(BadUserRequestException.class);
        assertThat(instance).isWaitingAt("triage-incident");
    }

    @Test
    void agenciesThatFinishBeforeTheJudgementAreNotWaitedFor() {
        var instance = reported(MARGASANA_1, COLLAPSED);
        long incident = day.newest();
        answer(
                DESK,
                day.dispatch(incident, "psc"),
                "close",
                "{\"by\": \"dr. Rina\", \"outcome\": \"Dibawa ke puskesmas\"}");
        decide(incident, "triage", "{\"severity\": 4, \"agencies\": []}");
        assertThat(instance).isWaitingAt("close-incident").hasNotPassed("handling-awaited");
    }
}
