package id.deskpilkada.election;

import id.deskpilkada.platform.engine.WorkCases;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What an instance of {@code election-round} is told while it runs: phases that are complete, decisions, and changes of polling stations and schedule, which its timers follow. */
@Component
class RunningRoundProcess {

    private static final String KEY = ElectionRoundProcess.KEY;
    private static final Map<String, String> COMPLETE =
            Map.of(PhaseGate.READINESS, "readiness-complete", PhaseGate.COUNTING, "counting-complete");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Elections elections;
    private final PhaseGates gates;
    private final RoundDates dates;
    private final OpenedSlots slots;
    private final DecisionSteps decisions;
    private final WorkCases cases;

    RunningRoundProcess(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            Elections elections,
            PhaseGates gates,
            RoundDates dates,
            OpenedSlots slots,
            DecisionSteps decisions,
            WorkCases cases) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.elections = elections;
        this.gates = gates;
        this.dates = dates;
        this.slots = slots;
        this.decisions = decisions;
        this.cases = cases;
    }

    @EventListener
    void begin(RoundStarted started) {
        RoundRef round = started.round();
        if (cases.open(KEY, round.businessKey())) {
            runtime.startProcessInstanceByKey(
                    KEY,
                    round.businessKey(),
                    Variables.createVariables().putValue(ElectionRoundProcess.ROUND_ID, round.id()));
        }
    }

    @EventListener
    void reach(GateReached gate) {
        var round = elections.round(gate.roundId());
        if (gates.complete(round, gate.phase())) {
            tell(round, Objects.requireNonNull(COMPLETE.get(gate.phase())));
        }
    }

    /** A round that is over, or runs by a model from before, has nobody who waits: the decision is carried out all the same. */
    @EventListener
    void decide(KpuDecided decided) {
        var told = runtime.createMessageCorrelation("kpu-decided")
                .processInstanceBusinessKey(decided.round().businessKey())
                .setVariablesToTriggeredScope(Map.of(
                        ElectionRoundProcess.DECISION_ID, decided.decision().toString()))
                .correlateAllWithResult();
        if (told.isEmpty()) {
            decisions.apply(decided.decision());
        }
    }

    @EventListener
    void prepareAdded(StationsAdded added) {
        elections.rounds(added.electionId()).forEach(this::adjust);
    }

    /** In the background: whoever opens work finds what is not open yet, and what an older schedule has set. */
    private void adjust(RoundRef round) {
        if (round.phase().active()) {
            tell(round, "preparation-changed");
        }
    }

    /** Timers and tasks of the desk follow the schedule at once; a slot that was added is waited for. */
    @EventListener
    void move(ScheduleChanged changed) {
        var round = changed.round();
        adjust(round);
        if (slots.next(round.id()).isPresent()) {
            tell(round, "slots-changed");
        }
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(round.businessKey())
                .list()
                .forEach(instance -> move(instance.getId(), round.id()));
    }

    private void move(String instance, long roundId) {
        timers().forEach((timer, time) -> management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .list()
                .forEach(job -> management.setJobDuedate(job.getId(), Date.from(time.apply(roundId)))));
        for (var task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            task.setDueDate(Date.from(dates.due(task.getTaskDefinitionKey(), roundId)));
            tasks.saveTask(task);
        }
    }

    private Map<String, LongFunction<Instant>> timers() {
        return Map.of(
                "readiness-deadline",
                dates::readinessDeadline,
                "voting-opened",
                dates::votingOpensAt,
                "voting-slot-opened",
                slots::nextOpensAt,
                ElectionRoundProcess.VOTING_CLOSED,
                dates::countingOpensAt,
                "counting-deadline",
                dates::countingDeadline,
                "reporting-deadline",
                dates::reportingDeadline);
    }

    void complete(String task, UUID record) {
        tasks.complete(
                task,
                Variables.createVariables()
                        .putValueTyped(ElectionRoundProcess.RECORD_ID, Variables.stringValue(record.toString(), true)));
    }

    private void tell(RoundRef round, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(round.businessKey())
                .correlateAll();
    }
}
