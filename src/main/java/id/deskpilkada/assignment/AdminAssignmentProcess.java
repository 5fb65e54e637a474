package id.deskpilkada.assignment;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundPhaseChanged;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.engine.WorkCases;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code admin-assignment}: one instance for each district of a round, with the business key {@code <election>/<round>/<district>}; a new one when a village loses its people later. */
@Component("adminAssignmentProcess")
public class AdminAssignmentProcess {

    static final String PROCESS = "admin-assignment";
    static final String ASSIGN = "assign-admins";
    static final String TRAINING = "record-training";
    static final String CALL = "call-camat";
    static final String FILL = "fill-gap";
    static final String REMINDER = "reminder-due";
    static final String LATE = "assignment-late";
    static final String GAP_DAY = "gap-day";

    private static final String ROUND_ID = "roundId";
    private static final String GAPS = "villagesWithoutAdmin";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases cases;
    private final Elections elections;
    private final AssignmentDates dates;
    private final DistrictViews views;
    private final AssignmentMessages messages;
    private final DeskSettings desk;
    private final Staff staff;
    private final Regions regions;

    AdminAssignmentProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases cases,
            Elections elections,
            AssignmentDates dates,
            DistrictViews views,
            AssignmentMessages messages,
            DeskSettings desk,
            Staff staff,
            Regions regions) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = cases;
        this.elections = elections;
        this.dates = dates;
        this.views = views;
        this.messages = messages;
        this.desk = desk;
        this.staff = staff;
        this.regions = regions;
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

    public List<String> camat(DelegateExecution execution) {
        var about = about(execution);
        return staff.holders("camat", about.district()).isEmpty()
                ? List.of("camat-" + about.district(), deskGroup())
                : List.of("camat-" + about.district());
    }

    public List<String> camatAndDesk(DelegateExecution execution) {
        return List.of("camat-" + about(execution).district(), deskGroup());
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(deskGroup());
    }

    public void prepare(DelegateTask task) {
        var about = about(task.getExecution());
        task.setName(task.getName() + ": " + regions.name(about.district()));
        task.setDueDate(Date.from(dates.ofTask(task.getTaskDefinitionKey(), about)));
    }

    public Date remindAt(DelegateExecution execution) {
        return Date.from(dates.reminder(about(execution)));
    }

    public Date dueAt(DelegateExecution execution) {
        return Date.from(dates.due(about(execution)));
    }

    public Date gapDay(DelegateExecution execution) {
        return Date.from(dates.gapDay(about(execution)));
    }

    public void remindCamat(DelegateExecution execution) {
        var about = about(execution);
        messages.remind(about, dates.scheduled(about), views.view(about).gaps());
    }

    public void tellDesk(DelegateExecution execution) {
        var about = about(execution);
        messages.late(about, dates.scheduled(about), views.view(about).gaps());
    }

    public void lookForGaps(DelegateExecution execution) {
        var gaps = views.view(about(execution)).gaps();
        execution.setVariable(GAPS, Variables.booleanValue(gaps > 0, true));
    }

    public void tellLeader(DelegateExecution execution) {
        var about = about(execution);
        messages.gap(
                about,
                views.view(about).villages().stream()
                        .filter(DistrictView.VillageView::gap)
                        .map(DistrictView.VillageView::village)
                        .toList());
    }

    public void ended(DelegateExecution execution) {
        cases.close(PROCESS, execution.getProcessBusinessKey());
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
                move(about(changed.round().id(), instance.getBusinessKey()), instance.getId());
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

    private AssignmentCase about(DelegateExecution execution) {
        return about((Long) execution.getVariable(ROUND_ID), execution.getProcessBusinessKey());
    }

    private AssignmentCase about(long roundId, String subject) {
        return new AssignmentCase(
                elections.round(roundId), Area.digits(subject.substring(subject.lastIndexOf('/') + 1)));
    }

    private String deskGroup() {
        return "desk-" + desk.area();
    }
}
