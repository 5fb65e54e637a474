package id.deskpilkada.incident;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.engine.WorkCases;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code incident-escalation}: one instance for each run of an incident. */
@Component
public class IncidentEscalationProcess {

    static final String PROCESS = "incident-escalation";
    static final String TRIAGE = "triage-incident";
    static final String CLOSE = "close-incident";
    static final String PASS_ON = "pass-on-to-kpu";
    static final String TRIAGE_LATE = "triage-late";
    private static final String ASSIGNED = "agency-assigned";
    private static final String HANDLED = "all-handled";
    private static final String HALTED = "voting-halted";
    private static final String CALLED_OFF = "incident-called-off";
    private static final String DISPATCH = "dispatchId";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases cases;
    private final Elections elections;
    private final IncidentRows rows;
    private final IncidentPeople people;
    private final ResponseTargets targets;
    private final Timeline timeline;
    private final Clock clock;

    IncidentEscalationProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases cases,
            Elections elections,
            IncidentRows rows,
            IncidentPeople people,
            ResponseTargets targets,
            Timeline timeline,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = cases;
        this.elections = elections;
        this.rows = rows;
        this.people = people;
        this.targets = targets;
        this.timeline = timeline;
        this.clock = clock;
    }

    String subject(Incident incident) {
        return IncidentKey.written(elections.round(incident.roundId()).businessKey(), incident);
    }

    void start(Incident incident) {
        if (cases.open(PROCESS, subject(incident))) {
            runtime.startProcessInstanceByKey(PROCESS, subject(incident));
        }
    }

    void ended(Incident incident) {
        cases.close(PROCESS, subject(incident));
    }

    /** Finishes the incident's open task of that kind, and tells whether there was one. */
    boolean finish(Incident incident, String key) {
        var open = tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(subject(incident))
                .taskDefinitionKey(key)
                .list();
        open.forEach(task -> tasks.complete(task.getId()));
        return !open.isEmpty();
    }

    /** Starts {@code agency-dispatch} for an agency that is stored already. */
    public void assign(Incident incident, long dispatch) {
        runtime.createMessageCorrelation(ASSIGNED)
                .processInstanceBusinessKey(subject(incident))
                .setVariableToTriggeredScope(DISPATCH, Variables.longValue(dispatch))
                .correlate();
    }

    /** No agency is at it any more; told under the incident's row, and heard only where somebody waits for it. */
    public void allHandled(Incident incident) {
        if (runtime.createExecutionQuery()
                        .processInstanceBusinessKey(subject(incident))
                        .messageEventSubscriptionName(HANDLED)
                        .count()
                > 0) {
            runtime.createMessageCorrelation(HANDLED)
                    .processInstanceBusinessKey(subject(incident))
                    .correlate();
        }
    }

    void halted(Incident incident) {
        runtime.createMessageCorrelation(HALTED)
                .processInstanceBusinessKey(subject(incident))
                .correlate();
    }

    /** It was none, or another one: whatever is still open of it ends. */
    void callOff(Incident incident) {
        runtime.createMessageCorrelation(CALLED_OFF)
                .processInstanceBusinessKey(subject(incident))
                .correlate();
    }

    /** The desk has less time than it had. */
    void hurry(Incident incident) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(subject(incident))
                .taskDefinitionKey(TRIAGE)
                .list()
                .forEach(task -> tasks.setDueDate(task.getId(), Date.from(incident.triageBy())));
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject(incident), PROCESS)
                .list()
                .forEach(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(TRIAGE_LATE)
                        .list()
                        .forEach(job -> management.setJobDuedate(job.getId(), Date.from(incident.triageBy()))));
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(people.deskGroup());
    }

    public void prepare(DelegateTask task) {
        var incident = of(task.getExecution());
        task.setName(task.getName() + ": " + people.subject(incident));
        var due =
                switch (task.getTaskDefinitionKey()) {
                    case TRIAGE -> incident.triageBy();
                    case PASS_ON -> targets.triageBy(Incident.LIFE_IN_DANGER, clock.instant());
                    default -> targets.endOfDay(clock.instant());
                };
        task.setDueDate(Date.from(due));
    }

    public Date triageBy(DelegateExecution execution) {
        return Date.from(of(execution).triageBy());
    }

    /** What the desk has judged stands in our tables; a task that is finished without it is refused. */
    public void judged(DelegateTask task) {
        var incident = of(task.getExecution());
        if (incident.state() == IncidentState.REPORTED) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: penilaiannya belum ada.");
        }
        task.setVariable("verdict", Variables.stringValue(incident.state().name(), true));
        task.setVariable("handlingOpen", Variables.booleanValue(incident.openDispatches() > 0, true));
    }

    public void passedOn(DelegateTask task) {
        if (!timeline.has(of(task.getExecution()).id(), null, "PASSED_ON")) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: catatannya belum ada.");
        }
    }

    public void closed(DelegateTask task) {
        if (of(task.getExecution()).state() != IncidentState.CLOSED) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: hasilnya belum ada.");
        }
    }

    public void tellTriageLate(DelegateExecution execution) {
        step(execution.getProcessBusinessKey(), incident -> {
            people.tellTriageLate(incident);
            return true;
        });
    }

    public String dispatchKey(DelegateExecution execution) {
        long dispatch = (Long) execution.getVariable(DISPATCH);
        return step(
                execution.getProcessBusinessKey(),
                incident ->
                        IncidentKey.written(elections.round(incident.roundId()).businessKey(), incident, dispatch));
    }

    private Incident of(DelegateExecution execution) {
        return step(execution.getProcessBusinessKey(), Function.identity());
    }

    private <T> T step(String subject, Function<Incident, T> step) {
        var key = IncidentKey.of(subject);
        return Scope.widened(List.of(key.area()), () -> step.apply(rows.get(key.incident())));
    }
}
