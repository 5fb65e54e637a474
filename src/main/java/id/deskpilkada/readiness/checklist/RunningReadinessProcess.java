package id.deskpilkada.readiness.checklist;

import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.CHANGED;
import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.CHECK;
import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.DEADLINE;
import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.FOLLOW_UP;
import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.NOTE_ID;
import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.OWNER;
import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.PROCESS;
import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.RECHECK;
import static id.deskpilkada.readiness.checklist.TpsReadinessProcess.REPORT_ID;

import id.deskpilkada.platform.engine.WorkCases;
import id.deskpilkada.readiness.OfflinePlanRecorded;
import id.deskpilkada.readiness.ReadinessStage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The instances of {@code tps-readiness}, as reports, plans, finished tasks and changed dates move them on. */
@Component
class RunningReadinessProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases workCases;
    private final ReadinessCases cases;
    private final ReadinessWork work;
    private final ReadinessTaskLabels labels;

    RunningReadinessProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases workCases,
            ReadinessCases cases,
            ReadinessWork work,
            ReadinessTaskLabels labels) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.workCases = workCases;
        this.cases = cases;
        this.work = work;
        this.labels = labels;
    }

    /** Opens the case unless it was opened before; whoever loses the race joins. Locks in the order of a report that comes meanwhile: the TPS, then its case. */
    void open(ReadinessCase about) {
        work.lock(about);
        if (workCases.open(PROCESS, about.subject())) {
            start(about);
        }
    }

    private void start(ReadinessCase about) {
        work.begin(about);
        runtime.startProcessInstanceByKey(PROCESS, about.subject());
    }

    /** A report is recorded: whoever was asked for it is done, and follow-ups that no longer fit what is missing are called off. A case that was over begins anew when something is missing. */
    void reported(ReadinessCase about, ReadinessStage stage) {
        if (waiting(about).isEmpty() && work.begins(about)) {
            workCases.open(PROCESS, about.subject());
            start(about);
        }
        var open = waiting(about);
        var asked = open.stream()
                .filter(task -> List.of(CHECK, RECHECK).contains(task.getTaskDefinitionKey()))
                .findFirst();
        if (asked.isPresent()
                && work.answers(about, stage, asked.get().getTaskDefinitionKey().equals(CHECK))) {
            tasks.complete(asked.get().getId());
        } else if (asked.isEmpty() || asked.get().getTaskDefinitionKey().equals(RECHECK)) {
            callOff(about, open);
        }
    }

    @EventListener
    void planned(OfflinePlanRecorded plan) {
        var about = cases.of(plan.roundId(), plan.tps());
        if (work.rederived(about)) {
            var open = waiting(about);
            if (open.stream().noneMatch(task -> task.getTaskDefinitionKey().equals(CHECK))) {
                callOff(about, open);
            }
        }
    }

    private void callOff(ReadinessCase about, List<Task> open) {
        var owners = open.stream()
                .filter(task -> task.getTaskDefinitionKey().equals(FOLLOW_UP))
                .map(task -> (String) tasks.getVariable(task.getId(), OWNER))
                .sorted()
                .toList();
        if (!open.isEmpty() && !work.stillFits(about, owners)) {
            runtime.createMessageCorrelation(CHANGED)
                    .processInstanceId(open.get(0).getProcessInstanceId())
                    .correlate();
        }
    }

    private List<Task> waiting(ReadinessCase about) {
        return tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(about.subject())
                .list();
    }

    void completeWithReport(String taskId, UUID reportId) {
        tasks.complete(taskId, id(REPORT_ID, reportId));
    }

    void completeWithNote(String taskId, UUID noteId) {
        tasks.complete(taskId, id(NOTE_ID, noteId));
    }

    String ownerOfTask(String taskId) {
        return (String) tasks.getVariable(taskId, OWNER);
    }

    private static VariableMap id(String name, UUID id) {
        return Variables.createVariables().putValueTyped(name, Variables.stringValue(id.toString(), true));
    }

    /** The schedule has another deadline for the stage that the case is at. */
    void moveDue(ReadinessCase about, Instant due) {
        var date = Date.from(due);
        for (var task : waiting(about)) {
            boolean followUp = task.getTaskDefinitionKey().equals(FOLLOW_UP);
            tasks.setDueDate(task.getId(), followUp ? Date.from(labels.due(about, ownerOfTask(task.getId()))) : date);
            management
                    .createJobQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .activityId(DEADLINE)
                    .list()
                    .forEach(timer -> management.setJobDuedate(timer.getId(), date));
        }
    }
}
