package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.platform.engine.WorkCases;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code risk-mitigation}: one instance for each list, with the business key {@code <election>/<round>/<list>/<area>}. */
@Component("riskMitigationProcess")
public class RiskMitigationProcess {

    static final String PROCESS = "risk-mitigation";
    static final String SUBMIT = "submit-list";
    static final String CONFIRM = "confirm-list";
    static final String CALL = "call-agency";
    static final String RECORD = "record-measures";
    static final String CHASE = "chase-measures";
    static final String ANSWER_LATE = "answer-late";
    static final String MEASURES_LATE = "measures-late";

    private static final int LIST = 2;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases cases;
    private final Handovers handovers;
    private final MitigationPeople people;
    private final Elections elections;

    RiskMitigationProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases cases,
            Handovers handovers,
            MitigationPeople people,
            Elections elections) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = cases;
        this.handovers = handovers;
        this.people = people;
        this.elections = elections;
    }

    void open(Handover list) {
        var subject = subject(list);
        if (cases.open(PROCESS, subject)) {
            runtime.startProcessInstanceByKey(PROCESS, subject);
        }
    }

    void complete(String task) {
        tasks.complete(task);
    }

    /** The task of a list that waits for somebody, by its key. */
    Optional<String> task(Handover list, String key) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(subject(list))
                        .taskDefinitionKey(key)
                        .singleResult())
                .map(org.camunda.bpm.engine.task.Task::getId);
    }

    /** The list that a case is about. */
    static long list(String subject) {
        return Long.parseLong(subject.split("/")[LIST]);
    }

    private String subject(Handover list) {
        return elections.round(list.roundId()).businessKey() + "/" + list.id() + "/" + list.area();
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(people.deskGroup());
    }

    public List<String> agency(DelegateExecution execution) {
        return people.agencyGroups(handovers.get(id(execution)));
    }

    public void prepare(DelegateTask task) {
        var list = handovers.get(id(task.getExecution()));
        task.setName("%s: %s, %s".formatted(task.getName(), people.agencyName(list), people.subject(list)));
        boolean answer = List.of(SUBMIT, CONFIRM, CALL).contains(task.getTaskDefinitionKey());
        task.setDueDate(Date.from(answer ? list.acknowledgeBy() : list.measuresBy()));
    }

    public void sendList(DelegateExecution execution) {
        fact(execution, "handedOver", handovers.send(id(execution)));
    }

    public Date acknowledgeBy(DelegateExecution execution) {
        return Date.from(handovers.get(id(execution)).acknowledgeBy());
    }

    public Date measuresBy(DelegateExecution execution) {
        return Date.from(handovers.get(id(execution)).measuresBy());
    }

    /** Whoever finishes the task without a word has confirmed. */
    public void answered(DelegateTask task) {
        long id = id(task.getExecution());
        if (handovers.get(id).state() == HandoverState.HANDED) {
            handovers.acknowledge(id);
        }
        fact(task.getExecution(), "accepted", handovers.get(id).state() == HandoverState.ACKNOWLEDGED);
    }

    public void called(DelegateTask task) {
        boolean takenBack = handovers.get(id(task.getExecution())).state() == HandoverState.PROPOSED;
        fact(task.getExecution(), "takenBack", takenBack);
        if (takenBack) {
            fact(task.getExecution(), "accepted", false);
            fact(task.getExecution(), "mitigated", false);
        }
    }

    public void recorded(DelegateTask task) {
        var list = handovers.get(id(task.getExecution()));
        if (list.state() == HandoverState.ACKNOWLEDGED) {
            handovers.missing(list).ifPresent(problem -> {
                throw new BadUserRequestException("Tindakan belum lengkap. Lengkapi di formulir tugas ini.");
            });
            handovers.finish(list.id());
        }
        fact(task.getExecution(), "mitigated", true);
    }

    public void tellAnswerLate(DelegateExecution execution) {
        handovers.answerIsLate(id(execution));
    }

    public void tellMeasuresLate(DelegateExecution execution) {
        handovers.measuresAreLate(id(execution));
    }

    public void close(DelegateExecution execution) {
        cases.close(PROCESS, execution.getProcessBusinessKey());
    }

    @EventListener
    void moveDates(ScheduleChanged changed) {
        handovers.follow(changed.round()).forEach(list -> {
            move(list, MEASURES_LATE, list.measuresBy());
            task(list, RECORD).ifPresent(task -> tasks.setDueDate(task, Date.from(list.measuresBy())));
        });
    }

    private void move(Handover list, String timer, Instant due) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(subject(list))
                .list()
                .forEach(instance -> management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timer)
                        .list()
                        .forEach(job -> management.setJobDuedate(job.getId(), Date.from(due))));
    }

    private static void fact(DelegateExecution execution, String name, boolean value) {
        execution.setVariable(name, Variables.booleanValue(value, true));
    }

    private static long id(DelegateExecution execution) {
        return list(execution.getProcessBusinessKey());
    }
}
