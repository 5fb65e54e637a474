package id.deskpilkada.readiness.checklist;

import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.platform.engine.WorkCases;
import id.deskpilkada.readiness.OfflinePlanRecorded;
import id.deskpilkada.readiness.ReadinessStage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The process {@code tps-readiness}: its ids, and what each of its boxes calls. */
@Component
public class TpsReadinessProcess {

    static final String PROCESS = "tps-readiness";
    static final String CHECK = "check-tps";
    static final String FOLLOW_UP = "follow-up-shortcomings";
    static final String RECHECK = "recheck-tps";
    static final String DECIDE = "decide-readiness";
    static final String RECORD = "record-kpu-decision";
    static final String DEADLINE = "deadline-passed";
    static final String CHANGED = "readiness-shortcomings-changed";
    static final String OWNER = "owner";

    private static final String REPORT_ID = "reportId";
    private static final String NOTE_ID = "noteId";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final WorkCases workCases;
    private final ReadinessCases cases;
    private final ReadinessWork work;
    private final ReadinessNotes notes;
    private final ReadinessPeople people;
    private final ReadinessTaskLabels labels;
    private final ReadinessReports records;
    private final FieldReports reports;

    TpsReadinessProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            WorkCases workCases,
            ReadinessCases cases,
            ReadinessWork work,
            ReadinessNotes notes,
            ReadinessPeople people,
            ReadinessTaskLabels labels,
            ReadinessReports records,
            FieldReports reports) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.workCases = workCases;
        this.cases = cases;
        this.work = work;
        this.notes = notes;
        this.people = people;
        this.labels = labels;
        this.records = records;
        this.reports = reports;
    }

    /** Opens the case unless it was opened before; whoever loses the race joins. Locks in the order of a report that comes meanwhile: the TPS, then its case. */
    void open(ReadinessCase about) {
        work.lock(about);
        if (workCases.open(PROCESS, about.subject())) {
            start(about);
        }
    }

    private void start(ReadinessCase about) {
        work.begin(about);
        runtime.startProcessInstanceByKey(PROCESS, about.subject());
    }

    /** A report is recorded: whoever was asked for it is done, and follow-ups that no longer fit what is missing are called off. A case that was over begins anew when something is missing. */
    void reported(ReadinessCase about, ReadinessStage stage) {
        if (waiting(about).isEmpty() && work.begins(about)) {
            workCases.open(PROCESS, about.subject());
            start(about);
        }
        var open = waiting(about);
        var asked = open.stream()
                .filter(task -> List.of(CHECK, RECHECK).contains(task.getTaskDefinitionKey()))
                .findFirst();
        if (asked.isPresent()
                && work.answers(about, stage, asked.get().getTaskDefinitionKey().equals(CHECK))) {
            tasks.complete(asked.get().getId());
        } else if (asked.isEmpty() || asked.get().getTaskDefinitionKey().equals(RECHECK)) {
            callOff(about, open);
        }
    }

    @EventListener
    void planned(OfflinePlanRecorded plan) {
        var about = cases.of(plan.roundId(), plan.tps());
        if (work.rederived(about)) {
            var open = waiting(about);
            if (open.stream().noneMatch(task -> task.getTaskDefinitionKey().equals(CHECK))) {
                callOff(about, open);
            }
        }
    }

    private void callOff(ReadinessCase about, List<Task> open) {
        var owners = open.stream()
                .filter(task -> task.getTaskDefinitionKey().equals(FOLLOW_UP))
                .map(task -> (String) tasks.getVariable(task.getId(), OWNER))
                .sorted()
                .toList();
        if (!open.isEmpty() && !work.stillFits(about, owners)) {
            runtime.createMessageCorrelation(CHANGED)
                    .processInstanceId(open.get(0).getProcessInstanceId())
                    .correlate();
        }
    }

    private List<Task> waiting(ReadinessCase about) {
        return tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(about.subject())
                .list();
    }

    void completeWithReport(String taskId, UUID reportId) {
        tasks.complete(taskId, id(REPORT_ID, reportId));
    }

    void completeWithNote(String taskId, UUID noteId) {
        tasks.complete(taskId, id(NOTE_ID, noteId));
    }

    String ownerOfTask(String taskId) {
        return (String) tasks.getVariable(taskId, OWNER);
    }

    private static VariableMap id(String name, UUID id) {
        return Variables.createVariables().putValueTyped(name, Variables.stringValue(id.toString(), true));
    }

    /** The schedule has another deadline for the stage that the case is at. */
    void moveDue(ReadinessCase about, Instant due) {
        var date = Date.from(due);
        for (var task : waiting(about)) {
            boolean followUp = task.getTaskDefinitionKey().equals(FOLLOW_UP);
            tasks.setDueDate(task.getId(), followUp ? Date.from(labels.due(about, ownerOfTask(task.getId()))) : date);
            management
                    .createJobQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .activityId(DEADLINE)
                    .list()
                    .forEach(timer -> management.setJobDuedate(timer.getId(), date));
        }
    }

    public List<String> reporters(DelegateExecution execution) {
        return people.reporters(about(execution));
    }

    public List<String> owners(DelegateExecution execution) {
        return cases.ask(execution.getProcessBusinessKey(), work::owners);
    }

    public List<String> owner(DelegateExecution execution) {
        return people.owners(about(execution), (String) execution.getVariable(OWNER));
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(people.desk());
    }

    public void prepare(DelegateTask task) {
        cases.step(task.getExecution().getProcessBusinessKey(), about -> {
            var owner = (String) task.getVariable(OWNER);
            task.setName(labels.name(task.getName(), about, owner));
            task.setDueDate(Date.from(labels.due(about, owner)));
            if (task.getTaskDefinitionKey().equals(DECIDE)) {
                people.tellDesk(about);
            }
        });
    }

    public void deriveStatus(DelegateExecution execution) {
        step(execution, about -> {
            var reportId = (String) execution.getVariable(REPORT_ID);
            if (reportId != null) {
                record(about, UUID.fromString(reportId));
            }
            fact(execution, "shortcomingsOpen", work.unsettled(about));
            fact(execution, "stageLeft", work.advance(about));
        });
    }

    private void record(ReadinessCase about, UUID reportId) {
        var report = reports.find(reportId)
                .orElseThrow(() -> new BadUserRequestException(
                        "Laporan " + reportId + " belum diterima server. Kirim dulu laporannya."));
        if (!about.tps().equals(report.tps())
                || report.roundId() != about.round().id()) {
            throw new BadUserRequestException("Laporan ini bukan untuk TPS tugas ini.");
        }
        if (reports.take(reportId)) {
            records.record(about, report);
            reports.settle(reportId, Outcome.ACCEPTED);
        }
    }

    public Date deadline(DelegateExecution execution) {
        return Date.from(cases.ask(execution.getProcessBusinessKey(), work::due));
    }

    public void handled(DelegateTask task) {
        note(task.getVariable(NOTE_ID));
    }

    public void decided(DelegateExecution execution) {
        if (execution.isCanceled()) {
            return;
        }
        var note = note(execution.getVariable(NOTE_ID));
        step(execution, about -> {
            execution.setVariable("decision", Variables.stringValue(note.kind().decision(), true));
            fact(execution, "stageLeft", work.advance(about));
        });
    }

    public void recorded(DelegateExecution execution) {
        if (execution.isCanceled()) {
            return;
        }
        var note = note(execution.getVariable(NOTE_ID));
        step(execution, about -> {
            fact(execution, "relocated", note.relocated());
            fact(execution, "stageLeft", work.advance(about));
        });
    }

    private ReadinessNotes.Note note(@Nullable Object id) {
        if (id == null) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: catatannya belum ada.");
        }
        return notes.get(UUID.fromString(id.toString()));
    }

    private static void fact(DelegateExecution execution, String name, boolean value) {
        execution.setVariable(name, Variables.booleanValue(value, true));
    }

    private void step(DelegateExecution execution, Consumer<ReadinessCase> step) {
        cases.step(execution.getProcessBusinessKey(), step);
    }

    private ReadinessCase about(DelegateExecution execution) {
        return cases.of(execution.getProcessBusinessKey());
    }
}
