package id.deskpilkada.assignment;

import static id.deskpilkada.assignment.AssignmentScenario.MARGASANA;
import static id.deskpilkada.assignment.AssignmentScenario.person;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.work.TaskInHand;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class AdminAssignmentProcessTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    AssignmentTaskActions actions;

    @Autowired
    Assignments assignments;

    @Autowired
    AssignmentPreparation preparation;

    @Autowired
    Rounds rounds;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Elections elections;

    @Autowired
    Staff staff;

    AssignmentScenario scenario;
    RoundRef round;
    ProcessInstance process;

    @BeforeEach
    void everyCamatIsAsked(
            @Autowired Installation installation,
            @Autowired SmallElection small,
            @Autowired Secrets secrets,
            @Autowired DistrictViews views,
            @Autowired SystemTransactions transactions) {
        init(engine);
        scenario = new AssignmentScenario(
                installation, small, staff, secrets, preparation, assignments, views, transactions);
        round = scenario.begin();
        process = instance();
    }

    ProcessInstance instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(scenario.kramatwatu().subject())
                .singleResult();
    }

    Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    void fire(String timer) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId(timer)
                .singleResult()
                .getId());
    }

    void finish(String key, String reason, String username) {
        var task = task(key);
        var subject = scenario.kramatwatu().subject();
        var data = JsonNodeFactory.instance.objectNode().put("reason", reason);
        scenario.transactions.write(
                "test",
                () -> actions.complete(
                        new TaskInHand(task.getId(), key, "admin-assignment", subject),
                        data,
                        scenario.actor(username)));
    }

    @Test
    void everyCamatIsAskedOnceWithTheDateOfTheSchedule() {
        preparation.openNext(round);

        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("admin-assignment")
                        .count())
                .isEqualTo(2);
        assertThat(process).isWaitingAt("assign-admins").task().hasCandidateGroup("camat-360405");
        Assertions.assertThat(task("assign-admins").getName()).isEqualTo("Tunjuk admin desa: Kramatwatu");
        Assertions.assertThat(task("assign-admins").getDueDate())
                .isEqualTo(Date.from(
                        elections.slot(round.id(), "ASSIGNMENT", "H-21").dueAt()));
    }

    @Test
    void withoutACamatTheDeskIsAskedToo() {
        staff.dismiss(
                scenario.actor("camat.kram").id(),
                scenario.actor("camat.kram").grants().get(0));
        runtime.deleteProcessInstance(process.getId(), "uji");
        scenario.assignments.end(
                scenario.kramatwatu(), named("Siti Aminah", "0812-3456-7801"), "uji", scenario.actor("desk"));
        process = instance();

        assertThat(process).task().hasCandidateGroup("camat-360405").hasCandidateGroup("desk-3604");
    }

    long named(String name, String phone) {
        scenario.assignments.put(
                scenario.kramatwatu(),
                new DistrictEntry(
                        null, null, List.of(new DistrictEntry.VillageEntry(MARGASANA, List.of(person(name, phone))))),
                scenario.actor("desk"));
        return scenario.assignmentOf("siti.aminah");
    }

    @Test
    void theTaskEndsOnlyWhenEveryVillageHasSomebodyAndTheDecreeIsKnown() {
        scenario.name(MARGASANA, person("Budi Santoso", "0812 3456 7802"));
        assertThatThrownBy(() -> finish("assign-admins", "", "camat.kram"))
                .isInstanceOfSatisfying(Problem.class, refusal -> {
                    Assertions.assertThat(refusal.code()).isEqualTo("VILLAGES_WITHOUT_ADMIN");
                    Assertions.assertThat(refusal.arguments()).containsExactly(1, "Kramatwatu");
                });
        scenario.people.add("wati", "Wati", "village-admin@36.04.05.2001");
        scenario.name(MARGASANA, person("Budi Santoso", "0812 3456 7802"));
        assertThatThrownBy(() -> finish("assign-admins", "", "camat.kram"))
                .isInstanceOfSatisfying(Problem.class, refusal -> Assertions.assertThat(refusal.code())
                        .isEqualTo("SK_MISSING"));
        scenario.name("36.04.05.2001", new PersonEntry(null, "wati", null, null, null, null, null));
        finish("assign-admins", "", "camat.kram");

        assertThat(process).isWaitingAt("record-training").task().hasCandidateGroup("desk-3604");
    }

    @Test
    void batasWaktuMendekatRemindsTheCamatAndLeavesTheTask() {
        fire("reminder-due");

        assertThat(process).isWaitingAt("assign-admins").hasPassed("camat-reminded");
        Assertions.assertThat(scenario.told("camat.kram")).containsExactly("assignment-reminder");
    }

    @Test
    void batasWaktuLewatTellsTheDeskWhichCallsUntilAllAreNamed() {
        fire("assignment-late");

        assertThat(process).isWaitingAt("assign-admins", "call-camat");
        Assertions.assertThat(scenario.told("desk")).containsExactly("assignment-late");
        scenario.nameAll();
        assertThat(process).isWaitingAtExactly("assign-admins").hasPassed("camat-called");
    }

    @Test
    void aDeskMayCallAndSayHowItWent() {
        fire("assignment-late");
        finish("call-camat", "Camat menyelesaikan malam ini", "desk");

        assertThat(process).isWaitingAtExactly("assign-admins").hasPassed("camat-called");
    }

    @Test
    void adaDesaTanpaAdminYaTellsTheLeaderOnDutyAndAsksTheDesk() {
        scenario.name(MARGASANA, person("Budi Santoso", "0812 3456 7802"));
        fire("gap-day");

        assertThat(process).isWaitingAt("assign-admins", "fill-gap");
        Assertions.assertThat(scenario.told("sekda")).containsExactly("assignment-gap");
        assertThatThrownBy(() -> finish("fill-gap", "", "desk"))
                .isInstanceOfSatisfying(Problem.class, refusal -> Assertions.assertThat(refusal.code())
                        .isEqualTo("GAP_STILL_OPEN"));
        scenario.name("36.04.05.2001", person("Siti Aminah", "0812-3456-7801"));
        assertThat(process).isWaitingAtExactly("assign-admins").hasPassed("gap-filled");
    }

    @Test
    void adaDesaTanpaAdminTidakEndsQuietly() {
        scenario.nameAll();
        fire("gap-day");

        assertThat(process).isWaitingAtExactly("assign-admins").hasPassed("nothing-missing");
        Assertions.assertThat(scenario.told("sekda")).isEmpty();
    }

    @Test
    void trainedAndPractisedPeopleEndTheProcess() {
        scenario.nameAll();
        finish("assign-admins", "", "camat.kram");
        assertThatThrownBy(() -> finish("record-training", "", "camat.kram"))
                .isInstanceOfSatisfying(Problem.class, refusal -> Assertions.assertThat(refusal.code())
                        .isEqualTo("TRAINING_INCOMPLETE"));
        finish("record-training", "Satu orang dilatih menyusul", "camat.kram");

        assertThat(process).isEnded().hasPassed("admins-ready");
    }

    @Test
    void adaDesaKosongLagiAsksTheCamatAgain() {
        scenario.nameAll();
        finish("assign-admins", "", "camat.kram");
        staff.deactivate(scenario.actor("budi.santoso").id());

        assertThat(process).isWaitingAtExactly("assign-admins").hasPassed("village-emptied");
        Assertions.assertThat(scenario.view().gaps()).isEqualTo(1);
    }

    @Test
    void aVillageThatLosesItsAdminAfterTheEndIsAskedForAgain() {
        scenario.nameAll();
        finish("assign-admins", "", "camat.kram");
        finish("record-training", "uji", "camat.kram");
        assignments.end(
                scenario.kramatwatu(), scenario.assignmentOf("siti.aminah"), "Sakit", scenario.actor("camat.kram"));

        assertThat(instance()).isWaitingAt("assign-admins");
        Assertions.assertThat(instance().getId()).isNotEqualTo(process.getId());
    }

    @Test
    void aClosedRoundEndsWhatIsStillOpen() {
        rounds.beginCounting(round.id());
        rounds.close(round.id());

        assertThat(process).isEnded().hasPassed("closed-with-round");
    }

    @Test
    void whatIsLateStaysLateWhenSomethingElseOfTheScheduleChanges() {
        fire("assignment-late");
        var before = Instant.parse("2024-11-01T00:00:00Z");
        for (var key : List.of("assign-admins", "call-camat")) {
            tasks.setDueDate(task(key).getId(), Date.from(before));
        }
        var moved = elections.slots(round.id()).stream()
                .map(slot -> slot.kind().equals("ASSIGNMENT") && slot.slot().equals("H-21")
                        ? new SlotRef(
                                slot.slot(), slot.kind(), before.minusSeconds(60), before, slot.requiresSignature())
                        : slot)
                .toList();
        setup.reschedule(round.id(), moved);

        Assertions.assertThat(task("call-camat").getDueDate()).isEqualTo(Date.from(before));
        Assertions.assertThat(task("assign-admins").getDueDate()).isEqualTo(Date.from(before));
    }

    @Test
    void aLaterDayMovesTimersAndDueDates() {
        var later = elections.slots(round.id()).stream()
                .map(slot -> slot.kind().equals("ASSIGNMENT")
                        ? new SlotRef(
                                slot.slot(),
                                slot.kind(),
                                slot.opensAt(),
                                slot.dueAt().plus(Duration.ofDays(2)),
                                slot.requiresSignature())
                        : slot)
                .toList();
        setup.reschedule(round.id(), later);
        var due = later.stream()
                .filter(slot -> slot.slot().equals("H-21"))
                .findFirst()
                .orElseThrow()
                .dueAt();

        Assertions.assertThat(task("assign-admins").getDueDate()).isEqualTo(Date.from(due));
        Assertions.assertThat(management
                        .createJobQuery()
                        .processInstanceId(process.getId())
                        .activityId("assignment-late")
                        .singleResult()
                        .getDuedate())
                .isEqualTo(Date.from(due));
    }
}
