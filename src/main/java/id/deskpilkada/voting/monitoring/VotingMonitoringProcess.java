package id.deskpilkada.voting.monitoring;

import id.deskpilkada.platform.engine.WorkCases;
import id.deskpilkada.voting.VotingSlots;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The process {@code voting-monitoring}. Its only variable is whose task it is: the digits of a village, or of a TPS with an officer of its own. */
@Component
public class VotingMonitoringProcess {

    static final String PROCESS = "voting-monitoring";
    static final String REPORT = "report-voting";
    static final String CLOSED = "slot-closed";
    static final String WITHDRAWN = "voting-slot-withdrawn";

    private static final String REPORTER = "reporter";
    private static final int NAMED = 10;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases cases;
    private final VillageSlots villages;
    private final Watches watches;
    private final MonitoringLabels labels;
    private final VotingSlots slots;
    private final JdbcClient jdbc;

    VotingMonitoringProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases cases,
            VillageSlots villages,
            Watches watches,
            MonitoringLabels labels,
            VotingSlots slots,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = cases;
        this.villages = villages;
        this.watches = watches;
        this.labels = labels;
        this.slots = slots;
        this.jdbc = jdbc;
    }

    void start(VillageSlot about) {
        if (cases.open(PROCESS, about.subject())) {
            runtime.startProcessInstanceByKey(PROCESS, about.subject());
        }
    }

    /** One more task in the running instance, for each reporter. */
    void add(VillageSlot about, Collection<String> reporters) {
        reporters.forEach(reporter -> runtime.createProcessInstanceModification(instance(about))
                .startBeforeActivity(REPORT)
                .setVariableLocal(REPORTER, reporter)
                .execute());
    }

    void finish(VillageSlot about, Collection<String> reporters) {
        for (Task task : of(about).list()) {
            if (reporters.contains((String) tasks.getVariable(task.getId(), REPORTER))) {
                tasks.complete(task.getId());
            }
        }
    }

    void complete(String taskId) {
        tasks.complete(taskId);
    }

    String reporter(String taskId) {
        return (String) tasks.getVariable(taskId, REPORTER);
    }

    void withdraw(VillageSlot about) {
        runtime.createMessageCorrelation(WITHDRAWN)
                .processInstanceBusinessKey(about.subject())
                .correlateAll();
    }

    /** The schedule has another end for a slot, and perhaps another due time. */
    void move(VillageSlot anyVillage, Instant closesAt) {
        var prefix = anyVillage.round().businessKey() + VillageSlot.KIND + anyVillage.slot() + "/%";
        var running = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKeyLike(prefix)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
        management.createJobQuery().processDefinitionKey(PROCESS).activityId(CLOSED).list().stream()
                .filter(timer -> running.contains(timer.getProcessInstanceId()))
                .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(closesAt)));
        var due = Date.from(labels.due(anyVillage));
        tasks.createTaskQuery().processDefinitionKey(PROCESS).processInstanceBusinessKeyLike(prefix).list().stream()
                .filter(task -> !due.equals(task.getDueDate()))
                .forEach(task -> tasks.setDueDate(task.getId(), due));
    }

    private TaskQuery of(VillageSlot about) {
        return tasks.createTaskQuery().processDefinitionKey(PROCESS).processInstanceBusinessKey(about.subject());
    }

    private String instance(VillageSlot about) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(about.subject())
                .singleResult()
                .getId();
    }

    public List<String> reporters(DelegateExecution execution) {
        return villages.ask(
                execution.getProcessBusinessKey(),
                about -> watches.find(about).orElseThrow().openTasks());
    }

    public List<String> groups(DelegateExecution execution) {
        var reporter = (String) execution.getVariable(REPORTER);
        return labels.groups(villages.of(execution.getProcessBusinessKey()), reporter);
    }

    public void prepare(DelegateTask task) {
        var about = villages.of(task.getExecution().getProcessBusinessKey());
        task.setName(labels.name(about, (String) task.getVariable(REPORTER)));
        task.setDueDate(Date.from(labels.due(about)));
    }

    /** A change of the schedule holds the round's row until it has moved the timers, so that no timer is made from the schedule before. */
    public Date closesAt(DelegateExecution execution) {
        var about = villages.of(execution.getProcessBusinessKey());
        jdbc.sql("SELECT id FROM round WHERE id = ? FOR SHARE")
                .param(about.round().id())
                .query(Long.class)
                .single();
        return Date.from(slots.closesAt(about.round().id(), about.slot()).orElseGet(() -> labels.due(about)));
    }

    public void refuseWhileMissing(DelegateTask task) {
        var reporter = (String) task.getVariable(REPORTER);
        var missing = villages.ask(
                task.getExecution().getProcessBusinessKey(),
                about -> watches.find(about).orElseThrow().of(reporter, watches.missing(about)));
        if (!missing.isEmpty()) {
            throw new BadUserRequestException("Tugas ini selesai sendiri setelah semua TPS-nya melapor. Belum melapor: "
                    + missing.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (missing.size() > NAMED ? ", dan " + (missing.size() - NAMED) + " lagi." : "."));
        }
    }

    public void complete(DelegateExecution execution) {
        end(execution, "COMPLETE");
    }

    public void close(DelegateExecution execution) {
        end(execution, "CLOSED");
    }

    private void end(DelegateExecution execution, String state) {
        villages.ask(execution.getProcessBusinessKey(), about -> {
            watches.end(about, state);
            cases.close(PROCESS, about.subject());
            return about;
        });
    }
}
