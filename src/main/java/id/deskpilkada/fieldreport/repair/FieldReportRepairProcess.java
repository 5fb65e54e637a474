package id.deskpilkada.fieldreport.repair;

import id.deskpilkada.fieldreport.dispatch.ParkedReports;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.engine.WorkCases;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The process {@code field-report-repair}: one instance for each report that was set aside, with the business key {@code <report id>/<area>}. */
@Component("fieldReportRepairProcess")
public class FieldReportRepairProcess {

    static final String PROCESS = "field-report-repair";
    static final String CHECK = "check-report";
    static final String INCIDENT = "parked-report";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkCases cases;
    private final ParkedReports parked;
    private final DeskSettings settings;

    FieldReportRepairProcess(
            RuntimeService runtime, TaskService tasks, WorkCases cases, ParkedReports parked, DeskSettings settings) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.cases = cases;
        this.parked = parked;
        this.settings = settings;
    }

    /** Opens the case with its incident, unless it is open. */
    void open(ParkedReports.Parked report) {
        var subject = report.id() + "/" + report.area();
        if (cases.open(PROCESS, subject)) {
            var instance = runtime.startProcessInstanceByKey(PROCESS, subject);
            runtime.createIncident(
                    INCIDENT,
                    instance.getId(),
                    report.id().toString(),
                    "Laporan " + report.kind() + " " + report.id() + " gagal diolah " + report.attempts()
                            + " kali. Sebabnya ada di log server.");
        }
    }

    /** The task that waits for somebody to look at the report. */
    Optional<String> task(UUID report) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKeyLike(report + "/%")
                        .singleResult())
                .map(org.camunda.bpm.engine.task.Task::getId);
    }

    void complete(String task) {
        tasks.complete(task);
    }

    public List<String> menders(DelegateExecution execution) {
        return Permission.HANDLE_PARKED_REPORTS.roles().stream()
                .map(role -> role + "-" + settings.area())
                .toList();
    }

    public void prepare(DelegateTask task) {
        var subject = task.getExecution().getProcessBusinessKey();
        task.setName(task.getName() + ": " + subject.substring(subject.indexOf('/') + 1));
        task.setDescription("Nomor laporan: " + report(task.getExecution()));
    }

    public void returnToQueue(DelegateExecution execution) {
        parked.retry(report(execution));
        runtime.createIncidentQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .incidentType(INCIDENT)
                .list()
                .forEach(incident -> runtime.resolveIncident(incident.getId()));
        cases.close(PROCESS, execution.getProcessBusinessKey());
    }

    private static UUID report(DelegateExecution execution) {
        var subject = execution.getProcessBusinessKey();
        return UUID.fromString(subject.substring(0, subject.indexOf('/')));
    }
}
