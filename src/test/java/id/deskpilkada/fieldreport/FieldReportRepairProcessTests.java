package id.deskpilkada.fieldreport;

import static id.deskpilkada.fieldreport.LedgerFixture.TPS;
import static id.deskpilkada.fieldreport.LedgerFixture.voting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.fieldreport.repair.Repairs;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A report that keeps failing, as Cockpit and the desk see it. */
@WholeApplication
class FieldReportRepairProcessTests {

    private static final int ATTEMPTS = 8;

    @Autowired
    LedgerFixture ledger;

    @Autowired
    ScriptedHandler handler;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Repairs repairs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Installation installation;

    UUID poison;

    @BeforeEach
    void aReportThatFails() {
        ledger.setUp();
        poison = UUID.randomUUID();
        assertThat(ledger.put("kecamatan", poison, voting(TPS, "{\"then\":\"fail\"}"))
                        .status())
                .isEqualTo(201);
        fail();
        repairs.openCases();
    }

    @Test
    void aReportThatWasSetAsideIsOneIncidentAndOneTask() {
        repairs.openCases();

        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getConfiguration()).isEqualTo(poison.toString());
            assertThat(incident.getIncidentMessage()).contains(poison.toString(), "gagal diolah 8 kali");
            assertThat(incident.getActivityId()).isEqualTo("check-report");
        });
        var task = task().get(0);
        assertThat(task.getName()).isEqualTo("Periksa laporan yang gagal diolah: " + TPS);
        assertThat(task.getDescription()).contains(poison.toString());
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getGroupId())
                .containsExactlyInAnyOrder("desk-3604", "it-admin-3604");
    }

    @Test
    void theReportIsTriedAgainOnceTheTaskIsFinished() {
        handler.mend();
        var answer = ledger.send(
                "meja",
                "POST",
                "/api/tasks/" + task().get(0).getId() + "/complete",
                "application/json",
                "{}".getBytes());
        assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 299);

        assertThat(dispatcher.drain()).isEqualTo(1);
        assertThat(state()).isEqualTo("ACCEPTED");
        assertThat(incidents()).isEmpty();
        assertThat(task()).isEmpty();
    }

    @Test
    void anAnswerThatLosesARaceAgainstTheEngineIsTakenAllTheSame() throws Exception {
        var task = task().get(0).getId();
        CompletableFuture<Integer> answered = new CompletableFuture<>();
        var owner = installation.asOwner();
        new TransactionTemplate(new DataSourceTransactionManager(Objects.requireNonNull(owner.getDataSource())))
                .executeWithoutResult(status -> {
                    owner.update("UPDATE act_ru_task SET rev_ = rev_ + 1 WHERE id_ = ?", task);
                    answered.completeAsync(() -> ledger.send(
                                    "meja",
                                    "POST",
                                    "/api/tasks/" + task + "/complete",
                                    "application/json",
                                    "{}".getBytes())
                            .status());
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> owner.queryForObject(
                                            "SELECT count(*) FROM pg_locks WHERE NOT granted", Integer.class)
                                    > 0);
                });

        assertThat(answered.get()).isEqualTo(200);
        assertThat(task()).isEmpty();
    }

    @Test
    void aRetryByTheApiClosesTheCaseToo() {
        var answer = ledger.send("meja", "POST", "/api/field-reports/" + poison + "/retry", null, new byte[0]);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("parked").asBoolean()).isFalse();
        assertThat(incidents()).isEmpty();
        assertThat(task()).isEmpty();
    }

    @Test
    void whatFailsAgainComesBackAsANewCase() {
        tasks.complete(task().get(0).getId());
        assertThat(incidents()).isEmpty();

        fail();
        repairs.openCases();

        assertThat(incidents()).hasSize(1);
        assertThat(task()).hasSize(1);
    }

    private void fail() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            dispatcher.drain();
            installation
                    .asOwner()
                    .update("UPDATE field_report SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL");
        }
    }

    private List<Incident> incidents() {
        return runtime.createIncidentQuery().incidentType("parked-report").list();
    }

    private List<Task> task() {
        return tasks.createTaskQuery()
                .processDefinitionKey("field-report-repair")
                .list();
    }

    private String state() {
        return installation
                .asOwner()
                .queryForObject("SELECT state FROM field_report WHERE id = ?", String.class, poison);
    }
}
