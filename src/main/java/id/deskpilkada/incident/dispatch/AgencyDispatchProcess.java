package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentKey;
import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.ResponseTargets;
import id.deskpilkada.incident.Timeline;
import id.deskpilkada.platform.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code agency-dispatch}: one instance for each agency at an incident, with the business key {@code <election>/<round>/<incident>/<dispatch>/<area>}. */
@Component
public class AgencyDispatchProcess {

    static final String PROCESS = "agency-dispatch";
    static final String CONFIRM = "confirm-dispatch";
    static final String CALL = "call-agency-now";
    static final String REPORT = "report-handling";
    static final String ASK = "ask-agency";
    static final String SUBSTITUTE = "choose-substitute";
    static final String TARGET_PASSED = "target-passed";
    static final String PAUSE_OVER = "pause-over";
    static final String CONTACTS_SILENT = "contacts-silent";
    static final String LEADER_DUE = "leader-due";
    static final String WORD_DUE = "word-due";
    static final String NEXT_WORD_DUE = "next-word-due";

    private static final int DISPATCH = 3;

    private final IncidentRows incidents;
    private final IncidentPeople people;
    private final ResponseTargets targets;
    private final DispatchRows rows;
    private final DispatchSteps steps;
    private final RunningDispatchProcess running;
    private final Routing routing;
    private final Timeline timeline;
    private final Clock clock;

    AgencyDispatchProcess(
            IncidentRows incidents,
            IncidentPeople people,
            ResponseTargets targets,
            DispatchRows rows,
            DispatchSteps steps,
            RunningDispatchProcess running,
            Routing routing,
            Timeline timeline,
            Clock clock) {
        this.incidents = incidents;
        this.people = people;
        this.targets = targets;
        this.rows = rows;
        this.steps = steps;
        this.running = running;
        this.routing = routing;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** The dispatch that a case is about. */
    static long dispatch(String subject) {
        return Long.parseLong(subject.split("/")[DISPATCH]);
    }

    public void send(DelegateExecution execution) {
        var dispatch = step(execution, id -> {
            steps.contactNext(id);
            return rows.get(id);
        });
        fact(execution, "callNow", !dispatch.callAt().isAfter(dispatch.startedAt()));
    }

    public boolean contactsLeft(DelegateExecution execution) {
        return step(execution, steps::contactsLeft);
    }

    public void contactNext(DelegateExecution execution) {
        act(execution, steps::contactNext);
    }

    public void tellLeader(DelegateExecution execution) {
        act(execution, steps::tellLeader);
    }

    /** The agency's groups; the desk's too where nobody holds that role, so that no task lies where nobody looks. */
    public List<String> agency(DelegateExecution execution) {
        return step(execution, id -> {
            var dispatch = rows.get(id);
            var incident = incidents.get(dispatch.incidentId());
            var groups = new ArrayList<>(routing.groups(dispatch.agency(), incident));
            if (routing.people(dispatch.agency(), incident).isEmpty()) {
                groups.add(people.deskGroup());
            }
            return groups;
        });
    }

    public List<String> desk(DelegateExecution execution) {
        return List.of(people.deskGroup());
    }

    public void prepare(DelegateTask task) {
        act(task.getExecution(), id -> {
            var dispatch = rows.get(id);
            Incident incident = incidents.get(dispatch.incidentId());
            task.setName(task.getName() + ": " + steps.agency(dispatch.agency()) + ", " + people.subject(incident));
            task.setDueDate(Date.from(due(task.getTaskDefinitionKey(), dispatch, incident)));
            if (task.getTaskDefinitionKey().equals(CALL)) {
                steps.callOpened(id);
            } else if (task.getTaskDefinitionKey().equals(ASK)) {
                steps.silent(id);
            }
        });
    }

    private Instant due(String task, Dispatch dispatch, Incident incident) {
        return switch (task) {
            case CONFIRM -> dispatch.acknowledgeBy();
            case CALL -> dispatch.leaderAt();
            case SUBSTITUTE, ASK -> targets.triageBy(incident.severity(), clock.instant());
            default -> targets.endOfDay(clock.instant());
        };
    }

    public Date nextContactAt(DelegateExecution execution) {
        return step(execution, id -> Date.from(rows.get(id).nextContactAt()));
    }

    public Date callAt(DelegateExecution execution) {
        return step(execution, id -> Date.from(rows.get(id).callAt()));
    }

    public Date leaderAt(DelegateExecution execution) {
        return step(execution, id -> Date.from(rows.get(id).leaderAt()));
    }

    public Date askAt(DelegateExecution execution) {
        return step(execution, id -> Date.from(running.askAt(rows.get(id))));
    }

    public void answered(DelegateTask task) {
        var state = ended(task, state(task) != DispatchState.SENT);
        fact(task.getExecution(), "accepted", state.isOpen() || state == DispatchState.DONE);
    }

    public void reported(DelegateTask task) {
        var state = ended(task, !state(task).isOpen());
        fact(task.getExecution(), "finished", state == DispatchState.DONE);
    }

    public void called(DelegateTask task) {
        ended(task, step(task.getExecution(), id -> timeline.has(rows.get(id).incidentId(), id, "CALLED")));
    }

    public void asked(DelegateTask task) {
        var state = ended(task, step(task.getExecution(), id -> running.askAt(rows.get(id))
                .isAfter(clock.instant())));
        fact(task.getExecution(), "there", state == DispatchState.ARRIVED);
    }

    public void chosen(DelegateTask task) {
        ended(task, step(task.getExecution(), id -> rows.get(id).settled()));
    }

    public void substituted(DelegateExecution execution) {
        fact(execution, "substituted", step(execution, rows::hasSubstitute));
    }

    private DispatchState state(DelegateTask task) {
        return step(task.getExecution(), id -> rows.get(id).state());
    }

    private DispatchState ended(DelegateTask task, boolean known) {
        if (!known) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: jawabannya belum ada.");
        }
        return state(task);
    }

    private static void fact(DelegateExecution execution, String name, boolean value) {
        execution.setVariable(name, Variables.booleanValue(value, true));
    }

    private static void act(DelegateExecution execution, Consumer<Long> act) {
        step(execution, id -> {
            act.accept(id);
            return id;
        });
    }

    private static <T> T step(DelegateExecution execution, Function<Long, T> step) {
        var subject = execution.getProcessBusinessKey();
        return Scope.widened(List.of(IncidentKey.of(subject).area()), () -> step.apply(dispatch(subject)));
    }
}
