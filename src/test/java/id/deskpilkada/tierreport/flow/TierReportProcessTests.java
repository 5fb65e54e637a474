package id.deskpilkada.tierreport.flow;

import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierState;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class TierReportProcessTests {

    @Autowired
    FlowDay day;

    @Autowired
    TierReportActions actions;

    @Autowired
    Rounds rounds;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    ProcessInstance process;

    @BeforeEach
    void everyReportWaits(@Autowired ProcessEngine engine) {
        init(engine);
        day.begin();
        process = day.process(EVENING, KRAMATWATU);
    }

    private void compile() {
        day.move(EVENING, Duration.ofSeconds(-1));
        day.fire(EVENING, KRAMATWATU, "slot-due");
        day.job(EVENING, KRAMATWATU, "compile-district");
    }

    /** The slot 10.00 was over half an hour ago when the round was opened. */
    @Test
    void eachPlaceWaitsOnceForEachSlotToCome() {
        day.open();

        assertThat(process).isWaitingAtExactly("slot-due");
        Assertions.assertThat(Stream.of(KRAMATWATU, BAROS, REGENCY).map(area -> day.process(EVENING, area)))
                .doesNotContainNull();
        Assertions.assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKeyLike("pilkada-uji/R1/10.00/%")
                        .count())
                .isZero();
    }

    @Test
    void sudahWaktunyaYaCompilesInATransactionOfItsOwn() {
        day.move(EVENING, Duration.ofSeconds(-1));
        day.fire(EVENING, KRAMATWATU, "slot-due");

        assertThat(process).isWaitingAtExactly("compile-district");
        day.job(EVENING, KRAMATWATU, "compile-district");
        Assertions.assertThat(day.latest(EVENING, KRAMATWATU).cause()).isEqualTo(TierCause.FIRST);
        Assertions.assertThat(day.latest(EVENING, KRAMATWATU).version()).isEqualTo(1);
    }

    @Test
    void sudahWaktunyaBelumWaitsForTheTimeOfTheSchedule() {
        day.fire(EVENING, KRAMATWATU, "slot-due");

        assertThat(process).isWaitingAtExactly("slot-due").hasPassed("check-slot");
    }

    @Test
    void sudahWaktunyaTerlewatTellsTheFiguresOfNowOnceAfterAnOutage() {
        day.schedule(slots -> Stream.concat(
                        slots.stream().filter(slot -> !slot.kind().equals("TIER")),
                        Stream.of(
                                FlowDay.tier("15.00", Duration.ofHours(2), false),
                                FlowDay.tier("17.00", Duration.ofHours(3), false)))
                .toList());
        day.schedule(slots -> Stream.concat(
                        slots.stream().filter(slot -> !slot.kind().equals("TIER")),
                        Stream.of(
                                FlowDay.tier("15.00", Duration.ofHours(-2), false),
                                FlowDay.tier("17.00", Duration.ofHours(-1), false)))
                .toList());
        day.fire("15.00", KRAMATWATU, "slot-due");
        day.fire("17.00", KRAMATWATU, "slot-due");
        day.job("17.00", KRAMATWATU, "compile-district");

        Assertions.assertThat(day.passed("15.00", KRAMATWATU)).contains("slot-passed-over");
        Assertions.assertThat(day.stands("15.00", KRAMATWATU)).isEqualTo(CaseState.PASSED_OVER);
        Assertions.assertThat(day.stands("17.00", KRAMATWATU)).isEqualTo(CaseState.SETTLED);
        Assertions.assertThat(day.latest("17.00", KRAMATWATU).compiledAt())
                .isAfter(day.latest("17.00", KRAMATWATU).slotDueAt().plusSeconds(3500));
    }

    @Test
    void aSlotToSignIsCompiledHoweverLate() {
        day.schedule(
                slots -> Stream.concat(slots.stream(), Stream.of(FlowDay.tier("21.00", Duration.ofHours(2), false)))
                        .toList());
        day.move("21.00", Duration.ofMinutes(-1));
        day.move(EVENING, Duration.ofHours(-2));
        day.fire(EVENING, KRAMATWATU, "slot-due");

        assertThat(process).isWaitingAtExactly("compile-district");
    }

    @Test
    void perluSegelCamatYaAsksTheCamatOfTheDistrict() {
        compile();

        assertThat(process)
                .isWaitingAt("seal-district-report")
                .task("seal-district-report")
                .hasCandidateGroup("camat-360405");
        Assertions.assertThat(
                        day.task(EVENING, KRAMATWATU, "seal-district-report").getName())
                .isEqualTo("Periksa dan segel laporan kecamatan: 19.00, Kec. Kramatwatu");
        Assertions.assertThat(day.told("camat")).containsExactly("tier-seal");
        Assertions.assertThat(day.told("camat-baros")).isEmpty();
        Assertions.assertThat(day.stands(EVENING, KRAMATWATU)).isEqualTo(CaseState.SIGNING);
    }

    @Test
    void perluSegelCamatTidakSettlesByItself() {
        day.schedule(
                slots -> Stream.concat(slots.stream(), Stream.of(FlowDay.tier("20.00", Duration.ofHours(2), false)))
                        .toList());
        process = day.process("20.00", KRAMATWATU);
        day.move("20.00", Duration.ofSeconds(-1));
        day.fire("20.00", KRAMATWATU, "slot-due");
        day.job("20.00", KRAMATWATU, "compile-district");

        assertThat(process).isEnded().hasPassed("settle-district", "hand-over").hasNotPassed("seal-district-report");
        Assertions.assertThat(day.state(day.latest("20.00", KRAMATWATU))).isEqualTo(TierState.AUTOMATIC);
    }

    @Test
    void laporanDisegelEndsWithTheSealOfTheCamatAndTakesTheCallBack() {
        compile();
        day.fire(EVENING, KRAMATWATU, "camat-late");
        day.seal("camat", EVENING, KRAMATWATU);

        assertThat(process)
                .isEnded()
                .hasPassed("district-sealed", "district-reported")
                .hasNotPassed("camat-called");
        Assertions.assertThat(day.state(day.latest(EVENING, KRAMATWATU))).isEqualTo(TierState.SEALED);
        Assertions.assertThat(day.stands(EVENING, KRAMATWATU)).isEqualTo(CaseState.SETTLED);
    }

    @Test
    void nobodyFinishesTheSealByHand() {
        compile();
        var task = day.task(EVENING, KRAMATWATU, "seal-district-report").getId();

        assertThatThrownBy(() -> tasks.complete(task)).hasMessageContaining("belum disegel");
        assertThat(process).isWaitingAt("seal-district-report");
    }

    @Test
    void camatBelumMenyegelAsksTheDeskTooAndLeavesTheCamatsTask() {
        compile();
        var left = Duration.between(
                Instant.now(),
                day.timer(EVENING, KRAMATWATU, "camat-late").getDuedate().toInstant());
        Assertions.assertThat(left).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        day.fire(EVENING, KRAMATWATU, "camat-late");

        assertThat(process).isWaitingAt("seal-district-report", "call-camat");
        assertThat(day.task(EVENING, KRAMATWATU, "call-camat")).hasCandidateGroup("desk-3604");
        Assertions.assertThat(day.told("desk")).containsExactly("tier-call");
        day.as(
                "desk",
                actor -> actions.called(day.latest(EVENING, KRAMATWATU).id(), "Camat di jalan, 10 menit lagi", actor));
        assertThat(process).isWaitingAt("seal-district-report").hasPassed("camat-called");
    }

    @Test
    void masihBelumDisegelTellsTheLeaderOnceForTheWholeRegency() {
        day.districtsCompile(EVENING);
        day.fire(EVENING, KRAMATWATU, "leader-due");
        day.fire(EVENING, BAROS, "leader-due");

        assertThat(process).isWaitingAt("seal-district-report").hasPassed("leader-told");
        Assertions.assertThat(day.told("sekda")).containsExactly("tier-digest");
        Assertions.assertThat(day.words("tier-digest")).contains("2 kecamatan").contains("Kramatwatu, Baros");
    }

    /** The figures have moved on while the camat was looking. */
    @Test
    void figuresAreCompiledAgainBeforeTheSealAndTheOldVersionCannotBeSealed() {
        compile();
        var first = day.latest(EVENING, KRAMATWATU);
        day.as("camat", actor -> actions.compileAgain(first.id(), actor));
        var second = day.latest(EVENING, KRAMATWATU);

        Assertions.assertThat(second.version()).isEqualTo(2);
        Assertions.assertThat(second.cause()).isEqualTo(TierCause.CHECKED);
        Assertions.assertThat(second.requiresSignature()).isTrue();
        assertThat(process).isWaitingAt("seal-district-report");
        assertThatThrownBy(() -> day.as("camat", actor -> actions.seal(first.id(), FlowDay.signing(), actor)))
                .hasMessageContaining("TIER_REPORT_SUPERSEDED");
        day.seal("camat", EVENING, KRAMATWATU);
        assertThat(process).isEnded();
    }

    @Test
    void laporanDikembalikanIsCompiledAgainWithTheReasonWhileItWaits() {
        compile();
        day.as(
                "desk",
                actor -> actions.returnDistricts(
                        List.of(day.latest(EVENING, KRAMATWATU).id()), "Jumlah pemilih janggal", actor));
        day.job(EVENING, KRAMATWATU, "compile-district");

        assertThat(process).isWaitingAt("seal-district-report").hasPassed("report-returned");
        var second = day.latest(EVENING, KRAMATWATU);
        Assertions.assertThat(second.cause()).isEqualTo(TierCause.RETURNED);
        Assertions.assertThat(second.reason()).isEqualTo("Jumlah pemilih janggal");
        Assertions.assertThat(day.told("camat")).containsExactly("tier-seal", "tier-returned");
        Assertions.assertThat(day.words("tier-returned")).contains("Jumlah pemilih janggal");
    }

    @Test
    void laporanDimintaLagiMakesAnotherVersionOfWhatIsSettled() {
        compile();
        day.seal("camat", EVENING, KRAMATWATU);
        var first = day.latest(EVENING, KRAMATWATU);
        day.as("desk", actor -> actions.askCorrection(first.id(), "Formulir TPS 001 dikoreksi", actor));
        day.job(EVENING, KRAMATWATU, "compile-district");
        day.seal("camat", EVENING, KRAMATWATU);

        var second = day.latest(EVENING, KRAMATWATU);
        Assertions.assertThat(day.passed(EVENING, KRAMATWATU)).contains("asked-anew");
        Assertions.assertThat(second.cause()).isEqualTo(TierCause.CORRECTION);
        Assertions.assertThat(second.reason()).isEqualTo("Formulir TPS 001 dikoreksi");
        Assertions.assertThat(day.state(second)).isEqualTo(TierState.SEALED);
        Assertions.assertThat(day.state(first)).isEqualTo(TierState.SEALED);
    }

    @Test
    void aSlotThatIsTakenOffTheScheduleEndsItsReports() {
        compile();
        day.schedule(slots ->
                slots.stream().filter(slot -> !slot.kind().equals("TIER")).toList());

        assertThat(process).isEnded().hasPassed("report-stopped");
        Assertions.assertThat(day.process(EVENING, REGENCY)).isNull();
        Assertions.assertThat(day.stands(EVENING, BAROS)).isEqualTo(CaseState.WITHDRAWN);
        Assertions.assertThat(day.told("camat")).containsExactly("tier-seal", "tier-withdrawn");
    }

    @Test
    void aSlotThatComesBackIsWaitedForAgain() {
        day.schedule(slots ->
                slots.stream().filter(slot -> !slot.kind().equals("TIER")).toList());
        day.schedule(slots -> Stream.concat(slots.stream(), Stream.of(FlowDay.tier(EVENING, Duration.ofHours(1), true)))
                .toList());

        assertThat(day.process(EVENING, KRAMATWATU)).isWaitingAtExactly("slot-due");
    }

    @Test
    void aScheduleThatMovesTakesTheTimersAlong() {
        day.move(EVENING, Duration.ofHours(3));

        Assertions.assertThat(day.timer(EVENING, KRAMATWATU, "slot-due").getDuedate())
                .isAfter(Date.from(Instant.now().plus(Duration.ofMinutes(170))));
        Assertions.assertThat(day.timer(EVENING, REGENCY, "slot-due").getDuedate())
                .isEqualTo(day.timer(EVENING, KRAMATWATU, "slot-due").getDuedate());
    }

    @Test
    void aClosedRoundEndsWhatIsOpenAndLeavesItUnsigned() {
        compile();
        rounds.beginCounting(day.round().id());
        rounds.close(day.round().id());

        assertThat(process).isEnded().hasPassed("report-stopped");
        Assertions.assertThat(day.stands(EVENING, KRAMATWATU)).isEqualTo(CaseState.UNSIGNED);
        Assertions.assertThat(day.stands(EVENING, BAROS)).isEqualTo(CaseState.WITHDRAWN);
        Assertions.assertThat(day.state(day.latest(EVENING, KRAMATWATU))).isEqualTo(TierState.UNSEALED);
    }
}
