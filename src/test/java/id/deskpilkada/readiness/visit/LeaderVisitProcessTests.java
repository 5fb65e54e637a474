package id.deskpilkada.readiness.visit;

import static id.deskpilkada.readiness.visit.VisitDay.DESK;
import static id.deskpilkada.readiness.visit.VisitDay.LEADER;
import static id.deskpilkada.readiness.visit.VisitDay.OTHER_LEADER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.platform.Scope;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Each way through {@code leader-visit}, named after the label of its flow or event. */
@WholeApplication
class LeaderVisitProcessTests {

    @Autowired
    VisitDay day;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Installation installation;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    RoundRef round;
    String visit;
    ProcessInstance instance;

    @BeforeEach
    void aPlannedVisit() {
        init(engine);
        round = day.begin();
        visit = day.plan(port, ", \"reason\": \"Rawan banjir\"").get("id").asText();
        instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("leader-visit")
                .singleResult();
    }

    @Test
    void aPlannedVisitIsItsLeadersTaskDueOnTheDayOfVoting() {
        assertThat(instance)
                .isWaitingAt("visit-polling-station")
                .hasBusinessKey("pilkada-uji/R1/" + visit + "/" + SmallElection.MARGASANA_1);
        var task = task("visit-polling-station");
        assertThat(task).isAssignedTo(LEADER);
        Assertions.assertThat(task.getName()).isEqualTo("Kunjungi TPS: TPS 001 Margasana");
        Assertions.assertThat(task.getDueDate().toInstant()).isEqualTo("2024-11-27T06:00:00Z");
        Assertions.assertThat(told("visit-planned")).containsExactly(LEADER);
    }

    @Test
    void theVisitIsRecordedOnceItsReportIsThere() {
        Assertions.assertThat(
                        day.report(port, LEADER, visit, UUID.randomUUID(), "").status())
                .isEqualTo(201);
        day.drain();

        assertThat(instance).isEnded().hasPassedInOrder("visit-polling-station", "record-visit", "visit-recorded");
        Assertions.assertThat(state()).isEqualTo("VISITED");
        Assertions.assertThat(
                        installation.asOwner().queryForObject("SELECT state FROM desk.field_report", String.class))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void theLeaderFinishesTheTaskByTheReportBeforeTheLedgerHandsItOver() {
        var report = UUID.randomUUID();
        day.report(port, LEADER, visit, report, "");

        Assertions.assertThat(complete(LEADER, "visit-polling-station", "{\"reportId\": \"" + report + "\"}"))
                .isEqualTo(200);

        assertThat(instance).isEnded();
        Assertions.assertThat(state()).isEqualTo("VISITED");
    }

    @Test
    void withoutAReportOfThisVisitTheTaskStaysOpen() {
        assertThatThrownBy(() -> Scope.system(
                        "uji",
                        () -> tasks.complete(task("visit-polling-station").getId())))
                .hasRootCauseInstanceOf(BadUserRequestException.class);
        Assertions.assertThat(
                        complete(LEADER, "visit-polling-station", "{\"reportId\": \"" + UUID.randomUUID() + "\"}"))
                .isEqualTo(422);
        assertThat(instance).isWaitingAt("visit-polling-station");
    }

    @Test
    void waktunyaMengingatkan() {
        installation.asOwner().update("UPDATE desk.leader_visit SET planned_at = due_at - interval '2 days'");
        fire("reminder");

        Assertions.assertThat(told("visit-reminder")).containsExactly(LEADER);
        assertThat(instance).isWaitingAt("visit-polling-station").hasPassed("leader-reminded");
    }

    @Test
    void hariKunjunganBerakhir() {
        Assertions.assertThat(job("day-over").getDuedate().toInstant()).isEqualTo("2024-11-27T13:00:00Z");
        fire("day-over");

        assertThat(instance).isWaitingAt("visit-polling-station", "ask-about-visit");
        assertThat(task("ask-about-visit")).hasCandidateGroup("desk-3604");
        Assertions.assertThat(told("visit-unconfirmed"))
                .contains(DESK, "desk-dua")
                .doesNotContain(LEADER);
    }

    @Test
    void menyusul() {
        ask("{\"answer\": \"LATER\", \"text\": \"Belum ada sinyal\"}");

        assertThat(instance).isWaitingAt("visit-polling-station").hasPassed("report-awaited");
        Assertions.assertThat(state()).isEqualTo("PLANNED");
        Assertions.assertThat(installation
                        .asOwner()
                        .queryForObject("SELECT answer_text FROM desk.leader_visit", String.class))
                .isEqualTo("Belum ada sinyal");
    }

    @Test
    void sudahBerkunjung() {
        ask("{\"answer\": \"VISITED\"}");

        assertThat(instance).isEnded().hasPassed("visit-told").hasNotPassed("visit-recorded");
        Assertions.assertThat(state()).isEqualTo("VISITED");
    }

    @Test
    void tidakJadi() {
        ask("{\"answer\": \"NOT_COMING\", \"text\": \"Banjir\"}");

        assertThat(instance).isEnded().hasPassed("visit-dropped");
        Assertions.assertThat(state()).isEqualTo("CANCELLED");
    }

    @Test
    void aReportThatComesWhileTheDeskAsksEndsTheQuestionToo() {
        fire("day-over");
        day.report(port, LEADER, visit, UUID.randomUUID(), "");
        day.drain();

        assertThat(instance).isEnded();
        Assertions.assertThat(tasks.createTaskQuery()
                        .processDefinitionKey("leader-visit")
                        .count())
                .isZero();
    }

    @Test
    void rencanaDiubah() {
        fire("day-over");
        var answer = day.as(port, DESK)
                .put("/api/visits/" + visit, "{\"leader\": \"dandim\", \"dueAt\": \"2999-11-28T08:00:00+07:00\"}");
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        answer = day.as(port, DESK)
                .put("/api/visits/" + visit, "{\"leader\": \"dandim\", \"dueAt\": \"2030-11-28T08:00:00+07:00\"}");
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        assertThat(instance).isWaitingAtExactly("visit-polling-station");
        assertThat(task("visit-polling-station")).isAssignedTo(OTHER_LEADER);
        Assertions.assertThat(task("visit-polling-station").getDueDate().toInstant())
                .isEqualTo("2030-11-28T01:00:00Z");
        Assertions.assertThat(job("day-over").getDuedate().toInstant()).isEqualTo("2030-11-28T13:00:00Z");
        Assertions.assertThat(told("visit-cancelled")).containsExactly(LEADER);
        Assertions.assertThat(told("visit-planned")).containsExactly(LEADER, OTHER_LEADER);
    }

    @Test
    void kunjunganDibatalkan() {
        var cancelled = day.as(port, DESK).post("/api/visits/" + visit + "/cancel", "{\"reason\": \"Jalan putus\"}");

        Assertions.assertThat(cancelled.body().get("state").asText()).isEqualTo("CANCELLED");
        assertThat(instance).isEnded().hasPassed("visit-cancelled");
        Assertions.assertThat(told("visit-cancelled")).containsExactly(LEADER);
        Assertions.assertThat(day.as(port, DESK)
                        .post("/api/visits/" + visit + "/cancel", "{\"reason\": \"Lagi\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aVisitWithoutATimeOfItsOwnMovesWithTheDay() {
        transaction.executeWithoutResult(status -> {
            installation
                    .asOwner()
                    .update(
                            "UPDATE desk.schedule_slot SET opens_at = '2030-06-01T06:00:00Z', due_at = '2030-06-01T14:00:00Z' WHERE kind = 'C1'");
            events.publishEvent(new ElectionDataChanged(round.electionId()));
            Scope.system("uji", () -> events.publishEvent(new ScheduleChanged(round)));
        });

        Assertions.assertThat(task("visit-polling-station").getDueDate().toInstant())
                .isEqualTo("2030-06-01T06:00:00Z");
    }

    @Test
    void whoIsSecondToAnswerReadsThatItIsDone() {
        fire("day-over");
        var id = task("ask-about-visit").getId();
        var answer = "{\"data\": {\"answer\": \"LATER\"}}";
        Assertions.assertThat(day.as(port, DESK)
                        .post("/api/tasks/" + id + "/complete", answer)
                        .status())
                .isEqualTo(200);
        Assertions.assertThat(day.as(port, DESK)
                        .post("/api/tasks/" + id + "/complete", answer)
                        .status())
                .isEqualTo(200);
        Assertions.assertThat(day.as(port, "desk-dua")
                        .post("/api/tasks/" + id + "/complete", answer)
                        .status())
                .isEqualTo(410);
    }

    private void ask(String data) {
        fire("day-over");
        Assertions.assertThat(complete(DESK, "ask-about-visit", data)).isEqualTo(200);
    }

    private int complete(String person, String key, String data) {
        return day.as(port, person)
                .post("/api/tasks/" + task(key).getId() + "/complete", "{\"data\": " + data + "}")
                .status();
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processDefinitionKey("leader-visit")
                .taskDefinitionKey(key)
                .singleResult();
    }

    private Job job(String event) {
        return management
                .createJobQuery()
                .processDefinitionKey("leader-visit")
                .activityId(event)
                .singleResult();
    }

    private void fire(String event) {
        Scope.system("uji", () -> management.executeJob(job(event).getId()));
    }

    private String state() {
        return installation.asOwner().queryForObject("SELECT state FROM desk.leader_visit", String.class);
    }

    /** Who got a message of this template. */
    private List<String> told(String template) {
        return installation
                .asOwner()
                .queryForList(
                        "SELECT s.username FROM desk.message m JOIN desk.staff_member s ON s.id = m.staff_id WHERE m.template = ? ORDER BY m.created_at",
                        String.class,
                        template);
    }
}
