package id.deskpilkada.readiness.risk.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.platform.work.TaskInHand;
import id.deskpilkada.readiness.risk.RiskFixture;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A list on its way, moved by the same actions that the tasks call. */
@Component
class MitigationScenario {

    static final String WHOLE_REGENCY = "36.04";

    private final HandoverDesk desk;
    private final MitigationTasks actions;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final TransactionTemplate transaction;
    private final RiskFixture fixture;
    private final ObjectMapper json;

    MitigationScenario(
            HandoverDesk desk,
            MitigationTasks actions,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            TransactionTemplate transaction,
            RiskFixture fixture,
            ObjectMapper json) {
        this.desk = desk;
        this.actions = actions;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.transaction = transaction;
        this.fixture = fixture;
        this.json = json;
    }

    long floodToBpbd() {
        var choice = new HandoverChoice.Given("bpbd", List.of("FLOOD"), WHOLE_REGENCY, null, null, null);
        return desk.hand(choice, null, null, fixture.actor(RiskFixture.DESK));
    }

    ProcessInstance instance(long list) {
        return runtime.createProcessInstanceQuery().processDefinitionKey("risk-mitigation").list().stream()
                .filter(instance -> RiskMitigationProcess.list(instance.getBusinessKey()) == list)
                .findFirst()
                .orElseThrow();
    }

    Task task(long list, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(instance(list).getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    void finish(long list, String key, String data, String username) {
        var instance = instance(list);
        var task = task(list, key);
        transaction.executeWithoutResult(status -> {
            try {
                actions.complete(
                        new TaskInHand(task.getId(), key, "risk-mitigation", instance.getBusinessKey()),
                        json.readTree(data),
                        fixture.actor(username));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    /** Lets the timer of a boundary event fire. */
    void fire(long list, String timer) {
        var job = management
                .createJobQuery()
                .processInstanceId(instance(list).getId())
                .activityId(timer)
                .singleResult();
        management.executeJob(job.getId());
    }
}
