package id.deskpilkada.readiness.screening;

import static id.deskpilkada.readiness.screening.ScreeningDay.DESK;
import static id.deskpilkada.readiness.screening.ScreeningDay.DINKES;
import static id.deskpilkada.readiness.screening.ScreeningDay.HEALTH;
import static id.deskpilkada.readiness.screening.ScreeningDay.SECRET_NAME;
import static id.deskpilkada.readiness.screening.ScreeningDay.screen;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.PreparationWork;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import org.assertj.core.api.Assertions;
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
import org.springframework.transaction.support.TransactionTemplate;

/** The screening of a puskesmas area from its opening to the last referral, with every branch and timer. */
@WholeApplication
class OfficerScreeningProcessTests {

    @Autowired
    ScreeningDay day;

    @Autowired
    SmallElection election;

    @Autowired
    Installation installation;

    @Autowired
    OfficerScreeningWork work;

    @Autowired
    PreparationDates dates;

    @Autowired
    Elections elections;

    @Autowired
    ElectionSetup setup;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Staff staff;

    @Autowired
    Secrets secrets;

    @LocalServerPort
    int port;

    RoundRef round;
    DeskClient health;

    @BeforeEach
    void officersOfTwoPuskesmas() {
        init(engine);
        round = day.begin();
        day.officersBeforeTheStart();
        health = new DeskClient(port, HEALTH, People.PASSWORD);
    }

    private void open(PreparationWork preparation) {
        while (Boolean.TRUE.equals(transaction.execute(status -> preparation.openNext(round)))) {
            continue;
        }
    }

    private ProcessInstance instance(String puskesmas) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("officer-screening")
                .processInstanceBusinessKeyLike(round.businessKey() + "/" + day.puskesmas(puskesmas) + "/%")
                .singleResult();
    }

    private Task task(String puskesmas) {
        return tasks.createTaskQuery()
                .processInstanceId(instance(puskesmas).getId())
                .singleResult();
    }

    private void screenAll(String resultOfTheFirst) {
        screen(health, day.id("P1"), resultOfTheFirst, false);
        screen(health, day.id("P2"), "NOT_AT_RISK", false);
        screen(health, day.id("P3"), "NOT_AT_RISK", false);
    }

    private DeskClient.Answer complete(DeskClient who, String puskesmas, String data) {
        return who.post("/api/tasks/" + task(puskesmas).getId() + "/complete", "{\"data\": " + data + "}");
    }

    private Job timer(String puskesmas, String activity) {
        return management
                .createJobQuery()
                .processInstanceId(instance(puskesmas).getId())
                .activityId(activity)
                .singleResult();
    }

    private int messages(String occasion, String username) {
        return installation
                .asOwner()
                .queryForObject(
                        "SELECT count(*) FROM desk.message g JOIN desk.staff_member m ON m.id = g.staff_id WHERE starts_with(g.occasion, ?) AND m.username = ?",
                        Integer.class,
                        occasion,
                        username);
    }

    @Test
    void eachPuskesmasWithOfficersIsOpenedOnceForItsOwnHealthService() {
        open(work);
        open(work);
        assertThat(instance("Kramatwatu")).isWaitingAt("screen-officers").task().hasCandidateGroup("health-360405");
        assertThat(instance("Baros")).isWaitingAt("screen-officers").task().hasCandidateGroup("health-360417");
        var task = task("Kramatwatu");
        Assertions.assertThat(task.getName()).isEqualTo("Skrining kesehatan petugas: Puskesmas Kramatwatu");
        Assertions.assertThat(task.getDueDate())
                .isEqualTo(Date.from(dates.siteDue(round.id()).orElseThrow()));
    }

    @Test
    void anAreaWhoseOfficersComeLaterStartsThen() {
        open(work);
        election.load(
                "officers",
                "kode_petugas,nama,tugas,kode_tps,puskesmas\nK1,Ani,KPPS," + SmallElection.KRAMATWATU_1
                        + ",Puskesmas Baru\n");
        assertThat(instance("Baru")).isWaitingAt("screen-officers");
    }

    @Test
    void withoutReadinessInTheScheduleNothingIsOpened() {
        setup.reschedule(
                round.id(),
                elections.slots(round.id()).stream()
                        .filter(slot -> !slot.kind().equals("READINESS"))
                        .toList());
        open(work);
        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("officer-screening")
                        .count())
                .isZero();
    }

    @Test
    void adaYangPerluDirujukTidakEndsTheScreening() {
        open(work);
        var instance = instance("Kramatwatu");
        screenAll("NOT_AT_RISK");
        assertThat(instance)
                .isEnded()
                .hasPassed("check-results", "nobody-referred")
                .hasNotPassed("follow-up-referrals");
    }

    @Test
    void adaYangPerluDirujukYaWaitsUntilEveryReferralIsFollowedUp() {
        open(work);
        var instance = instance("Kramatwatu");
        screenAll("AT_RISK");
        assertThat(instance).isWaitingAt("follow-up-referrals").task().hasCandidateGroup("health-360405");
        Assertions.assertThat(task("Kramatwatu").getDueDate())
                .isEqualTo(Date.from(dates.logisticsDue(round.id()).orElseThrow()));
        Assertions.assertThat(
                        complete(health, "Kramatwatu", "{}").body().path("code").asText())
                .isEqualTo("FOLLOW_UP_OPEN");
        screen(health, day.id("P1"), "AT_RISK", true);
        assertThat(instance).isEnded().hasPassed("close-referrals", "all-followed-up");
    }

    @Test
    void aReferralThatIsStillOpenCannotBeClosedThroughTheEngineEither() {
        open(work);
        screenAll("AT_RISK");
        var task = task("Kramatwatu");
        Assertions.assertThatThrownBy(() -> tasks.complete(task.getId())).hasMessageContaining("Masih ada rujukan");
        assertThat(instance("Kramatwatu")).isWaitingAt("follow-up-referrals");
    }

    @Test
    void aFileFinishesTheTaskAsTheFormDoes() {
        open(work);
        var instance = instance("Baros");
        election.load(
                "screenings",
                "kode_petugas,tanggal,hasil\nB1," + LocalDate.now().minusDays(1) + ",tidak berisiko\n");
        assertThat(instance).isEnded().hasPassed("nobody-referred");
    }

    @Test
    void whoCannotBeScreenedIsAcceptedByName() {
        open(work);
        var instance = instance("Kramatwatu");
        screen(health, day.id("P1"), "NOT_AT_RISK", false);
        Assertions.assertThat(
                        complete(health, "Kramatwatu", "{}").body().path("code").asText())
                .isEqualTo("SCREENING_INCOMPLETE");
        var task = task("Kramatwatu").getId();
        Assertions.assertThat(complete(health, "Kramatwatu", "{\"acceptUnscreened\": true}")
                        .status())
                .isEqualTo(200);
        assertThat(instance).isEnded();
        var dinkes = new DeskClient(port, DINKES, People.PASSWORD);
        Assertions.assertThat(dinkes.post("/api/tasks/" + task + "/complete", "{\"data\": {}}")
                        .status())
                .isEqualTo(410);
        screen(health, day.id("P2"), "NOT_AT_RISK", false);
        Assertions.assertThat(instance("Kramatwatu")).isNull();
    }

    @Test
    void aReferralAfterTheEndOpensTheAreaAgain() {
        open(work);
        screenAll("NOT_AT_RISK");
        screen(health, day.id("P2"), "AT_RISK", false);
        assertThat(instance("Kramatwatu")).isWaitingAt("follow-up-referrals");
    }

    @Test
    void twoPeopleOfOneServiceFinishATaskOnce() {
        new People(staff, secrets).add("bidan-dua", "Bidan Dua", "health@36.04.05");
        open(work);
        var task = task("Kramatwatu").getId();
        health.post("/api/tasks/" + task + "/claim", "");
        var second = new DeskClient(port, "bidan-dua", People.PASSWORD);
        Assertions.assertThat(complete(second, "Kramatwatu", "{\"acceptUnscreened\": true}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void tenggatSkriningMendekatRemindsThePuskesmas() {
        open(work);
        var timer = timer("Kramatwatu", "screening-reminder");
        Assertions.assertThat(timer.getDuedate())
                .isEqualTo(Date.from(dates.siteDue(round.id()).orElseThrow().minus(Duration.ofDays(3))));
        management.executeJob(timer.getId());
        assertThat(instance("Kramatwatu")).hasPassed("screening-reminded").isWaitingAt("screen-officers");
        Assertions.assertThat(messages("screening-reminder", HEALTH)).isEqualTo(1);
        Assertions.assertThat(messages("screening-reminder", DINKES)).isZero();
    }

    @Test
    void tenggatSkriningLewatOpensTheTaskToTheHealthServiceOfTheRegency() {
        open(work);
        management.executeJob(timer("Kramatwatu", "screening-due").getId());
        assertThat(instance("Kramatwatu"))
                .hasPassed("screening-escalated")
                .isWaitingAt("screen-officers")
                .task()
                .hasCandidateGroup("health-3604");
        Assertions.assertThat(messages("screening-overdue", DINKES)).isEqualTo(1);
    }

    @Test
    void tenggatRujukanMendekatRemindsThePuskesmas() {
        open(work);
        screenAll("AT_RISK");
        management.executeJob(timer("Kramatwatu", "follow-up-reminder").getId());
        assertThat(instance("Kramatwatu")).hasPassed("follow-up-reminded").isWaitingAt("follow-up-referrals");
        Assertions.assertThat(messages("follow-up-reminder", HEALTH)).isEqualTo(1);
    }

    @Test
    void tenggatRujukanLewatOpensTheTaskToTheHealthServiceOfTheRegency() {
        open(work);
        screenAll("AT_RISK");
        management.executeJob(timer("Kramatwatu", "follow-up-due").getId());
        assertThat(instance("Kramatwatu"))
                .hasPassed("follow-up-escalated")
                .isWaitingAt("follow-up-referrals")
                .task()
                .hasCandidateGroup("health-3604");
        Assertions.assertThat(messages("follow-up-overdue", DINKES)).isEqualTo(1);
    }

    @Test
    void aChangedScheduleMovesTasksAndTimers() {
        open(work);
        var moved = elections.slots(round.id()).stream()
                .map(slot -> slot.kind().equals("READINESS")
                        ? new SlotRef(
                                slot.slot(),
                                slot.kind(),
                                slot.opensAt(),
                                slot.dueAt().plusSeconds(3600),
                                slot.requiresSignature())
                        : slot)
                .toList();
        setup.reschedule(round.id(), moved);
        var due = dates.siteDue(round.id()).orElseThrow();
        Assertions.assertThat(task("Baros").getDueDate()).isEqualTo(Date.from(due));
        Assertions.assertThat(timer("Baros", "screening-due").getDuedate()).isEqualTo(Date.from(due));
        Assertions.assertThat(timer("Baros", "screening-reminder").getDuedate())
                .isEqualTo(Date.from(due.minus(Duration.ofDays(3))));
    }

    @Test
    void anAreaThatNobodyScreensIsToldToTheDesk() {
        installation.asOwner().update("DELETE FROM desk.staff_role WHERE role = 'health'");
        open(work);
        assertThat(instance("Kramatwatu")).task().hasCandidateGroup("health-3604");
        Assertions.assertThat(messages("screening-nobody", DESK)).isEqualTo(2);
    }

    /** Task names, variables, history and messages: what Cockpit, mailboxes and the trail show. */
    @Test
    void noNameAndNoResultLeavesTheTables() {
        open(work);
        screenAll("AT_RISK");
        management.executeJob(timer("Kramatwatu", "follow-up-reminder").getId());
        management.executeJob(timer("Kramatwatu", "follow-up-due").getId());
        screen(health, day.id("P1"), "AT_RISK", true);
        var owner = installation.asOwner();
        for (var table : owner.queryForList(
                "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'act_%' AND tablename NOT LIKE 'act_ge_%'"
                        + " OR schemaname = 'desk' AND tablename IN ('message', 'audit_entry', 'work_case', 'change')",
                String.class)) {
            Assertions.assertThat(owner.queryForList("SELECT t::text FROM " + table + " t", String.class))
                    .as(table)
                    .noneMatch(row -> row.contains(SECRET_NAME) || row.contains("AT_RISK"));
        }
        Assertions.assertThat(owner.queryForList(
                        "SELECT DISTINCT name_ FROM public.act_hi_varinst v JOIN public.act_hi_procinst p ON p.id_ = v.proc_inst_id_ WHERE p.proc_def_key_ = 'officer-screening'",
                        String.class))
                .isSubsetOf("followUpOpen");
    }
}
