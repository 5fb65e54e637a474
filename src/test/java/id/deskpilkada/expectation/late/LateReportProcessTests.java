package id.deskpilkada.expectation.late;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.BAROS_PRISON;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.work.TaskInHand;
import id.deskpilkada.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
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
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@WholeApplication
class LateReportProcessTests {

    private static final String SUBJECT = "pilkada-uji/R1/VOTING/10.00/-/360405";

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    LateTaskActions actions;

    @Autowired
    LateSteps steps;

    @Autowired
    LateWatch watch;

    @Autowired
    ExpectedReports expected;

    @Autowired
    Rounds rounds;

    @Autowired
    Staff staff;

    @Autowired
    SystemTransactions transactions;

    LateScenario scenario;
    ProcessInstance process;

    @BeforeEach
    void everyWaveWaits(@Autowired AutowireCapableBeanFactory beans, @Autowired ProcessEngine engine) {
        init(engine);
        scenario = (LateScenario)
                beans.autowire(LateScenario.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scenario.begin();
        process = instance(SUBJECT);
    }

    ProcessInstance instance(String subject) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject)
                .singleResult();
    }

    Job timer(String activity) {
        return management
                .createJobQuery()
                .processInstanceId(process.getId())
                .activityId(activity)
                .singleResult();
    }

    void fire(String activity) {
        management.executeJob(timer(activity).getId());
    }

    Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    void becomesLate(String... tps) {
        scenario.timePasses(tps);
        fire("deadline");
    }

    @Test
    void eachDistrictWaitsOnceForItsDeadline() {
        scenario.open();

        assertThat(process).isWaitingAtExactly("deadline");
        Assertions.assertThat(timer("deadline").getDuedate()).isEqualTo(Date.from(scenario.due()));
        Assertions.assertThat(timer("reminder-due").getDuedate())
                .isEqualTo(Date.from(scenario.due().minusSeconds(900)));
        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike("pilkada-uji/R1/VOTING/%")
                        .count())
                .isEqualTo(2);
        Assertions.assertThat(scenario.row()).containsEntry("state", "WAITING").containsEntry("missing", 3);
    }

    @Test
    void adaYangTerlambatTidakEndsQuietly() {
        scenario.reports(KRAMATWATU_1, MARGASANA_1, MARGASANA_2);
        becomesLate();

        assertThat(process).isEnded().hasPassed("all-reported").hasNotPassed("chase-missing");
        Assertions.assertThat(scenario.told("camat.kram")).isEmpty();
        Assertions.assertThat(scenario.row()).containsEntry("state", "DONE").containsEntry("missing", 0);
    }

    @Test
    void adaYangTerlambatYaAsksTheCamatOnce() {
        becomesLate();

        assertThat(process).isWaitingAt("call-missing-district").task().hasCandidateGroup("camat-360405");
        Assertions.assertThat(task("call-missing-district").getName())
                .isEqualTo("Hubungi yang belum lapor: Pemungutan 10.00, Kec. Kramatwatu");
        Assertions.assertThat(scenario.told("camat.kram")).containsExactly("late-call");
        Assertions.assertThat(scenario.told("desk")).isEmpty();
    }

    @Test
    void adaYangTerlambatBelumWaitsForThoseWithTimesOfTheirOwn() {
        expected.due(scenario.round().id(), ReportKind.VOTING, "10.00", MARGASANA_1, own());
        scenario.reports(KRAMATWATU_1, MARGASANA_2);
        fire("deadline");

        assertThat(process).isWaitingAtExactly("deadline").hasPassed("check-missing");
        Assertions.assertThat(timer("deadline").getDuedate()).isEqualTo(Date.from(own()));
        Assertions.assertThat(scenario.told("camat.kram")).isEmpty();
    }

    private Instant own() {
        return scenario.due().plus(3, ChronoUnit.HOURS);
    }

    @Test
    void aTpsWithATimeOfItsOwnGetsItsTurn() {
        expected.due(
                scenario.round().id(),
                ReportKind.VOTING,
                "10.00",
                MARGASANA_1,
                scenario.due().minusSeconds(1800));

        Assertions.assertThat(timer("deadline").getDuedate())
                .isEqualTo(Date.from(scenario.due().minusSeconds(1800)));
        becomesLate(MARGASANA_1);
        assertThat(process).isWaitingAt("call-missing-district");
        scenario.reports(MARGASANA_1);
        assertThat(process).isWaitingAtExactly("deadline");
        Assertions.assertThat(timer("deadline").getDuedate()).isEqualTo(Date.from(scenario.due()));
    }

    @Test
    void withoutACamatTheDeskCalls() {
        var camat = scenario.actor("camat.kram");
        staff.dismiss(camat.id(), camat.grants().get(0));
        becomesLate();

        assertThat(process).task("call-missing-district").hasCandidateGroup("desk-3604");
        Assertions.assertThat(scenario.told("desk")).containsExactly("late-call");
    }

    @Test
    void waktuKecamatanHabisAsksTheDeskTooAndLeavesTheCamatsTask() {
        becomesLate();
        Assertions.assertThat(timer("desk-due").getDuedate())
                .isEqualTo(task("call-missing-district").getDueDate());
        fire("desk-due");

        assertThat(process).isWaitingAt("call-missing-district", "call-missing-desk");
        assertThat(task("call-missing-desk")).hasCandidateGroup("desk-3604");
        Assertions.assertThat(scenario.told("desk")).containsExactly("late-call");
    }

    /** The application was away for hours: late is late, but the camat still has the whole time before the desk is asked. */
    @Test
    void anOutageAcrossTheDeadlineCallsOnceAndTakesNothingFromTheCamatsTime() {
        scenario.installation
                .asOwner()
                .update("UPDATE desk.expected_report SET due_at = now() - interval '3 hours' WHERE kind = 'VOTING'");
        fire("deadline");

        var left =
                Duration.between(Instant.now(), timer("desk-due").getDuedate().toInstant());
        Assertions.assertThat(left).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        Assertions.assertThat(timer("deadline")).isNull();
        Assertions.assertThat(scenario.told("camat.kram")).containsExactly("late-call");
    }

    /** The clock jumps over both steps at once: each is taken once, and asking again for what is due finds nothing. */
    @Test
    void aClockThatJumpsTakesEachStepOnce() {
        becomesLate();
        fire("desk-due");
        fire("leader-due");
        scenario.open();

        assertThat(process).isWaitingAt("call-missing-district", "call-missing-desk");
        for (var step : new String[] {"deadline", "desk-due", "leader-due"}) {
            Assertions.assertThat(timer(step)).as(step).isNull();
        }
        Assertions.assertThat(scenario.told("desk")).containsExactly("late-call");
        Assertions.assertThat(scenario.told("sekda")).containsExactly("late-digest");
    }

    @Test
    void waktuDeskHabisTellsTheLeaderOnceForTheWholeRegency() {
        becomesLate();
        fire("desk-due");
        fire("leader-due");
        process = instance("pilkada-uji/R1/VOTING/10.00/-/360417");
        fire("deadline");
        fire("desk-due");
        fire("leader-due");

        assertThat(process).hasPassed("leader-told");
        Assertions.assertThat(scenario.told("sekda")).containsExactly("late-digest");
        Assertions.assertThat(scenario.installation
                        .asOwner()
                        .queryForObject(
                                "SELECT long_text FROM desk.message WHERE template = 'late-digest'", String.class))
                .contains("5 laporan terlambat di 2 kecamatan")
                .contains("Kramatwatu 3, Baros 2");
    }

    @Test
    void tidakAdaLagiYangTerlambatTakesTheTasksBackAndEnds() {
        becomesLate();
        fire("desk-due");
        scenario.reports(KRAMATWATU_1, MARGASANA_1);
        assertThat(process).isWaitingAt("call-missing-district", "call-missing-desk");
        scenario.reports(MARGASANA_2);

        assertThat(process).isEnded().hasPassed("nobody-late", "all-reported");
        Assertions.assertThat(tasks.createTaskQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isZero();
    }

    @Test
    void batasWaktuBerubahWithdrawsTheTasksAndWaitsAgain() {
        becomesLate();
        var later = scenario.due().plusSeconds(1800);
        scenario.moved(later);
        scenario.open();

        assertThat(process).isWaitingAtExactly("deadline").hasPassed("deadline-moved", "tell-withdrawn");
        Assertions.assertThat(timer("deadline").getDuedate()).isEqualTo(Date.from(later));
        Assertions.assertThat(scenario.told("camat.kram")).containsExactly("late-call", "late-withdrawn");
        becomesLate();
        assertThat(process).isWaitingAt("call-missing-district");
        Assertions.assertThat(scenario.told("camat.kram")).containsExactly("late-call", "late-withdrawn", "late-call");
    }

    @Test
    void aScheduleThatMovesWhileWaitingMovesTheTimers() {
        var later = scenario.due().plusSeconds(1800);
        scenario.moved(later);
        scenario.open();

        Assertions.assertThat(timer("deadline").getDuedate()).isEqualTo(Date.from(later));
        Assertions.assertThat(timer("reminder-due").getDuedate()).isEqualTo(Date.from(later.minusSeconds(900)));
    }

    @Test
    void aScheduleThatMovesIntoThePastIsLateAtOnceAndOnce() {
        var past = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        scenario.moved(past);
        scenario.open();
        Assertions.assertThat(timer("deadline").getDuedate()).isEqualTo(Date.from(past));
        fire("deadline");
        scenario.open();

        assertThat(process).isWaitingAt("call-missing-district");
        Assertions.assertThat(scenario.told("camat.kram")).containsExactly("late-call");
    }

    @Test
    void aTimerThatFiresBeforeTheScheduleMovedItWaitsAgain() {
        scenario.moved(scenario.due().plusSeconds(1800));
        fire("deadline");

        assertThat(process).isWaitingAtExactly("deadline").hasNotPassed("chase-missing");
    }

    @Test
    void aSlotThatIsNoLongerAskedForEndsItsWave() {
        transactions.write("test", () -> expected.withdraw(scenario.round(), ReportKind.VOTING, List.of("12.00")));

        assertThat(process).isEnded().hasPassed("wave-stopped");
        Assertions.assertThat(scenario.row()).containsEntry("missing", 0);
    }

    @Test
    void whoeverIsCalledForASlotThatIsTakenBackIsCalledNoMore() {
        becomesLate();
        transactions.write("test", () -> expected.withdraw(scenario.round(), ReportKind.VOTING, List.of()));

        assertThat(process).isEnded().hasPassed("nobody-late");
    }

    @Test
    void aTpsThatIsAddedAfterTheEndIsWaitedForAgain() {
        scenario.reports(KRAMATWATU_1, MARGASANA_1, MARGASANA_2);
        becomesLate();
        scenario.installation
                .asOwner()
                .update(
                        "UPDATE desk.expected_report SET state = 'MISSING' WHERE kind = 'VOTING' AND tps_code = ?",
                        MARGASANA_1);
        scenario.installation
                .asOwner()
                .update("UPDATE desk.report_wave SET missing = 1 WHERE kind = 'VOTING' AND district_area = '360405'");
        scenario.open();

        Assertions.assertThat(instance(SUBJECT).getId()).isNotEqualTo(process.getId());
    }

    @Test
    void batasWaktuMendekatRemindsEachWhoStillOwesOnce() {
        scenario.reports(KRAMATWATU_1);
        fire("reminder-due");

        assertThat(process).isWaitingAtExactly("deadline").hasPassed("reporters-reminded");
        Assertions.assertThat(scenario.told("siti")).isEmpty();
        Assertions.assertThat(scenario.told("budi")).containsExactly("late-reminder");
        Assertions.assertThat(scenario.told("ayu")).containsExactly("late-reminder");
    }

    @Test
    void nobodyFinishesTheTaskByHandWhileSomebodyIsLate() {
        becomesLate();
        var task = task("call-missing-district").getId();

        assertThatThrownBy(() -> transactions.write(
                        "test",
                        () -> actions.complete(
                                new TaskInHand(task, "call-missing-district", "late-report", SUBJECT),
                                JsonNodeFactory.instance.objectNode(),
                                scenario.actor("camat.kram"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("STILL_LATE");
        assertThatThrownBy(() -> tasks.complete(task)).hasMessageContaining("STILL_LATE");
        assertThat(process).isWaitingAt("call-missing-district");
    }

    @Test
    void changedStepsMoveTheTimersOfThoseWhoCall() {
        becomesLate();
        var before = timer("desk-due").getDuedate().toInstant();
        transactions.write("test", () -> {
            steps.set(
                    scenario.round().id(),
                    ReportKind.VOTING,
                    steps.of(scenario.round().id(), ReportKind.VOTING).with(Addressee.DESK, Duration.ofMinutes(5)));
            watch.stepsChanged(scenario.round().id());
        });

        Assertions.assertThat(timer("desk-due").getDuedate().toInstant()).isEqualTo(before.minusSeconds(600));
    }

    @Test
    void aClosedRoundEndsWhatStillWaitsAndWhatIsStillCalledFor() {
        becomesLate();
        rounds.beginCounting(scenario.round().id());
        rounds.close(scenario.round().id());

        assertThat(process).isEnded().hasPassed("wave-stopped");
        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("late-report")
                        .count())
                .isZero();
    }

    @Test
    void otherDistrictsAreNotTouched() {
        becomesLate(KRAMATWATU_1);
        scenario.reports(KRAMATWATU_1, BAROS_1, BAROS_PRISON);

        assertThat(instance("pilkada-uji/R1/VOTING/10.00/-/360417")).isWaitingAtExactly("deadline");
    }
}
