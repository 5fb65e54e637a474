package id.deskpilkada.readiness.visit;

import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.engine.WorkCases;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code leader-visit}: one instance for each visit, with the business key {@code <election>/<round>/<visit>/<tps>}. */
@Component("leaderVisitProcess")
public class LeaderVisitProcess {

    static final String PROCESS = "leader-visit";
    static final String VISIT = "visit-polling-station";
    static final String ASK = "ask-about-visit";
    private static final String PLAN_CHANGED = "visit-plan-changed";
    private static final String CANCELLED = "visit-cancelled";
    private static final String REPORT_ID = "reportId";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkCases cases;
    private final VisitWork work;
    private final FieldReports reports;
    private final DeskSettings settings;

    LeaderVisitProcess(
            RuntimeService runtime,
            TaskService tasks,
            WorkCases cases,
            VisitWork work,
            FieldReports reports,
            DeskSettings settings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.cases = cases;
        this.work = work;
        this.reports = reports;
        this.settings = settings;
    }

    void start(Visit visit) {
        var subject = work.subject(visit);
        if (cases.open(PROCESS, subject)) {
            runtime.startProcessInstanceByKey(PROCESS, subject);
        }
    }

    /** The task begins anew with the leader and the time of the plan as it is now; a question about the old plan is withdrawn. */
    void planChanged(Visit visit) {
        correlate(PLAN_CHANGED, visit);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(work.subject(visit))
                .taskDefinitionKey(ASK)
                .list()
                .forEach(task -> tasks.complete(task.getId()));
    }

    void cancelled(Visit visit) {
        correlate(CANCELLED, visit);
        cases.close(PROCESS, work.subject(visit));
    }

    /** The ledger has the report: the leader's task is done. */
    void reported(Visit visit, UUID reportId) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(work.subject(visit))
                .taskDefinitionKey(VISIT)
                .singleResult();
        completeWith(task.getId(), reportId);
    }

    void completeWith(String task, UUID reportId) {
        tasks.complete(
                task,
                Variables.createVariables().putValueTyped(REPORT_ID, Variables.stringValue(reportId.toString(), true)));
    }

    void answered(String task) {
        tasks.complete(task);
    }

    private void correlate(String message, Visit visit) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(work.subject(visit))
                .correlate();
    }

    /** Whoever leads may step in when the one who was to go hands the task back. */
    public List<String> leaders(DelegateExecution execution) {
        return List.of("leader-" + settings.area());
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of("desk-" + settings.area());
    }

    public void prepare(DelegateTask task) {
        work.step(task.getExecution().getProcessBusinessKey(), visit -> {
            task.setName(task.getName() + ": " + work.station(visit));
            if (task.getTaskDefinitionKey().equals(VISIT)) {
                task.setDueDate(Date.from(visit.dueAt()));
                task.setAssignee(work.leader(visit));
            } else {
                work.asked(visit);
            }
        });
    }

    public Date remindAt(DelegateExecution execution) {
        return Date.from(work.remindAt(execution.getProcessBusinessKey()));
    }

    public Date askAt(DelegateExecution execution) {
        return Date.from(work.askAt(execution.getProcessBusinessKey()));
    }

    public void remind(DelegateExecution execution) {
        work.step(execution.getProcessBusinessKey(), work::remind);
    }

    public void record(DelegateExecution execution) {
        var written = (String) execution.getVariable(REPORT_ID);
        if (written == null) {
            throw new BadUserRequestException("Kirim dulu laporan kunjungannya.");
        }
        var report = reports.find(UUID.fromString(written))
                .orElseThrow(() -> new BadUserRequestException("Laporan " + written + " belum diterima server."));
        work.step(execution.getProcessBusinessKey(), visit -> {
            if (!work.tellsOf(report, visit)) {
                throw new BadUserRequestException("Laporan ini bukan untuk kunjungan ini.");
            }
            work.visited(visit, report.id());
            if (reports.take(report.id())) {
                reports.settle(report.id(), Outcome.ACCEPTED);
            }
        });
        cases.close(PROCESS, execution.getProcessBusinessKey());
    }

    public void applyAnswer(DelegateExecution execution) {
        work.step(execution.getProcessBusinessKey(), visit -> {
            var answer = work.apply(visit);
            execution.setVariable("visitAnswer", Variables.stringValue(answer.name(), true));
            if (answer != Visit.Answer.LATER) {
                cases.close(PROCESS, execution.getProcessBusinessKey());
            }
        });
    }
}
