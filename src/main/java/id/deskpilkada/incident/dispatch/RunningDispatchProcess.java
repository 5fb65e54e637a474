package id.deskpilkada.incident.dispatch;

import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.ASK;
import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.CONFIRM;
import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.CONTACTS_SILENT;
import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.LEADER_DUE;
import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.NEXT_WORD_DUE;
import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.PAUSE_OVER;
import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.PROCESS;
import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.TARGET_PASSED;
import static id.deskpilkada.incident.dispatch.AgencyDispatchProcess.WORD_DUE;

import id.deskpilkada.election.Elections;
import id.deskpilkada.incident.IncidentKey;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.ResponseTargets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The instances of {@code agency-dispatch}, as answers and changed clocks move them on. */
@Component
class RunningDispatchProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Elections elections;
    private final IncidentRows incidents;
    private final ResponseTargets targets;
    private final Clock clock;

    RunningDispatchProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            Elections elections,
            IncidentRows incidents,
            ResponseTargets targets,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.elections = elections;
        this.incidents = incidents;
        this.targets = targets;
        this.clock = clock;
    }

    /** Finishes the dispatch's open tasks of that kind. */
    void finish(Dispatch dispatch, String key) {
        open(dispatch, key).list().forEach(task -> tasks.complete(task.getId()));
    }

    /** Its clocks have changed. */
    void follow(Dispatch dispatch) {
        move(
                dispatch,
                Map.of(
                        TARGET_PASSED,
                        dispatch.nextContactAt(),
                        PAUSE_OVER,
                        dispatch.nextContactAt(),
                        CONTACTS_SILENT,
                        dispatch.callAt(),
                        LEADER_DUE,
                        dispatch.leaderAt()));
        open(dispatch, CONFIRM)
                .list()
                .forEach(task -> tasks.setDueDate(task.getId(), Date.from(dispatch.acknowledgeBy())));
    }

    /** Its next word is due at another time: nobody asks before, and a desk that is asking need not any more. */
    void followWord(Dispatch dispatch) {
        finish(dispatch, ASK);
        move(dispatch, Map.of(WORD_DUE, askAt(dispatch), NEXT_WORD_DUE, askAt(dispatch)));
    }

    /** When the desk asks an agency that is silent. */
    Instant askAt(Dispatch dispatch) {
        var at = dispatch.askAt();
        return at == null ? targets.endOfDay(clock.instant()) : at;
    }

    private TaskQuery open(Dispatch dispatch, String key) {
        return tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(subject(dispatch))
                .taskDefinitionKey(key);
    }

    private void move(Dispatch dispatch, Map<String, Instant> due) {
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject(dispatch), PROCESS)
                .list()) {
            due.forEach((timer, at) -> management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(timer)
                    .list()
                    .forEach(job -> management.setJobDuedate(job.getId(), Date.from(at))));
        }
    }

    private String subject(Dispatch dispatch) {
        var incident = incidents.get(dispatch.incidentId());
        return IncidentKey.written(elections.round(incident.roundId()).businessKey(), incident, dispatch.id());
    }
}
