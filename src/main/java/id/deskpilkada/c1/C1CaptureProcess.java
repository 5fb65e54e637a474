package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.C1Form.OpenedTo;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.WorkCases;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code c1-capture}: its ids, and what each of its boxes calls. */
@Component("c1CaptureProcess")
public class C1CaptureProcess {

    static final String PROCESS = "c1-capture";
    static final String COPY = "copy-c1";
    static final String SEND_PHOTOS = "send-photos";
    static final String REKEY = "rekey-c1";
    static final String REPAIR_PHOTO = "repair-photo";
    static final String NOTE_INCONSISTENCY = "note-inconsistency";
    static final String DECIDE_DIFFERENCE = "decide-difference";
    static final String NEW_ENTRY = "c1-new-entry";
    private static final String REPORT_ID = "reportId";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkCases workCases;
    private final C1Cases cases;
    private final C1Capture capture;
    private final C1Verification verification;
    private final C1Adjudication adjudication;
    private final C1Queue queue;
    private final C1People people;
    private final C1TaskLabels labels;
    private final FieldReports reports;
    private final C1Settings settings;
    private final Clock clock;

    C1CaptureProcess(
            RuntimeService runtime,
            TaskService tasks,
            WorkCases workCases,
            C1Cases cases,
            C1Capture capture,
            C1Verification verification,
            C1Adjudication adjudication,
            C1Queue queue,
            C1People people,
            C1TaskLabels labels,
            FieldReports reports,
            C1Settings settings,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.workCases = workCases;
        this.cases = cases;
        this.capture = capture;
        this.verification = verification;
        this.adjudication = adjudication;
        this.queue = queue;
        this.people = people;
        this.labels = labels;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens the case unless it is open; whoever loses the race joins. */
    void open(C1Case about) {
        if (workCases.open(PROCESS, about.subject())) {
            runtime.startProcessInstanceByKey(PROCESS, about.subject());
        }
    }

    /** A report on an undecided form: it finishes the reporter's task, or interrupts a verification, or joins the dispute that waits for the desk. */
    void received(C1Case about, FieldReport report) {
        open(about);
        task(about).ifPresentOrElse(task -> received(task, about, report), () -> capture.record(about, report));
    }

    private void received(Task task, C1Case about, FieldReport report) {
        switch (task.getTaskDefinitionKey()) {
            case COPY, SEND_PHOTOS, REPAIR_PHOTO -> tasks.complete(task.getId(), reportId(report.id()));
            case REKEY, NOTE_INCONSISTENCY ->
                runtime.createMessageCorrelation(NEW_ENTRY)
                        .processInstanceId(task.getProcessInstanceId())
                        .setVariables(reportId(report.id()))
                        .correlate();
            default -> capture.record(about, report);
        }
    }

    void completeWith(String taskId, UUID reportId) {
        tasks.complete(taskId, reportId(reportId));
    }

    /** Photos came: the task that waits for them is done. */
    void photosArrived(C1Case about) {
        task(about, List.of(SEND_PHOTOS, REPAIR_PHOTO))
                .filter(task -> verification.photosThere(about))
                .ifPresent(task -> tasks.complete(task.getId()));
    }

    /** @throws id.deskpilkada.platform.Problem 409 {@code TASK_TAKEN} when another verifier holds the task */
    void rekeyed(C1Case about, Actor actor) {
        finish(about, actor, List.of(REKEY));
    }

    void decided(C1Case about, Actor actor) {
        finish(about, actor, List.of(DECIDE_DIFFERENCE, NOTE_INCONSISTENCY));
    }

    private void finish(C1Case about, Actor actor, List<String> keys) {
        var task = task(about, keys).orElseThrow(() -> Problem.conflict("NOT_WAITING"));
        if (task.getAssignee() != null && !task.getAssignee().equals(actor.username())) {
            throw Problem.conflict("TASK_TAKEN");
        }
        tasks.complete(task.getId());
    }

    private Optional<Task> task(C1Case about) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(about.subject())
                .singleResult());
    }

    private Optional<Task> task(C1Case about, List<String> keys) {
        return task(about).filter(found -> keys.contains(found.getTaskDefinitionKey()));
    }

    private static VariableMap reportId(UUID id) {
        return Variables.createVariables().putValueTyped(REPORT_ID, Variables.stringValue(id.toString(), true));
    }

    public List<String> reporters(DelegateExecution execution) {
        return people.reporters(about(execution));
    }

    public List<String> verifiers(DelegateExecution execution) {
        return cases.ask(execution.getProcessBusinessKey(), about -> people.verifiers(about, queue.openedWide(about)));
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(people.deskGroup());
    }

    public void prepare(DelegateTask task) {
        var about = about(task.getExecution());
        task.setName(labels.name(task.getName(), about));
        labels.due(task.getTaskDefinitionKey(), about).ifPresent(due -> task.setDueDate(Date.from(due)));
    }

    public void verificationBegan(DelegateTask task) {
        if (task.getAssignee() != null) {
            step(task.getExecution(), verification::began);
        }
    }

    public void recordAsWritten(DelegateExecution execution) {
        step(execution, about -> {
            var reportId = (String) execution.getVariable(REPORT_ID);
            if (reportId != null) {
                record(about, UUID.fromString(reportId));
            }
            fact(execution, "disputed", queue.disputed(about));
            fact(execution, "photosThere", verification.photosThere(about));
        });
    }

    private void record(C1Case about, UUID reportId) {
        var report = reports.find(reportId)
                .orElseThrow(() -> new BadUserRequestException(
                        "Laporan " + reportId + " belum diterima server. Kirim dulu laporannya."));
        if (!about.isToldBy(report)) {
            throw new BadUserRequestException("Laporan ini bukan untuk TPS dan pemilihan tugas ini.");
        }
        if (reports.take(reportId)) {
            capture.record(about, report);
            reports.settle(reportId, Outcome.ACCEPTED);
        }
    }

    public void verificationFacts(DelegateExecution execution) {
        step(execution, about -> {
            fact(execution, "errorFailed", queue.errorFailed(about));
            fact(execution, "sampled", queue.sampled(about));
            int waiting = queue.length(about.code().districtArea());
            execution.setVariable("queueLength", Variables.integerValue(waiting, true));
        });
    }

    public void keepVerification(DelegateExecution execution) {
        var result = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        var extent = Extent.valueOf(result.getEntry("extent"));
        var openedTo = OpenedTo.valueOf(result.getEntry("openedTo"));
        step(execution, about -> queue.verifyBy(about, extent, openedTo));
    }

    public Date verificationTarget(DelegateExecution execution) {
        return Date.from(clock.instant().plus(settings.verificationTarget()));
    }

    /** The form has waited too long: verifiers of neighbouring districts and the desk may take it too. */
    public void openToDesk(DelegateExecution execution) {
        var about = about(execution);
        step(execution, queue::openWide);
        task(about, List.of(REKEY)).ifPresent(task -> people.verifiers(about, true)
                .forEach(group -> tasks.addCandidateGroup(task.getId(), group)));
    }

    public void compareRekeying(DelegateExecution execution) {
        step(execution, about -> {
            execution.setVariable("rekeyingOutcome", Variables.stringValue(verification.compare(about), true));
            fact(execution, "consistent", !queue.errorFailed(about));
        });
    }

    public void applyDecision(DelegateExecution execution) {
        step(execution, about -> fact(execution, "consistent", adjudication.apply(about)));
    }

    private static void fact(DelegateExecution execution, String name, boolean value) {
        execution.setVariable(name, Variables.booleanValue(value, true));
    }

    private void step(DelegateExecution execution, Consumer<C1Case> step) {
        cases.step(execution.getProcessBusinessKey(), step);
    }

    private C1Case about(DelegateExecution execution) {
        return cases.of(execution.getProcessBusinessKey());
    }
}
