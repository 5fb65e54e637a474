package id.deskpilkada.c1;

import static id.deskpilkada.c1.C1CorrectionProcess.PROCESS;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.WorkCases;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The instances of {@code c1-correction}, as news, requests of the desk and its decisions move them on. */
@Component
class RunningCorrectionProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final WorkCases workCases;
    private final C1Capture capture;

    RunningCorrectionProcess(RuntimeService runtime, TaskService tasks, WorkCases workCases, C1Capture capture) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.workCases = workCases;
        this.capture = capture;
    }

    /** A correction that is open takes further news in; otherwise a new one starts. */
    void received(C1Case about, FieldReport report) {
        capture.record(about, report);
        asked(about);
    }

    void asked(C1Case about) {
        if (workCases.open(PROCESS, about.subject())) {
            runtime.startProcessInstanceByKey(PROCESS, about.subject());
        }
    }

    void decided(C1Case about, Actor actor) {
        var task = tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(about.subject())
                .singleResult();
        if (task == null) {
            throw Problem.conflict("NOT_WAITING");
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(actor.username())) {
            throw Problem.conflict("TASK_TAKEN");
        }
        tasks.complete(task.getId());
    }
}
