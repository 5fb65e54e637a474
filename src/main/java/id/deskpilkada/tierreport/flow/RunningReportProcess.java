package id.deskpilkada.tierreport.flow;

import id.deskpilkada.election.Elections;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The processes {@code tier-report} and {@code regency-report} from outside: starts them and tells those that run, always under the row of the case. */
@Component
class RunningReportProcess {

    static final String DISTRICT = "tier-report";
    static final String REGENCY = "regency-report";
    static final String SIGNATURE_NEEDED = "signatureNeeded";
    static final String SLOT_DUE = "slot-due";

    static final String DISTRICT_RETURNED = "district-report-returned";
    static final String DISTRICTS_IN = "districts-in";
    static final String FIGURES_CHANGED = "district-figures-changed";
    static final String NO_LONGER_AWAITED = "no-longer-awaited";
    private static final String ASKED_ANEW = "asked-anew";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Elections elections;

    RunningReportProcess(RuntimeService runtime, TaskService tasks, ManagementService management, Elections elections) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.elections = elections;
    }

    static TierKey key(VariableScope scope) {
        return TierKey.of(scope::getVariable);
    }

    /** A fact by which a gateway branches in the same transaction. */
    static void fact(DelegateExecution execution, String name, boolean holds) {
        execution.setVariable(name, Variables.booleanValue(holds, true));
    }

    static void slotFacts(DelegateExecution execution, ReportWork.Look found) {
        fact(execution, "notYet", found == ReportWork.Look.NOT_YET);
        fact(execution, "passedOver", found == ReportWork.Look.PASSED_OVER);
    }

    /** Business key {@code <election>/<round>/<slot>/<area>}. */
    String subject(TierKey key) {
        return elections.round(key.roundId()).businessKey() + "/" + key.slot() + "/" + key.area();
    }

    void start(TierKey key) {
        runtime.startProcessInstanceByKey(process(key), subject(key), key.variables());
    }

    /** Another version of what was settled: from the event "Laporan diminta lagi". */
    void startAnew(TierKey key) {
        runtime.createProcessInstanceByKey(process(key))
                .businessKey(subject(key))
                .setVariables(key.variables())
                .startBeforeActivity(ASKED_ANEW)
                .execute();
    }

    /** Heard only where somebody waits for it. */
    void tell(TierKey key, String message) {
        for (var instance : instances(key)) {
            var waiting = runtime.createExecutionQuery()
                    .processInstanceId(instance.getId())
                    .messageEventSubscriptionName(message)
                    .singleResult();
            if (waiting != null) {
                runtime.messageEventReceived(message, waiting.getId());
            }
        }
    }

    void finish(TierKey key, String task) {
        for (var instance : instances(key)) {
            tasks.createTaskQuery()
                    .processInstanceId(instance.getId())
                    .taskDefinitionKey(task)
                    .list()
                    .forEach(open -> tasks.complete(open.getId()));
        }
    }

    void moveTimer(TierKey key, Instant dueAt) {
        for (var instance : instances(key)) {
            management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(SLOT_DUE)
                    .list()
                    .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(dueAt)));
        }
    }

    private List<ProcessInstance> instances(TierKey key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject(key), process(key))
                .list();
    }

    private static String process(TierKey key) {
        return key.isDistrict() ? DISTRICT : REGENCY;
    }
}
