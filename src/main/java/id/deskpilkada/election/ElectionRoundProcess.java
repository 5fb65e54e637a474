package id.deskpilkada.election;

import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.engine.WorkCases;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The process {@code election-round}: one instance for each started round, with the business key {@code <election>/<round>}. */
@Component
public class ElectionRoundProcess {

    static final String KEY = "election-round";
    static final String VOTING_CLOSED = "voting-closed";
    static final String PREPARATION_CHANGED = "preparation-changed";

    private static final String ROUND_ID = "roundId";
    private static final String CASES_LEFT = "casesLeft";
    private static final String PREPARATION_LEFT = "preparationLeft";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Elections elections;
    private final Rounds rounds;
    private final WorkCases cases;
    private final ObjectProvider<CountingWork> countingWork;
    private final ObjectProvider<PreparationWork> preparationWork;
    private final DeskSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    ElectionRoundProcess(
            RuntimeService runtime,
            ManagementService management,
            Elections elections,
            Rounds rounds,
            WorkCases cases,
            ObjectProvider<CountingWork> countingWork,
            ObjectProvider<PreparationWork> preparationWork,
            DeskSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.elections = elections;
        this.rounds = rounds;
        this.cases = cases;
        this.countingWork = countingWork;
        this.preparationWork = preparationWork;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void begin(RoundStarted started) {
        RoundRef round = started.round();
        if (cases.open(KEY, round.businessKey())) {
            runtime.startProcessInstanceByKey(
                    KEY, round.businessKey(), Variables.createVariables().putValue(ROUND_ID, round.id()));
        }
    }

    /** Prepares the round, again after new polling stations, until counting begins. */
    public void expectReports(DelegateExecution execution) {
        rounds.prepare(round(execution));
    }

    /** Opens one chunk of every feature's work before the day; once the polls have closed there is nothing to prepare any more. */
    public void openPreparation(DelegateExecution execution) {
        boolean left = false;
        if (clock.instant().isBefore(elections.countingOpensAt(roundId(execution)))) {
            RoundRef round = round(execution);
            for (PreparationWork work : preparationWork.orderedStream().toList()) {
                left |= work.openNext(round);
            }
        }
        execution.setVariableLocal(PREPARATION_LEFT, Variables.booleanValue(left, true));
    }

    @EventListener
    void prepareAdded(StationsAdded added) {
        elections.rounds(added.electionId()).forEach(this::prepareAgain);
    }

    /** In the background: whoever opens work finds what is not open yet, and what an older schedule has set. */
    private void prepareAgain(RoundRef round) {
        if (round.phase() == RoundPhase.STARTED) {
            runtime.createMessageCorrelation(PREPARATION_CHANGED)
                    .processInstanceBusinessKey(round.businessKey())
                    .correlateAll();
        }
    }

    /** A change of the schedule holds the round's row until it has moved the timers, so that no timer is made from the schedule before. */
    public Date countingOpensAt(DelegateExecution execution) {
        long id = roundId(execution);
        jdbc.sql("SELECT id FROM round WHERE id = ? FOR SHARE")
                .param(id)
                .query(Long.class)
                .single();
        return Date.from(elections.countingOpensAt(id));
    }

    /** Opens one chunk; the process comes back in a new transaction while any is left. */
    public void openCases(DelegateExecution execution) {
        rounds.beginCounting(roundId(execution));
        RoundRef round = round(execution);
        boolean left = false;
        for (CountingWork work : countingWork.orderedStream().toList()) {
            left |= work.openNext(round);
        }
        execution.setVariable(CASES_LEFT, Variables.booleanValue(left, true));
    }

    /** The desk closes when the last report of the schedule is due. */
    public void prepare(DelegateTask task) {
        List<SlotRef> slots = elections.slots(roundId(task.getExecution()));
        if (!slots.isEmpty()) {
            task.setDueDate(Date.from(slots.get(slots.size() - 1).dueAt()));
        }
    }

    public String desk(DelegateExecution execution) {
        return "desk-" + settings.area();
    }

    public void closeRound(DelegateExecution execution) {
        rounds.close(roundId(execution));
        cases.close(KEY, execution.getProcessBusinessKey());
    }

    @EventListener
    void moveTimer(ScheduleChanged changed) {
        prepareAgain(changed.round());
        var instances = runtime.createProcessInstanceQuery()
                .processDefinitionKey(KEY)
                .processInstanceBusinessKey(changed.round().businessKey())
                .list();
        for (var instance : instances) {
            management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(VOTING_CLOSED)
                    .list()
                    .forEach(timer -> management.setJobDuedate(
                            timer.getId(),
                            Date.from(elections.countingOpensAt(changed.round().id()))));
        }
    }

    private RoundRef round(DelegateExecution execution) {
        return elections.round(roundId(execution));
    }

    private static long roundId(DelegateExecution execution) {
        return (Long) execution.getVariable(ROUND_ID);
    }
}
