package id.deskpilkada.c1;

import id.deskpilkada.c1.C1Form.Extent;
import id.deskpilkada.c1.C1Form.OpenedTo;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Outcome;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
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
    static final String REPORT_ID = "reportId";

    private final RunningCaptureProcess running;
    private final C1Cases cases;
    private final C1Capture capture;
    private final C1Verification verification;
    private final C1PhotosToRead photos;
    private final C1Adjudication adjudication;
    private final C1Queue queue;
    private final C1People people;
    private final C1TaskLabels labels;
    private final FieldReports reports;
    private final C1Settings settings;
    private final Clock clock;

    C1CaptureProcess(
            RunningCaptureProcess running,
            C1Cases cases,
            C1Capture capture,
            C1Verification verification,
            C1PhotosToRead photos,
            C1Adjudication adjudication,
            C1Queue queue,
            C1People people,
            C1TaskLabels labels,
            FieldReports reports,
            C1Settings settings,
            Clock clock) {
        this.running = running;
        this.cases = cases;
        this.capture = capture;
        this.verification = verification;
        this.photos = photos;
        this.adjudication = adjudication;
        this.queue = queue;
        this.people = people;
        this.labels = labels;
        this.reports = reports;
        this.settings = settings;
        this.clock = clock;
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
            fact(execution, "photosThere", photos.there(about));
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
        running.offerRekeying(about, people.verifiers(about, true));
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
