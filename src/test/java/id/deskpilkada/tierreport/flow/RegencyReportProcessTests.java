package id.deskpilkada.tierreport.flow;

import static id.deskpilkada.tierreport.TierDay.BAROS;
import static id.deskpilkada.tierreport.TierDay.EVENING;
import static id.deskpilkada.tierreport.TierDay.KRAMATWATU;
import static id.deskpilkada.tierreport.TierDay.REGENCY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.WholeApplication;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierDay;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class RegencyReportProcessTests {

    @Autowired
    FlowDay day;

    @Autowired
    TierDay tiers;

    @Autowired
    TierReportActions actions;

    @Autowired
    TaskService tasks;

    ProcessInstance process;

    @BeforeEach
    void everyReportWaits(@Autowired ProcessEngine engine) {
        init(engine);
        day.begin();
        process = day.process(EVENING, REGENCY);
    }

    private TierReport regency() {
        return day.latest(EVENING, REGENCY);
    }

    private void forward() {
        day.as("desk", actor -> actions.forward(regency().id(), actor));
    }

    private void approve() {
        day.as("sekda", actor -> actions.approve(regency().id(), FlowDay.signing(), actor));
    }

    private String stateOf(String area) {
        return tiers.frozen(regency()).districts().stream()
                .filter(part -> part.region().code().replace(".", "").equals(area))
                .map(Snapshot.District::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void semuaKecamatanMasukBelumWaitsForThemUntilItsDeadline() {
        day.districtsCompile(EVENING);

        assertThat(process).isWaitingAtExactly("wait-for-districts").hasPassed("count-districts");
        var left = Duration.between(
                Instant.now(),
                day.timer(EVENING, REGENCY, "waited-enough").getDuedate().toInstant());
        Assertions.assertThat(left).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
    }

    @Test
    void semuaKecamatanMasukComesWithTheLastSeal() {
        day.districtsCompile(EVENING);
        day.seal("camat", EVENING, KRAMATWATU);
        assertThat(process).isWaitingAtExactly("wait-for-districts");
        day.seal("camat-baros", EVENING, BAROS);

        assertThat(process).isWaitingAtExactly("compile-regency").hasPassed("districts-in");
    }

    @Test
    void semuaKecamatanMasukYaCompilesAtOnce() {
        day.move(EVENING, Duration.ofSeconds(-1));
        for (var area : List.of(KRAMATWATU, BAROS)) {
            day.fire(EVENING, area, "slot-due");
            day.job(EVENING, area, "compile-district");
        }
        day.seal("camat", EVENING, KRAMATWATU);
        day.seal("camat-baros", EVENING, BAROS);
        day.fire(EVENING, REGENCY, "slot-due");

        assertThat(process).isWaitingAtExactly("compile-regency").hasNotPassed("districts-in");
    }

    @Test
    void batasMenungguTibaTakesADistrictThatHasNotSealedMarkedAsSuch() {
        day.districtsCompile(EVENING);
        day.seal("camat", EVENING, KRAMATWATU);
        day.fire(EVENING, REGENCY, "waited-enough");
        day.job(EVENING, REGENCY, "compile-regency");

        assertThat(process).isWaitingAt("check-regency-report");
        Assertions.assertThat(stateOf(KRAMATWATU)).isEqualTo("SEALED");
        Assertions.assertThat(stateOf(BAROS)).isEqualTo("UNSEALED");
        day.seal("camat-baros", EVENING, BAROS);
        assertThat(process).isWaitingAt("check-regency-report");
        day.as("desk", actor -> actions.compileAgain(regency().id(), actor));
        Assertions.assertThat(stateOf(BAROS)).isEqualTo("SEALED");
        Assertions.assertThat(regency().version()).isEqualTo(2);
    }

    @Test
    void perluPersetujuanTidakSettlesByItself() {
        day.schedule(
                slots -> Stream.concat(slots.stream(), Stream.of(FlowDay.tier("20.00", Duration.ofHours(2), false)))
                        .toList());
        process = day.process("20.00", REGENCY);
        day.districtsCompile("20.00");
        day.job("20.00", REGENCY, "compile-regency");

        assertThat(process).isEnded().hasPassed("regency-settled").hasNotPassed("seek-approval");
        Assertions.assertThat(day.state(day.latest("20.00", REGENCY))).isEqualTo(TierState.AUTOMATIC);
        Assertions.assertThat(day.told("sekda")).isEmpty();
    }

    @Test
    void perluPersetujuanYaAsksTheDeskAndThenTheLeader() {
        day.regencyCompiles();
        assertThat(process)
                .isWaitingAt("check-regency-report")
                .task("check-regency-report")
                .hasCandidateGroup("desk-3604");
        Assertions.assertThat(day.told("desk")).containsExactly("tier-check");
        forward();

        assertThat(process)
                .isWaitingAt("approve-regency-report")
                .task("approve-regency-report")
                .hasCandidateGroup("leader-3604");
        Assertions.assertThat(day.told("sekda")).containsExactly("tier-approve");
        approve();
        assertThat(process).isEnded().hasPassed("regency-approved", "regency-reported");
        Assertions.assertThat(day.state(regency())).isEqualTo(TierState.APPROVED);
        Assertions.assertThat(day.stands(EVENING, REGENCY)).isEqualTo(CaseState.SETTLED);
    }

    @Test
    void diteruskanTidakGivesADistrictsReportBackAndWaitsForItAgain() {
        day.regencyCompiles();
        var returned = day.latest(EVENING, KRAMATWATU);
        day.as("desk", actor -> actions.returnDistricts(List.of(returned.id()), "Periksa TPS 002", actor));

        assertThat(process).isWaitingAtExactly("wait-for-districts").hasPassed("district-sent-down");
        Assertions.assertThat(day.state(returned)).isEqualTo(TierState.RETURNED);
        day.job(EVENING, KRAMATWATU, "compile-district");
        assertThat(process).isWaitingAtExactly("wait-for-districts");
        day.seal("camat", EVENING, KRAMATWATU);
        day.job(EVENING, REGENCY, "compile-regency");
        assertThat(process).isWaitingAt("check-regency-report");
        Assertions.assertThat(regency().version()).isEqualTo(2);
        Assertions.assertThat(regency().cause()).isEqualTo(TierCause.CHECKED);
        Assertions.assertThat(stateOf(KRAMATWATU)).isEqualTo("SEALED");
    }

    @Test
    void aDistrictThatDoesNotAnswerAReturnIsTakenUnsealedAtTheDeadline() {
        day.regencyCompiles();
        day.as(
                "desk",
                actor -> actions.returnDistricts(
                        List.of(
                                day.latest(EVENING, KRAMATWATU).id(),
                                day.latest(EVENING, BAROS).id()),
                        "Periksa lagi",
                        actor));
        day.job(EVENING, KRAMATWATU, "compile-district");
        day.fire(EVENING, REGENCY, "waited-enough");
        day.job(EVENING, REGENCY, "compile-regency");

        assertThat(process).isWaitingAt("check-regency-report");
        Assertions.assertThat(stateOf(KRAMATWATU)).isEqualTo("UNSEALED");
        Assertions.assertThat(stateOf(BAROS)).isEqualTo("RETURNED");
    }

    @Test
    void disetujuiTidakBringsItBackToTheDeskWithTheReason() {
        day.regencyCompiles();
        forward();
        day.as("sekda", actor -> actions.sendBack(regency().id(), "Catatan banjir belum ada", actor));

        assertThat(process).isWaitingAt("check-regency-report").hasNotPassed("regency-approved");
        Assertions.assertThat(day.told("desk")).containsExactly("tier-check", "tier-sent-back");
        Assertions.assertThat(day.words("tier-sent-back")).contains("Catatan banjir belum ada");
        forward();
        approve();
        assertThat(process).isEnded();
    }

    @Test
    void deskBelumMemeriksaTellsTheLeaderAndLeavesTheTask() {
        day.regencyCompiles();
        day.fire(EVENING, REGENCY, "desk-late");

        assertThat(process).isWaitingAt("check-regency-report").hasPassed("desk-late-told");
        Assertions.assertThat(day.told("sekda")).containsExactly("tier-unchecked");
    }

    @Test
    void pimpinanBelumMenyetujuiRemindsLeaderAndDesk() {
        day.regencyCompiles();
        forward();
        day.fire(EVENING, REGENCY, "leader-late");

        assertThat(process).isWaitingAt("approve-regency-report").hasPassed("leader-reminded");
        Assertions.assertThat(day.told("sekda")).containsExactly("tier-approve", "tier-unapproved");
        Assertions.assertThat(day.told("desk")).containsExactly("tier-check", "tier-unapproved");
    }

    @Test
    void angkaKecamatanDikoreksiCompilesAgainWhatIsBeingApproved() {
        day.regencyCompiles();
        forward();
        var seen = regency();
        day.as(
                "desk",
                actor -> actions.askCorrection(day.latest(EVENING, KRAMATWATU).id(), "Formulir dikoreksi", actor));
        day.job(EVENING, KRAMATWATU, "compile-district");
        day.seal("camat", EVENING, KRAMATWATU);
        assertThat(process).isWaitingAtExactly("compile-regency").hasPassed("figures-changed");
        assertThatThrownBy(() -> day.as("sekda", actor -> actions.approve(seen.id(), FlowDay.signing(), actor)))
                .hasMessageContaining("TIER_REPORT_NOT_OPEN");
        day.job(EVENING, REGENCY, "compile-regency");

        assertThat(process).isWaitingAt("check-regency-report");
        Assertions.assertThat(regency().version()).isEqualTo(2);
    }

    @Test
    void aCorrectionOfADistrictMakesAnotherVersionOfTheSettledRegency() {
        day.regencyCompiles();
        forward();
        approve();
        day.as(
                "desk",
                actor -> actions.askCorrection(day.latest(EVENING, KRAMATWATU).id(), "Formulir dikoreksi", actor));
        day.job(EVENING, KRAMATWATU, "compile-district");
        day.seal("camat", EVENING, KRAMATWATU);
        day.job(EVENING, REGENCY, "compile-regency");

        Assertions.assertThat(regency().version()).isEqualTo(2);
        Assertions.assertThat(regency().cause()).isEqualTo(TierCause.CORRECTION);
        Assertions.assertThat(regency().reason()).isEqualTo("Kec. Kramatwatu: Formulir dikoreksi");
        assertThat(day.process(EVENING, REGENCY)).isWaitingAt("check-regency-report");
        Assertions.assertThat(day.passed(EVENING, REGENCY)).contains("asked-anew");
        forward();
        approve();
        Assertions.assertThat(day.state(regency())).isEqualTo(TierState.APPROVED);
    }

    @Test
    void nothingIsGivenBackOnceItWasForwarded() {
        day.regencyCompiles();
        forward();

        assertThatThrownBy(() -> day.as(
                        "desk",
                        actor -> actions.returnDistricts(
                                List.of(day.latest(EVENING, KRAMATWATU).id()), "Terlambat", actor)))
                .hasMessageContaining("REGENCY_REPORT_PASSED_ON");
        assertThat(process).isWaitingAt("approve-regency-report");
        Assertions.assertThat(day.stands(EVENING, KRAMATWATU)).isEqualTo(CaseState.SETTLED);
    }

    @Test
    void nobodyFinishesTheTasksByHand() {
        day.regencyCompiles();
        var check = day.task(EVENING, REGENCY, "check-regency-report").getId();
        assertThatThrownBy(() -> tasks.complete(check)).hasMessageContaining("keputusannya belum ada");
        forward();
        var approve = day.task(EVENING, REGENCY, "approve-regency-report").getId();

        assertThatThrownBy(() -> tasks.complete(approve)).hasMessageContaining("keputusannya belum ada");
    }
}
