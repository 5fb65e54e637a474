package id.deskpilkada.assignment;

import static id.deskpilkada.assignment.AdminAssignmentProcess.ASSIGN;
import static id.deskpilkada.assignment.AdminAssignmentProcess.CALL;
import static id.deskpilkada.assignment.AdminAssignmentProcess.FILL;
import static id.deskpilkada.assignment.AdminAssignmentProcess.GAP_DAY;
import static id.deskpilkada.assignment.AdminAssignmentProcess.LATE;
import static id.deskpilkada.assignment.AdminAssignmentProcess.PROCESS;
import static id.deskpilkada.assignment.AdminAssignmentProcess.REMINDER;
import static id.deskpilkada.assignment.AdminAssignmentProcess.ROUND_ID;

import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundPhaseChanged;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.platform.engine.WorkCases;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The instances of {@code admin-assignment}, as namings, finished tasks and changed dates move them on. */
@Component
class RunningAssignmentProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases cases;
    private final AssignmentDates dates;

    RunningAssignmentProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases cases,
            AssignmentDates dates) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = cases;
        this.dates = dates;
    }

    /** One that runs already is left as it is. */
    void open(AssignmentCase about) {
        if (cases.open(PROCESS, about.subject())) {
            runtime.startProcessInstanceByKey(
                    PROCESS,
                    about.subject(),
                    Variables.createVariables().putValue(ROUND_ID, about.round().id()));
        }
    }

    /** Every village has somebody: what was asked of others about it is settled. */
    void filled(AssignmentCase about) {
        Stream.of(CALL, FILL).flatMap(key -> open(about, key)).forEach(task -> tasks.complete(task.getId()));
    }

    /** A village has nobody: asks the camat, unless they are being asked or the round was never to be prepared. */
    void emptied(AssignmentCase about) {
        if (!dates.asked(about.round().id()) || !about.round().phase().active()) {
            return;
        }
        var waiting = subscription(about, "village-emptied");
        if (waiting != null) {
            runtime.messageEventReceived("village-emptied", waiting.getId());
        } else {
            open(about);
        }
    }

    void complete(String task) {
        tasks.complete(task);
    }

    @EventListener
    void roundClosed(RoundPhaseChanged changed) {
        if (changed.round().phase() == RoundPhase.CLOSED) {
            runtime
                    .createExecutionQuery()
                    .processDefinitionKey(PROCESS)
                    .messageEventSubscriptionName("round-closed")
                    .list()
                    .stream()
                    .filter(waiting ->
                            subject(waiting).startsWith(changed.round().businessKey() + "/"))
                    .forEach(waiting -> runtime.messageEventReceived("round-closed", waiting.getId()));
        }
    }

    @EventListener
    void moveDates(ScheduleChanged changed) {
        if (!dates.asked(changed.round().id())) {
            return;
        }
        for (var instance : runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .active()
                .list()) {
            if (instance.getBusinessKey().startsWith(changed.round().businessKey() + "/")) {
                move(AssignmentCase.of(changed.round(), instance.getBusinessKey()), instance.getId());
            }
        }
    }

    private void move(AssignmentCase about, String instance) {
        if (dates.ahead(about)) {
            moveTimer(instance, REMINDER, before -> dates.reminder(about));
        }
        moveTimer(instance, LATE, before -> dates.moved(ASSIGN, about, before));
        moveTimer(instance, GAP_DAY, before -> dates.gapDay(about));
        for (var task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            var due = dates.moved(
                    task.getTaskDefinitionKey(), about, task.getDueDate().toInstant());
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
        }
    }

    private void moveTimer(String instance, String activity, UnaryOperator<Instant> after) {
        management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .list()
                .forEach(timer -> management.setJobDuedate(
                        timer.getId(), Date.from(after.apply(timer.getDuedate().toInstant()))));
    }

    private Stream<Task> open(AssignmentCase about, String key) {
        return tasks
                .createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(about.subject())
                .taskDefinitionKey(key)
                .list()
                .stream();
    }

    private @Nullable Execution subscription(AssignmentCase about, String message) {
        return runtime.createExecutionQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(about.subject())
                .messageEventSubscriptionName(message)
                .singleResult();
    }

    private String subject(Execution execution) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .singleResult();
        return instance == null ? "" : instance.getBusinessKey();
    }
}
