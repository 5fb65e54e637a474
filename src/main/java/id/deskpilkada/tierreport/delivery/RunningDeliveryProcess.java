package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.election.Elections;
import id.deskpilkada.tierreport.TierReport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The instances of {@code report-delivery}, as receipts and decisions move them on. */
@Component
class RunningDeliveryProcess {

    private static final String ANSWERED = "delivery-answered";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Elections elections;

    RunningDeliveryProcess(RuntimeService runtime, TaskService tasks, Elections elections) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.elections = elections;
    }

    void start(TierReport report, long delivery) {
        runtime.startProcessInstanceByKey(ReportDeliveryProcess.PROCESS, subject(report, delivery));
    }

    /** What was awaited is known; a question that the desk was asking is withdrawn. */
    void answered(Delivery delivery, TierReport report) {
        runtime.createMessageCorrelation(ANSWERED)
                .processInstanceBusinessKey(subject(report, delivery.id()))
                .correlate();
    }

    /** Nobody need decide any more what becomes of it. */
    void decided(Delivery delivery, TierReport report) {
        tasks.createTaskQuery()
                .processDefinitionKey(ReportDeliveryProcess.PROCESS)
                .processInstanceBusinessKey(subject(report, delivery.id()))
                .taskDefinitionKey(ReportDeliveryProcess.RESEND)
                .list()
                .forEach(task -> tasks.complete(task.getId()));
    }

    void finish(String task) {
        tasks.complete(task);
    }

    private String subject(TierReport report, long delivery) {
        return elections.round(report.roundId()).businessKey() + "/"
                + report.slot().replace('/', '-') + "/" + delivery + "/" + report.area();
    }
}
