package id.deskpilkada.readiness.screening;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.engine.WorkCases;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code officer-screening}. Its only variable says whether any referral is open; names, results and numbers stay in our tables. */
@Component("officerScreeningProcess")
public class OfficerScreeningProcess {

    static final String PROCESS = "officer-screening";
    static final String SCREEN = "screen-officers";
    static final String FOLLOW_UP = "follow-up-referrals";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases cases;
    private final Elections elections;
    private final PuskesmasAreas areas;
    private final ScreeningStanding standing;
    private final ScreeningDates dates;
    private final ScreeningPeople people;

    OfficerScreeningProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases cases,
            Elections elections,
            PuskesmasAreas areas,
            ScreeningStanding standing,
            ScreeningDates dates,
            ScreeningPeople people) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = cases;
        this.elections = elections;
        this.areas = areas;
        this.standing = standing;
        this.dates = dates;
        this.people = people;
    }

    /** Opens the case unless it is open; whoever loses the race joins. */
    void open(RoundRef round, Puskesmas puskesmas) {
        var about = ScreeningCase.of(round, puskesmas);
        if (!running(round, puskesmas.id()) && cases.open(PROCESS, about.subject())) {
            runtime.startProcessInstanceByKey(PROCESS, about.subject());
        }
    }

    boolean running(RoundRef round, long puskesmasId) {
        return cases.count(PROCESS, round.businessKey() + "/" + puskesmasId + "/") > 0;
    }

    /**
     * Screenings came, by form or by import: whatever task waits for them is done when nothing is left of it.
     *
     * @param unscreenedAccepted whether officers without a screening keep no task open
     */
    void settle(RoundRef round, long puskesmasId, boolean unscreenedAccepted) {
        var left = standing.of(puskesmasId);
        tasks
                .createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKeyLike(round.businessKey() + "/" + puskesmasId + "/%")
                .list()
                .stream()
                .filter(task -> task.getTaskDefinitionKey().equals(SCREEN)
                        ? left.unscreened() == 0 || unscreenedAccepted
                        : left.followUps() == 0)
                .forEach(task -> tasks.complete(task.getId()));
    }

    void complete(String taskId) {
        tasks.complete(taskId);
    }

    public List<String> healthStaff(DelegateExecution execution) {
        return people.groups(about(execution));
    }

    public void prepare(DelegateTask task) {
        var about = about(task.getExecution());
        task.setName(task.getName() + ": " + areas.get(about.puskesmasId()).name());
        task.setDueDate(Date.from(due(task.getTaskDefinitionKey(), about)));
    }

    public Date screeningReminder(DelegateExecution execution) {
        return Date.from(dates.reminder(due(SCREEN, about(execution))));
    }

    public Date screeningDue(DelegateExecution execution) {
        return Date.from(due(SCREEN, about(execution)));
    }

    public Date followUpReminder(DelegateExecution execution) {
        return Date.from(dates.reminder(due(FOLLOW_UP, about(execution))));
    }

    public Date followUpDue(DelegateExecution execution) {
        return Date.from(due(FOLLOW_UP, about(execution)));
    }

    private java.time.Instant due(String task, ScreeningCase about) {
        long round = round(about).id();
        return task.equals(SCREEN) ? dates.screening(round) : dates.followUp(round);
    }

    public void remindOfScreening(DelegateExecution execution) {
        people.remind(
                about(execution), "screening-reminder", screeningDue(execution).toInstant());
    }

    public void remindOfFollowUp(DelegateExecution execution) {
        people.remind(
                about(execution), "follow-up-reminder", followUpDue(execution).toInstant());
    }

    public void escalateScreening(DelegateExecution execution) {
        escalate(execution, SCREEN, "screening-overdue", screeningDue(execution));
    }

    public void escalateFollowUp(DelegateExecution execution) {
        escalate(execution, FOLLOW_UP, "follow-up-overdue", followUpDue(execution));
    }

    /** The health service of the regency may take the task too, and is told. */
    private void escalate(DelegateExecution execution, String key, String message, Date due) {
        var about = about(execution);
        task(execution, key).forEach(task -> tasks.addCandidateGroup(task.getId(), people.regencyGroup()));
        people.escalate(about, message, due.toInstant());
    }

    private List<Task> task(DelegateExecution execution, String key) {
        return tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(key)
                .list();
    }

    public void checkResults(DelegateExecution execution) {
        boolean open = standing.of(about(execution).puskesmasId()).followUps() > 0;
        execution.setVariable("followUpOpen", Variables.booleanValue(open, true));
        if (!open) {
            close(execution);
        }
    }

    public void closeReferrals(DelegateExecution execution) {
        if (standing.of(about(execution).puskesmasId()).followUps() > 0) {
            throw new BadUserRequestException("Masih ada rujukan yang belum ditindaklanjuti. Lengkapi dulu daftarnya.");
        }
        close(execution);
    }

    private void close(DelegateExecution execution) {
        cases.close(PROCESS, execution.getProcessBusinessKey());
    }

    /** Deadlines moved: open tasks and their timers move along. */
    void moveDates(RoundRef round) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKeyLike(round.businessKey() + "/%")
                .list()
                .forEach(instance -> {
                    for (var task : tasks.createTaskQuery()
                            .processInstanceId(instance.getId())
                            .list()) {
                        task.setDueDate(Date.from(
                                due(task.getTaskDefinitionKey(), ScreeningCase.of(instance.getBusinessKey()))));
                        tasks.saveTask(task);
                    }
                    management
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .timers()
                            .list()
                            .forEach(timer -> move(timer, ScreeningCase.of(instance.getBusinessKey())));
                });
    }

    private void move(Job timer, ScreeningCase about) {
        var activity = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        var due = due(activity.startsWith("screening") ? SCREEN : FOLLOW_UP, about);
        management.setJobDuedate(timer.getId(), Date.from(activity.endsWith("reminder") ? dates.reminder(due) : due));
    }

    private RoundRef round(ScreeningCase about) {
        return elections.round(about.election(), about.round());
    }

    private static ScreeningCase about(DelegateExecution execution) {
        return ScreeningCase.of(execution.getProcessBusinessKey());
    }
}
