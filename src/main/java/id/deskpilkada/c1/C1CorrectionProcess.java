package id.deskpilkada.c1;

import id.deskpilkada.platform.engine.WorkCases;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code c1-correction}: a number or photo that arrives after the end. The decided form goes on counting until the desk has decided again. */
@Component("c1CorrectionProcess")
public class C1CorrectionProcess {

    static final String PROCESS = "c1-correction";
    static final String DECIDE = "decide-correction";

    private final WorkCases workCases;
    private final C1Cases cases;
    private final C1FormRepository forms;
    private final C1Adjudication adjudication;
    private final C1People people;
    private final C1TaskLabels labels;

    C1CorrectionProcess(
            WorkCases workCases,
            C1Cases cases,
            C1FormRepository forms,
            C1Adjudication adjudication,
            C1People people,
            C1TaskLabels labels) {
        this.workCases = workCases;
        this.cases = cases;
        this.forms = forms;
        this.adjudication = adjudication;
        this.people = people;
        this.labels = labels;
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
