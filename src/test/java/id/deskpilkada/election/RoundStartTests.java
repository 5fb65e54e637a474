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
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class RoundStartTests {

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
    ProcessEngine engine;

    @Autowired
    ScriptedPreparation preparation;

    private RunningRound running;

    @BeforeEach
    void empty() {
        installation.empty();
        running = new RunningRound(engine);
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
        running.to(ElectionRoundProcess.VOTING_CLOSED);
        Instant later = POLLS_CLOSE.plusSeconds(3600);
        setup.reschedule(round.id(), List.of(new SlotRef("C1", "C1", later, later.plusSeconds(7200), false)));
        assertThat(running.due(ElectionRoundProcess.VOTING_CLOSED)).isEqualTo(later);
        assertThat(elections.slots(round.id())).hasSize(1);
        var adjusted = new ArrayList<String>();
        preparation.opens = changedRound -> !adjusted.add(changedRound.code());
        running.run("change-preparation");
        assertThat(running.count("change-preparation")).isZero();
    }

    @Test
    void theWorkBeforeTheDayIsOpenedPartByPart() {
        var opened = new ArrayList<String>();
        preparation.opens = round -> opened.add(round.code()) && opened.size() < 3;
        small.withPreparation();
        running.to("readiness-phase");
        assertThat(opened).containsExactly("R1", "R1", "R1");
    }

    @Test
    void onceThePollsHaveClosedNothingIsPrepared() {
        preparation.opens = round -> {
            throw new AssertionError("nothing is to be opened");
        };
        small.started();
        running.to(ElectionRoundProcess.VOTING_CLOSED);
        assertThat(running.count(ElectionRoundProcess.VOTING_CLOSED)).isOne();
    }

    @Test
    void stationsAddedLaterArePreparedToo() {
        small.withPreparation();
        running.to("readiness-phase");
        var opened = new ArrayList<String>();
        preparation.opens = round -> opened.add(round.code()) && opened.size() < 2;
        small.load("polling-stations", "kode_tps\n3604172001002\n");
        running.run("change-preparation");
        running.run("change-preparation");
        assertThat(opened).hasSize(2);
        assertThat(running.count("change-preparation")).isZero();
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
        running.to(ElectionRoundProcess.VOTING_CLOSED);
        assertThat(running.due(ElectionRoundProcess.VOTING_CLOSED)).isEqualTo(later);
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
}
