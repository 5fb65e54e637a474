package id.deskpilkada.c1;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Stands behind the same diagram and does nothing: what is left is the engine, to measure ours against. */
@Component("bareC1Process")
public class BareC1Process {

    public List<String> reporters(DelegateExecution execution) {
        return List.of("tps-officer-3604052002001", "village-admin-3604052002", "district-admin-360405");
    }

    public List<String> verifiers(DelegateExecution execution) {
        return List.of("district-verifier-360405");
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of("desk-3604");
    }

    public void prepare(DelegateTask task) {
        task.setDueDate(new Date());
    }

    public void verificationBegan(DelegateTask task) {}

    public void recordAsWritten(DelegateExecution execution) {
        execution.setVariable("disputed", Variables.booleanValue(false, true));
        execution.setVariable("photosThere", Variables.booleanValue(true, true));
    }

    public void verificationFacts(DelegateExecution execution) {
        execution.setVariable("errorFailed", Variables.booleanValue(false, true));
        execution.setVariable("sampled", Variables.booleanValue(false, true));
        execution.setVariable("queueLength", Variables.integerValue(1, true));
    }

    public void keepVerification(DelegateExecution execution) {}

    public Date verificationTarget(DelegateExecution execution) {
        return new Date(System.currentTimeMillis() + 3_600_000);
    }

    public void openToDesk(DelegateExecution execution) {}

    public void compareRekeying(DelegateExecution execution) {
        execution.setVariable("rekeyingOutcome", Variables.stringValue("MATCH", true));
        execution.setVariable("consistent", Variables.booleanValue(true, true));
    }

    public void applyDecision(DelegateExecution execution) {}
}
