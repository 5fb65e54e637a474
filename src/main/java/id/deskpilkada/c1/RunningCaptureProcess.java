package id.deskpilkada.c1;

import static id.deskpilkada.c1.C1CaptureProcess.COPY;
import static id.deskpilkada.c1.C1CaptureProcess.DECIDE_DIFFERENCE;
import static id.deskpilkada.c1.C1CaptureProcess.NEW_ENTRY;
import static id.deskpilkada.c1.C1CaptureProcess.NOTE_INCONSISTENCY;
import static id.deskpilkada.c1.C1CaptureProcess.PROCESS;
import static id.deskpilkada.c1.C1CaptureProcess.REKEY;
import static id.deskpilkada.c1.C1CaptureProcess.REPAIR_PHOTO;
import static id.deskpilkada.c1.C1CaptureProcess.REPORT_ID;
import static id.deskpilkada.c1.C1CaptureProcess.SEND_PHOTOS;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.WorkCases;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The instances of {@code c1-capture}, as reports, photos and those who verify and decide move them on. */
@Component
class RunningCaptureProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkCases workCases;
    private final C1Capture capture;
    private final C1PhotosToRead photos;

    RunningCaptureProcess(
            RuntimeService runtime, TaskService tasks, WorkCases workCases, C1Capture capture, C1PhotosToRead photos) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.workCases = workCases;
        this.capture = capture;
        this.photos = photos;
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
                .filter(task -> photos.there(about))
                .ifPresent(task -> tasks.complete(task.getId()));
    }

    /** @throws id.deskpilkada.platform.Problem 409 {@code TASK_TAKEN} when another verifier holds the task */
    void rekeyed(C1Case about, Actor actor) {
        finish(about, actor, List.of(REKEY));
    }

    void decided(C1Case about, Actor actor) {
        finish(about, actor, List.of(DECIDE_DIFFERENCE, NOTE_INCONSISTENCY));
    }

    /** More people may type the form again. */
    void offerRekeying(C1Case about, List<String> groups) {
        task(about, List.of(REKEY))
                .ifPresent(task -> groups.forEach(group -> tasks.addCandidateGroup(task.getId(), group)));
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
}
