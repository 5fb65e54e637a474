package id.deskpilkada.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class ElectionRoundProcessTests {

    static final Instant POLLS_CLOSE = Instant.parse("2024-11-27T06:00:00Z");

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    Elections elections;

    @Autowired
    Rounds rounds;

    @Autowired
    ElectionSetup setup;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ScriptedPreparation preparation;

    @BeforeEach
    void empty() {
        installation.empty();
    }

    @Test
    void aRoundRunsFromItsStartToTheClosingOfTheDesk() {
        RoundRef round = small.started();
        assertThat(round.phase()).isEqualTo(RoundPhase.STARTED);
        runJob("expect-reports");
        prepareAll();
        assertThat(job(ElectionRoundProcess.VOTING_CLOSED).getDuedate()).isEqualTo(Date.from(POLLS_CLOSE));
        runJob(ElectionRoundProcess.VOTING_CLOSED);
        while (count("open-cases") > 0) {
            runJob("open-cases");
        }
        assertThat(small.round().phase()).isEqualTo(RoundPhase.COUNTING);

        var task = tasks.createTaskQuery().taskDefinitionKey("close-desk").singleResult();
        assertThat(task.getDueDate()).isEqualTo(Date.from(Instant.parse("2024-11-27T17:00:00Z")));
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(link -> link.getGroupId())
                .containsExactly("desk-3604");
        tasks.complete(task.getId());
        assertThat(small.round().phase()).isEqualTo(RoundPhase.CLOSED);
        assertThat(history.createHistoricActivityInstanceQuery()
                        .activityId("round-closed")
                        .count())
                .isOne();
        assertThatThrownBy(() -> rounds.start(round.id())).hasMessageContaining("ROUND_CLOSED");
    }

    @Test
    void aSecondStartChangesNothing() {
        RoundRef round = small.started();
        rounds.start(round.id());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("pilkada-uji/R1")
                        .count())
                .isOne();
    }

    @Test
    void aChangedScheduleMovesTheTimer() {
        RoundRef round = small.started();
        runJob("expect-reports");
        prepareAll();
        Instant later = POLLS_CLOSE.plusSeconds(3600);
        setup.reschedule(round.id(), List.of(new SlotRef("C1", "C1", later, later.plusSeconds(7200), false)));
        assertThat(job(ElectionRoundProcess.VOTING_CLOSED).getDuedate()).isEqualTo(Date.from(later));
        assertThat(elections.slots(round.id())).hasSize(1);
        var adjusted = new ArrayList<String>();
        preparation.opens = changedRound -> !adjusted.add(changedRound.code());
        runJob("change-preparation");
        assertThat(count("change-preparation")).isZero();
    }

    @Test
    void theWorkBeforeTheDayIsOpenedPartByPart() {
        var opened = new ArrayList<String>();
        preparation.opens = round -> opened.add(round.code()) && opened.size() < 3;
        small.withPreparation();
        runJob("expect-reports");
        prepareAll();
        assertThat(opened).containsExactly("R1", "R1", "R1");
        assertThat(count(ElectionRoundProcess.VOTING_CLOSED)).isOne();
    }

    @Test
    void aPartThatFailsIsTriedAgainAndLosesNothing() {
        var opened = new ArrayList<String>();
        preparation.opens = round -> {
            opened.add(round.code());
            if (opened.size() == 2) {
                throw new IllegalStateException("down");
            }
            return opened.size() < 3;
        };
        small.withPreparation();
        runJob("expect-reports");
        runJob("open-preparation");
        assertThatThrownBy(() -> runJob("open-preparation")).hasMessageContaining("down");
        runJob("open-preparation");
        assertThat(count("open-preparation")).isZero();
        assertThat(opened).hasSize(3);
    }

    @Test
    void onceThePollsHaveClosedNothingIsPrepared() {
        preparation.opens = round -> {
            throw new AssertionError("nothing is to be opened");
        };
        small.started();
        runJob("expect-reports");
        prepareAll();
        assertThat(count(ElectionRoundProcess.VOTING_CLOSED)).isOne();
    }

    @Test
    void stationsAddedLaterArePreparedToo() {
        small.withPreparation();
        runJob("expect-reports");
        prepareAll();
        var opened = new ArrayList<String>();
        preparation.opens = round -> opened.add(round.code()) && opened.size() < 2;
        small.load("polling-stations", "kode_tps\n3604172001002\n");
        runJob("change-preparation");
        runJob("change-preparation");
        assertThat(opened).hasSize(2);
        assertThat(count("change-preparation")).isZero();
        assertThat(count(ElectionRoundProcess.VOTING_CLOSED)).isOne();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("election-round")
                        .count())
                .isOne();
    }

    @Test
    void aScheduleChangedBeforeTheTimerExistsIsTheOneThatCounts() {
        RoundRef round = small.started();
        elections.slots(round.id());
        Instant later = POLLS_CLOSE.plusSeconds(3600);
        setup.reschedule(round.id(), List.of(new SlotRef("C1", "C1", later, later.plusSeconds(7200), false)));
        runJob("expect-reports");
        prepareAll();
        assertThat(job(ElectionRoundProcess.VOTING_CLOSED).getDuedate()).isEqualTo(Date.from(later));
    }

    @Test
    void everythingThatIsMissingIsNamedBeforeAStart() {
        small.regions();
        setup.put(SmallElection.draft(null));
        assertThatThrownBy(() -> rounds.start(small.round().id())).isInstanceOfSatisfying(Problem.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("ROUND_NOT_READY");
            assertThat(refusal.errors())
                    .extracting(FieldProblem::field, FieldProblem::code)
                    .containsExactly(
                            tuple("pollingStations", "NO_POLLING_STATIONS"),
                            tuple("races.GUBERNUR.candidates", "NO_CANDIDATES"),
                            tuple("races.BUPATI.candidates", "NO_CANDIDATES"));
        });
        assertThat(small.round().phase()).isEqualTo(RoundPhase.PREPARED);
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void aSinglePairNeedsItsEmptyColumn() {
        small.regions();
        setup.put(SmallElection.draft(null));
        small.stations();
        small.load("candidates", "race,ballot_number,name\nGUBERNUR,1,A\nGUBERNUR,2,B\nBUPATI,2,C\n");
        assertThatThrownBy(() -> rounds.start(small.round().id()))
                .isInstanceOfSatisfying(Problem.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldProblem::code)
                        .containsExactly("SINGLE_CANDIDATE"));
        small.load("candidates", "race,ballot_number,name,kolom_kosong\nBUPATI,1,,ya\n");
        rounds.start(small.round().id());
        assertThat(elections.race(small.round().electionId(), "BUPATI").candidates())
                .containsExactly(
                        new CandidateRef(1, "Kolom kosong", true, null), new CandidateRef(2, "C", false, null));
    }

    @Test
    void aRevoteHoldsItsOwnStationsAndDayOnly() {
        small.started();
        RoundRef revote = small.revote("PSU", SmallElection.BAROS_1);
        assertThat(revote.date()).isEqualTo(SmallElection.DAY.plusDays(5));
        assertThat(elections.stations(revote, "")).hasSize(1);
        assertThat(elections.slot(revote.id(), "C1", "C1").opensAt()).isEqualTo(POLLS_CLOSE.plusSeconds(5 * 86400));
        assertThatThrownBy(() -> small.revote("PSU2", "3604172001077"))
                .isInstanceOfSatisfying(Problem.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldProblem::value)
                        .containsExactly("3604172001077"));
    }

    @AfterEach
    void openNothing() {
        preparation.opens = round -> false;
    }

    private void prepareAll() {
        while (count("open-preparation") > 0) {
            runJob("open-preparation");
        }
    }

    private void runJob(String activity) {
        management.executeJob(job(activity).getId());
    }

    private Job job(String activity) {
        return management.createJobQuery().activityId(activity).singleResult();
    }

    private long count(String activity) {
        return management.createJobQuery().activityId(activity).count();
    }
}
