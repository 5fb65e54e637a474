package id.deskpilkada.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Each test is named after the branch, event or gate it goes through. */
@WholeApplication
class ElectionRoundProcessTests {

    @Autowired
    Installation installation;

    @Autowired
    SmallElection small;

    @Autowired
    ElectionSetup setup;

    @Autowired
    RoundStages stages;

    @Autowired
    RoundRecords records;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ScriptedRound work;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private RunningRound running;

    @BeforeEach
    void empty() {
        installation.empty();
        running = new RunningRound(engine);
    }

    @AfterEach
    void openEverything() {
        work.openNothing();
    }

    @Test
    void aRoundThatStartsLateRunsThroughToCountingAndOpensEverySlotOnTheWay() {
        var opened = new ArrayList<String>();
        work.opensSlot = (round, slot) -> !opened.add(slot.slot());
        small.withVoting(SmallElection.DAY, over());
        running.to("counting-awaited");
        assertThat(opened).containsExactly("10.00", "13.30");
        assertThat(small.round().phase()).isEqualTo(RoundPhase.COUNTING);
        running.all();
        assertThat(running.passed())
                .contains("readiness-not-scheduled", "voting-over", "counting-deadline", "reporting-deadline")
                .doesNotContain("await-readiness");
        assertThat(stages.of(small.round())).isEqualTo(RoundStage.REPORTING);
        assertThat(running.task("close-desk").getDueDate()).isEqualTo(Date.from(at(-1)));
    }

    @Test
    void theDeskClosesWithARecordOnly() {
        var round = small.withVoting(SmallElection.DAY, over());
        running.to("close-desk");
        assertThat(engine.getTaskService()
                        .getIdentityLinksForTask(running.task("close-desk").getId()))
                .extracting(link -> link.getGroupId())
                .containsExactly("desk-3604");
        assertThatThrownBy(() -> engine.getTaskService()
                        .complete(running.task("close-desk").getId()))
                .hasMessageContaining("formulirnya");
        running.complete("close-desk", records.write(round.id(), "close-desk", null, List.of(), 1));
        assertThat(small.round().phase()).isEqualTo(RoundPhase.CLOSED);
        assertThat(stages.of(small.round())).isEqualTo(RoundStage.CLOSED);
        assertThat(running.passed()).contains("reporting-over", "round-closed");
    }

    @Test
    void readinessIsAwaitedUntilItIsComplete() {
        var round = small.withVoting(SmallElection.DAY.plusYears(9), ahead());
        running.to("readiness-deadline");
        assertThat(running.due("readiness-deadline")).isEqualTo(at(2));
        assertThat(stages.of(round)).isEqualTo(RoundStage.READINESS);
        reach(round, PhaseGate.READINESS);
        assertThat(running.stands("readiness-deadline")).as("not complete yet").isTrue();
        nothingMissing(PhaseGate.READINESS);
        reach(round, PhaseGate.READINESS);
        running.to("report-readiness");
        assertThat(running.task("report-readiness").getDueDate()).isEqualTo(Date.from(at(2)));
        running.complete("report-readiness", records.write(round.id(), "report-readiness", null, List.of(), 1));
        running.to("voting-slot-opened");
        assertThat(running.passed()).contains("readiness-complete", "readiness-reported");
        assertThat(running.due("voting-slot-opened")).isEqualTo(at(3));
    }

    @Test
    void readinessThatIsCompleteAlreadyIsReportedAtOnce() {
        small.withVoting(SmallElection.DAY.plusYears(9), ahead());
        running.to("readiness-phase");
        nothingMissing(PhaseGate.READINESS);
        running.to("report-readiness");
        assertThat(running.passed()).doesNotContain("await-readiness");
    }

    @Test
    void readinessIsAwaitedUntilItsDeadlineAndItsReportUntilVotingOpens() {
        small.withVoting(SmallElection.DAY.plusYears(9), ahead());
        running.to("readiness-deadline");
        running.run("readiness-deadline");
        assertThat(running.task("report-readiness")).isNotNull();
        assertThat(running.due("voting-opened")).isEqualTo(at(3));
        running.run("voting-opened");
        assertThat(running.task("report-readiness")).isNull();
        running.to("voting-slot-opened");
        assertThat(running.passed()).contains("readiness-unreported");
        assertThat(stages.of(small.round())).isEqualTo(RoundStage.VOTING);
    }

    @Test
    void aSlotIsOpenedPartByPartAndThenTheNextOneIsWaitedFor() {
        var opened = new ArrayList<String>();
        work.opensSlot = (round, slot) -> opened.add(slot.slot()) && opened.size() < 2;
        small.withVoting();
        running.to("open-voting");
        running.run("open-voting");
        assertThat(running.count("open-voting")).as("more is left").isOne();
        running.run("open-voting");
        assertThat(opened).containsExactly("06.00", "06.00");
        work.opensSlot = (round, slot) -> !opened.add(slot.slot());
        running.all();
        assertThat(opened).containsExactly("06.00", "06.00", "07.30", "10.00");
        assertThat(running.due("voting-slot-opened")).isAfter(now.plus(Duration.ofMinutes(59)));
    }

    @Test
    void aPartThatFailsIsTriedAgainAndLosesNothing() {
        var opened = new ArrayList<String>();
        work.opensSlot = (round, slot) -> {
            opened.add(slot.slot());
            if (opened.size() == 2) {
                throw new IllegalStateException("down");
            }
            return opened.size() < 3;
        };
        small.withVoting();
        running.to("open-voting");
        running.run("open-voting");
        assertThatThrownBy(() -> running.run("open-voting")).hasMessageContaining("down");
        running.run("open-voting");
        assertThat(opened).containsExactly("06.00", "06.00", "06.00");
        assertThat(running.count("open-voting")).isZero();
    }

    @Test
    void aSlotThatIsAddedWhileTheClosingOfThePollsIsAwaitedIsOpenedToo() {
        var schedule = new ArrayList<>(during());
        var round = small.withVoting(SmallElection.DAY.plusYears(9), schedule);
        running.to("voting-closed");
        schedule.add(SmallElection.voting("11.00", at(1), at(2)));
        setup.reschedule(round.id(), schedule);
        running.to("voting-slot-opened");
        assertThat(running.due("voting-slot-opened")).isEqualTo(at(1));
        assertThat(running.count("voting-closed")).isZero();
    }

    @Test
    void countingIsAwaitedUntilEveryFormIsThere() {
        var round = small.withVoting(SmallElection.DAY.plusYears(9), counting());
        running.to("counting-deadline");
        assertThat(running.due("counting-deadline")).isEqualTo(at(4));
        nothingMissing("C1");
        reach(round, PhaseGate.COUNTING);
        running.to("close-desk");
        assertThat(running.passed()).contains("counting-complete").doesNotContain("await-reports");
    }

    @Test
    void formsThatAreAllThereAlreadyAreNotAwaited() {
        small.withVoting(SmallElection.DAY.plusYears(9), counting());
        running.to("counting-awaited");
        nothingMissing("C1");
        running.to("close-desk");
        assertThat(running.passed()).doesNotContain("await-counting", "await-reports");
    }

    @Test
    void whatIsStillMissingAtTheDeadlineIsAwaitedUntilTheLastReportIsDue() {
        var round = small.withVoting(SmallElection.DAY.plusYears(9), counting());
        running.to("counting-deadline");
        running.run("counting-deadline");
        running.to("reporting-deadline");
        assertThat(running.due("reporting-deadline")).isEqualTo(at(6));
        nothingMissing("C1");
        reach(round, PhaseGate.COUNTING);
        running.to("close-desk");
        assertThat(running.passed()).contains("reports-complete");
    }

    @Test
    void stationsAddedLaterGetWorkInEverySlotThatIsOpen() {
        small.withVoting();
        running.to("voting-slot-opened");
        running.all();
        var opened = new ArrayList<String>();
        work.opens = round -> opened.add("round") && opened.size() < 2;
        work.opensSlot = (round, slot) -> !opened.add(slot.slot());
        small.load("polling-stations", "kode_tps\n3604172001002\n");
        running.run("change-preparation");
        running.run("change-preparation");
        assertThat(opened).containsExactly("round", "06.00", "07.30", "10.00", "round", "06.00", "07.30", "10.00");
        assertThat(running.count("change-preparation")).isZero();
        assertThat(running.passed()).contains("preparation-adjusted");
    }

    private List<SlotRef> over() {
        return List.of(
                SmallElection.voting("10.00", at(-5), at(-4)),
                SmallElection.voting("13.30", at(-4), at(-3)),
                new SlotRef("C1", "C1", at(-3), at(-2), false),
                new SlotRef("24.00", "TIER", at(-2), at(-1), false));
    }

    private List<SlotRef> ahead() {
        return Stream.concat(Stream.of(new SlotRef("H-1", "READINESS", at(-1), at(2), true)), during(3).stream())
                .toList();
    }

    private List<SlotRef> during() {
        return during(-1);
    }

    private List<SlotRef> during(int hour) {
        return List.of(
                SmallElection.voting("10.00", at(hour), at(hour + 2)),
                new SlotRef("C1", "C1", at(hour + 4), at(hour + 8), false));
    }

    private List<SlotRef> counting() {
        return List.of(
                SmallElection.voting("10.00", at(-3), at(-2)),
                new SlotRef("C1", "C1", at(-1), at(4), false),
                new SlotRef("24.00", "TIER", at(4), at(6), false));
    }

    private Instant at(int hours) {
        return now.plus(Duration.ofHours(hours));
    }

    private void nothingMissing(String kind) {
        installation.asOwner().update("UPDATE report_wave SET missing = 0 WHERE kind = ?", kind);
    }

    private void reach(RoundRef round, String phase) {
        transaction.executeWithoutResult(status -> events.publishEvent(new GateReached(round.id(), phase)));
    }
}
