package id.deskpilkada.expectation.late;

import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.expectation.wave.WaveRow;
import id.deskpilkada.expectation.wave.Waves;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.engine.WorkCases;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code late-report}: one instance for each wave, with the business key {@code <election>/<round>/<kind>/<slot>/<race or ->/<district>}. */
@Component("lateReportProcess")
public class LateReportProcess {

    static final String PROCESS = "late-report";
    static final String CALL_DISTRICT = "call-missing-district";
    static final String CALL_DESK = "call-missing-desk";
    static final String DEADLINE = "deadline";
    static final String REMINDER = "reminder-due";
    static final String DESK_DUE = "desk-due";
    static final String LEADER_DUE = "leader-due";
    static final String NOBODY_LATE = "nobody-late";
    static final String DEADLINE_MOVED = "deadline-moved";
    static final String WAVE_OVER = "wave-over";

    private static final String SOMEBODY_LATE = "somebodyLate";
    private static final String LATER_ONLY = "onlyLaterOnes";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases cases;
    private final Waves waves;
    private final LateReports late;
    private final LateMessages messages;
    private final Staff staff;
    private final DeskSettings desk;

    LateReportProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases cases,
            Waves waves,
            LateReports late,
            LateMessages messages,
            Staff staff,
            DeskSettings desk) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = cases;
        this.waves = waves;
        this.late = late;
        this.messages = messages;
        this.staff = staff;
        this.desk = desk;
    }

    /** One that runs already is left as it is. */
    void open(Wave wave) {
        var subject = late.about(wave).subject();
        if (cases.open(PROCESS, subject)) {
            var instance = runtime.startProcessInstanceByKey(PROCESS, subject, variables(wave));
            waves.runsAs(wave, instance.getId());
        }
    }

    /** Lets the running process look at other times. */
    void moveTimers(WaveRow row, Instant looksAt) {
        move(row, DEADLINE, looksAt);
        move(row, REMINDER, late.remindsAt(row.wave(), looksAt));
        waves.waiting(row.wave(), looksAt);
    }

    /** Moves the steps of those who call already. */
    void moveSteps(WaveRow row) {
        move(row, DESK_DUE, late.stepAt(row.wave(), Addressee.DESK));
        move(row, LEADER_DUE, late.stepAt(row.wave(), Addressee.LEADER));
    }

    /** Tells the running process something, if it waits for it. */
    void tell(WaveRow row, String message) {
        var waiting = runtime.createExecutionQuery()
                .processInstanceId(row.instanceId())
                .messageEventSubscriptionName(message)
                .singleResult();
        if (waiting != null) {
            runtime.messageEventReceived(message, waiting.getId());
        }
    }

    /** @throws id.deskpilkada.platform.Problem 409 {@code STILL_LATE} */
    void complete(String task) {
        late.requireNobodyLate(wave(name -> tasks.getVariable(task, name)));
        tasks.complete(task);
    }

    /** Under the lock of the wave: from here on whoever moves the deadline moves this timer. */
    public Date looksAt(DelegateExecution execution) {
        return Date.from(late.waits(wave(execution)));
    }

    public Date remindAt(DelegateExecution execution) {
        var wave = wave(execution);
        return Date.from(late.remindsAt(wave, late.looksAt(wave, late.facts(wave))));
    }

    public void remind(DelegateExecution execution) {
        messages.remind(late.about(wave(execution)));
    }

    public void check(DelegateExecution execution) {
        var facts = late.check(wave(execution));
        execution.setVariable(SOMEBODY_LATE, Variables.booleanValue(facts.late() > 0, true));
        execution.setVariable(LATER_ONLY, Variables.booleanValue(facts.late() == 0 && facts.missing() > 0, true));
    }

    /** The desk calls where a district has no camat. */
    public List<String> camat(DelegateExecution execution) {
        var district = wave(execution).district();
        return staff.holders("camat", district).isEmpty()
                ? List.of("camat-" + district, deskGroup())
                : List.of("camat-" + district);
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(deskGroup());
    }

    /** Names the task, gives it the time of the next step, and tells those who are to call. */
    public void prepare(DelegateTask task) {
        var about = late.about(wave(task.getExecution()));
        boolean district = task.getTaskDefinitionKey().equals(CALL_DISTRICT);
        task.setName(task.getName() + ": " + messages.title(about));
        task.setDueDate(Date.from(late.stepAt(about.wave(), district ? Addressee.DESK : Addressee.LEADER)));
        if (district) {
            messages.askCamat(about, late.facts(about.wave()).late());
        } else {
            messages.askDesk(about, late.facts(about.wave()).late());
        }
    }

    /** Nobody finishes it by hand, not in Tasklist either: it ends when everybody has reported or was excused. */
    public void requireNobodyLate(DelegateTask task) {
        late.requireNobodyLate(wave(task.getExecution()));
    }

    public Date deskAt(DelegateExecution execution) {
        return Date.from(late.stepAt(wave(execution), Addressee.DESK));
    }

    public Date leaderAt(DelegateExecution execution) {
        return Date.from(late.stepAt(wave(execution), Addressee.LEADER));
    }

    public void tellLeader(DelegateExecution execution) {
        messages.digest(late.about(wave(execution)));
    }

    public void tellWithdrawn(DelegateExecution execution) {
        var wave = wave(execution);
        messages.withdrawn(late.about(wave), late.looksAt(wave, late.facts(wave)));
    }

    public void ended(DelegateExecution execution) {
        waves.done(wave(execution));
        cases.close(PROCESS, execution.getProcessBusinessKey());
    }

    private void move(WaveRow row, String activity, Instant at) {
        management
                .createJobQuery()
                .processInstanceId(row.instanceId())
                .activityId(activity)
                .list()
                .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(at)));
    }

    private static VariableMap variables(Wave wave) {
        return Variables.createVariables()
                .putValue("roundId", wave.roundId())
                .putValue("kind", wave.kind().name())
                .putValue("slot", wave.slot())
                .putValue("raceId", wave.raceId())
                .putValue("district", wave.district());
    }

    private static Wave wave(DelegateExecution execution) {
        return wave(execution::getVariable);
    }

    private static Wave wave(Function<String, Object> variables) {
        return new Wave(
                (Long) variables.apply("roundId"),
                ReportKind.valueOf((String) variables.apply("kind")),
                (String) variables.apply("slot"),
                (Long) variables.apply("raceId"),
                (String) variables.apply("district"));
    }

    private String deskGroup() {
        return "desk-" + desk.area();
    }
}
