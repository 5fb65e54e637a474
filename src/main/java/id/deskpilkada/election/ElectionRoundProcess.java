package id.deskpilkada.election;

import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.engine.WorkCases;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The process {@code election-round}: one instance for each started round, with the business key {@code <election>/<round>}. */
@Component
public class ElectionRoundProcess {

    static final String KEY = "election-round";
    static final String VOTING_CLOSED = "voting-closed";
    static final String REPORT_READINESS = "report-readiness";
    static final String CLOSE_DESK = "close-desk";

    static final String ROUND_ID = "roundId";
    static final String DECISION_ID = "decisionId";
    static final String RECORD_ID = "recordId";
    private static final Map<String, RoundStage> STAGES = Map.of(
            "preparation-phase", RoundStage.PREPARATION,
            "readiness-phase", RoundStage.READINESS,
            "voting-phase", RoundStage.VOTING,
            "counting-phase", RoundStage.COUNTING,
            "reporting-phase", RoundStage.REPORTING);

    private final Elections elections;
    private final Rounds rounds;
    private final RoundStages stages;
    private final RoundDates dates;
    private final RoundOpening opening;
    private final OpenedSlots slots;
    private final PhaseGates gates;
    private final RoundRecords records;
    private final DecisionSteps decisions;
    private final WorkCases cases;
    private final DeskSettings settings;
    private final Clock clock;

    ElectionRoundProcess(
            Elections elections,
            Rounds rounds,
            RoundStages stages,
            RoundDates dates,
            RoundOpening opening,
            OpenedSlots slots,
            PhaseGates gates,
            RoundRecords records,
            DecisionSteps decisions,
            WorkCases cases,
            DeskSettings settings,
            Clock clock) {
        this.elections = elections;
        this.rounds = rounds;
        this.stages = stages;
        this.dates = dates;
        this.opening = opening;
        this.slots = slots;
        this.gates = gates;
        this.records = records;
        this.decisions = decisions;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    public void enterStage(DelegateExecution execution) {
        stages.enter(id(execution), Objects.requireNonNull(STAGES.get(execution.getCurrentActivityId())));
    }

    /** Prepares the round, again after new polling stations, until counting begins. */
    public void expectReports(DelegateExecution execution) {
        rounds.prepare(round(execution));
    }

    /** Opens one chunk of what each feature opens for the round; the process comes back in a new transaction while any is left. */
    public void openPreparation(DelegateExecution execution) {
        local(execution, "preparationLeft", opening.prepare(held(execution)));
    }

    /** The same when polling stations or the schedule have changed, and for the slots that are open already. */
    public void openChanged(DelegateExecution execution) {
        local(execution, "preparationLeft", opening.adjust(held(execution)));
    }

    public boolean readinessNotAwaited(DelegateExecution execution) {
        long id = id(execution);
        dates.hold(id);
        return !dates.hasReadiness(id) || !clock.instant().isBefore(dates.votingOpensAt(id));
    }

    public boolean readinessComplete(DelegateExecution execution) {
        return !readinessNotAwaited(execution) && complete(execution, PhaseGate.READINESS);
    }

    public boolean countingComplete(DelegateExecution execution) {
        return complete(execution, PhaseGate.COUNTING);
    }

    public boolean slotsLeft(DelegateExecution execution) {
        dates.hold(id(execution));
        return slots.next(id(execution)).isPresent();
    }

    public void openVoting(DelegateExecution execution) {
        local(execution, "votingLeft", opening.openVoting(held(execution)));
    }

    public void openCases(DelegateExecution execution) {
        rounds.beginCounting(id(execution));
        local(execution, "casesLeft", opening.openCounting(round(execution)));
    }

    public Date readinessDeadline(DelegateExecution execution) {
        return date(execution, dates::readinessDeadline);
    }

    public Date votingOpensAt(DelegateExecution execution) {
        return date(execution, dates::votingOpensAt);
    }

    public Date nextSlotOpensAt(DelegateExecution execution) {
        return date(execution, slots::nextOpensAt);
    }

    public Date countingOpensAt(DelegateExecution execution) {
        return date(execution, dates::countingOpensAt);
    }

    public Date countingDeadline(DelegateExecution execution) {
        return date(execution, dates::countingDeadline);
    }

    public Date reportingDeadline(DelegateExecution execution) {
        return date(execution, dates::reportingDeadline);
    }

    /** Readiness is reported by its deadline, or, when that has passed, before voting begins; the desk closes when the last report of the schedule is due. */
    public void prepare(DelegateTask task) {
        task.setDueDate(Date.from(dates.due(task.getTaskDefinitionKey(), id(task.getExecution()))));
    }

    /** A task of the desk ends with a record of what was reported or confirmed. */
    public void recorded(DelegateTask task) {
        var record = task.getVariable(RECORD_ID);
        if (record == null
                || !records.exists(
                        UUID.fromString(record.toString()), id(task.getExecution()), task.getTaskDefinitionKey())) {
            throw new BadUserRequestException("Selesaikan tugas ini lewat formulirnya: catatannya belum ada.");
        }
    }

    public String desk(DelegateExecution execution) {
        return "desk-" + settings.area();
    }

    public void closeRound(DelegateExecution execution) {
        rounds.close(id(execution));
        stages.enter(id(execution), RoundStage.CLOSED);
        cases.close(KEY, execution.getProcessBusinessKey());
    }

    public void applyDecision(DelegateExecution execution) {
        local(execution, "extension", decisions.extension(decision(execution)));
    }

    public void openRound(DelegateExecution execution) {
        decisions.openRound(decision(execution));
    }

    public void extendHours(DelegateExecution execution) {
        decisions.extendHours(decision(execution));
    }

    private boolean complete(DelegateExecution execution, String phase) {
        dates.hold(id(execution));
        return gates.complete(round(execution), phase);
    }

    /** The round before the counters of its reports, as a change of the schedule takes them: what is opened makes timers from the schedule. */
    private RoundRef held(DelegateExecution execution) {
        dates.hold(id(execution));
        return round(execution);
    }

    private Date date(DelegateExecution execution, LongFunction<Instant> time) {
        dates.hold(id(execution));
        return Date.from(time.apply(id(execution)));
    }

    private static void local(DelegateExecution execution, String name, boolean fact) {
        execution.setVariableLocal(name, Variables.booleanValue(fact, true));
    }

    private static UUID decision(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable(DECISION_ID));
    }

    private RoundRef round(DelegateExecution execution) {
        return elections.round(id(execution));
    }

    private static long id(DelegateExecution execution) {
        return (Long) execution.getVariable(ROUND_ID);
    }
}
