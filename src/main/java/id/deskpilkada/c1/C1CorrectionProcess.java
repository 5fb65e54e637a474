package id.deskpilkada.c1;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.WorkCases;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code c1-correction}: a number or photo that arrives after the end. The decided form goes on counting until the desk has decided again. */
@Component("c1CorrectionProcess")
public class C1CorrectionProcess {

    static final String PROCESS = "c1-correction";
    static final String DECIDE = "decide-correction";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkCases workCases;
    private final C1Cases cases;
    private final C1Capture capture;
    private final C1FormRepository forms;
    private final C1Adjudication adjudication;
    private final C1People people;
    private final C1TaskLabels labels;

    C1CorrectionProcess(
            RuntimeService runtime,
            TaskService tasks,
            WorkCases workCases,
            C1Cases cases,
            C1Capture capture,
            C1FormRepository forms,
            C1Adjudication adjudication,
            C1People people,
            C1TaskLabels labels) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.workCases = workCases;
        this.cases = cases;
        this.capture = capture;
        this.forms = forms;
        this.adjudication = adjudication;
        this.people = people;
        this.labels = labels;
    }

    /** A correction that is open takes further news in; otherwise a new one starts. */
    void received(C1Case about, FieldReport report) {
        capture.record(about, report);
        asked(about);
    }

    void asked(C1Case about) {
        if (workCases.open(PROCESS, about.subject())) {
            runtime.startProcessInstanceByKey(PROCESS, about.subject());
        }
    }

    void decided(C1Case about, Actor actor) {
        var task = tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(about.subject())
                .singleResult();
        if (task == null) {
            throw Problem.conflict("NOT_WAITING");
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(actor.username())) {
            throw Problem.conflict("TASK_TAKEN");
        }
        tasks.complete(task.getId());
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(people.deskGroup());
    }

    public void prepare(DelegateTask task) {
        var about = about(task.getExecution());
        task.setName(labels.name(task.getName(), about));
        labels.due(task.getTaskDefinitionKey(), about).ifPresent(due -> task.setDueDate(Date.from(due)));
    }

    public void recordCorrection(DelegateExecution execution) {
        forms.lock(about(execution)).orElseThrow().openCorrection();
    }

    public void applyCorrection(DelegateExecution execution) {
        var about = about(execution);
        execution.setVariable("changed", Variables.booleanValue(adjudication.applyCorrection(about), true));
        workCases.close(PROCESS, about.subject());
    }

    private C1Case about(DelegateExecution execution) {
        return cases.of(execution.getProcessBusinessKey());
    }
}
