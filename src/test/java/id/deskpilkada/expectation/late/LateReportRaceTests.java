package id.deskpilkada.expectation.late;

import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What happens at the same moment, in two real transactions. */
@WholeApplication
class LateReportRaceTests {

    private static final String SUBJECT = "pilkada-uji/R1/VOTING/10.00/-/360405";

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    SystemTransactions transactions;

    @Autowired
    LateWatch watch;

    LateScenario scenario;

    @BeforeEach
    void everyWaveWaits(@Autowired AutowireCapableBeanFactory beans) {
        scenario = (LateScenario)
                beans.autowire(LateScenario.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scenario.begin();
    }

    private void fireDeadline() {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(SUBJECT)
                        .singleResult()
                        .getId())
                .activityId("deadline")
                .singleResult()
                .getId());
    }

    private void reportAll() {
        scenario.reports(KRAMATWATU_1, MARGASANA_1, MARGASANA_2);
    }

    /** Begins in this transaction, which commits once the other has run into its lock. */
    private void atOnce(Runnable first, Runnable second) throws ExecutionException, InterruptedException {
        var other = new CompletableFuture<Void>();
        transactions.write("test", () -> {
            first.run();
            CompletableFuture.runAsync(() -> Scope.system("test", second)).whenComplete((done, failure) -> {
                if (failure == null) {
                    other.complete(null);
                } else {
                    other.completeExceptionally(failure);
                }
            });
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForALock);
        });
        other.get();
    }

    private boolean somebodyWaitsForALock() {
        return scenario.installation
                        .asOwner()
                        .queryForObject("SELECT count(*) FROM pg_locks WHERE NOT granted", Integer.class)
                > 0;
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(SUBJECT)
                .count();
    }

    @Test
    void reportsThatArriveWhileTheDeadlineIsLookedAtEndTheCalls() throws Exception {
        scenario.timePasses();
        atOnce(this::fireDeadline, this::reportAll);

        assertThat(instances()).isZero();
        assertThat(tasks.createTaskQuery().processDefinitionKey("late-report").count())
                .isZero();
        assertThat(scenario.row()).containsEntry("state", "DONE").containsEntry("missing", 0);
    }

    @Test
    void reportsThatAreNotCommittedYetWhenTheDeadlineComesAreNotCalledFor() throws Exception {
        scenario.timePasses();
        atOnce(this::reportAll, this::fireDeadline);

        assertThat(instances()).isZero();
        assertThat(scenario.told("camat.kram")).isEmpty();
        assertThat(scenario.row()).containsEntry("state", "DONE").containsEntry("missing", 0);
    }

    @Test
    void twoNodesThatOpenAtOnceOpenOneProcess() throws Exception {
        reportAll();
        scenario.timePasses();
        fireDeadline();
        scenario.installation
                .asOwner()
                .update(
                        "UPDATE desk.expected_report SET state = 'MISSING' WHERE kind = 'VOTING' AND tps_code = ?",
                        MARGASANA_1);
        scenario.installation
                .asOwner()
                .update("UPDATE desk.report_wave SET missing = 1 WHERE kind = 'VOTING' AND district_area = '360405'");

        atOnce(() -> watch.openNext(scenario.round()), () -> watch.openNext(scenario.round()));

        assertThat(instances()).isOne();
    }

    @Test
    void theTimerOnTwoNodesCallsOnce() throws Exception {
        scenario.timePasses();
        try {
            atOnce(this::fireDeadline, this::fireDeadline);
        } catch (ExecutionException lost) {
            assertThat(lost).hasRootCauseInstanceOf(org.camunda.bpm.engine.OptimisticLockingException.class);
        }

        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("call-missing-district")
                        .count())
                .isOne();
        assertThat(scenario.told("camat.kram")).containsExactly("late-call");
    }
}
