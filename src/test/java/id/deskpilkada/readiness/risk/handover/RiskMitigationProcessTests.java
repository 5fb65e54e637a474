package id.deskpilkada.readiness.risk.handover;

import static id.deskpilkada.readiness.risk.RiskFixture.BPBD;
import static id.deskpilkada.readiness.risk.RiskFixture.DESK;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.Installation;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PreparationWork;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.risk.RiskFixture;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Each way through {@code risk-mitigation}, named after the label of its flow. */
@WholeApplication
class RiskMitigationProcessTests {

    private static final String DONE =
            """
            {"measures": [{"id": "5e6f7a80-1111-4222-8333-444455556666", "region": "36.04", "what": "Dua pompa siap", "dueOn": "2024-11-20", "doneOn": "2024-11-19"}]}
            """;

    @Autowired
    RiskFixture fixture;

    @Autowired
    MitigationScenario scenario;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    ElectionSetup setup;

    @Autowired
    Elections elections;

    @Autowired
    RiskPreparation preparation;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Installation installation;

    RoundRef round;
    long list;
    ProcessInstance instance;

    @BeforeEach
    void handOver() {
        init(engine);
        round = fixture.begin();
        fixture.risks();
        list = scenario.floodToBpbd();
        instance = scenario.instance(list);
    }

    @Test
    void daftarTerkirimYaFreezesTheListForTheAgency() {
        assertThat(instance).isWaitingAt("confirm-list").hasPassed("submit-list", "send-list");
        var task = scenario.task(list, "confirm-list");
        assertThat(task).hasCandidateGroup("agency-bpbd-3604");
        Assertions.assertThat(tasks.getIdentityLinksForTask(task.getId())).hasSize(1);
        Assertions.assertThat(task.getName())
                .isEqualTo("Konfirmasi daftar diterima: BPBD, Rawan banjir, Kabupaten Serang");

        fixture.load("kode_tps,indikator,catatan\n3604052001001,FLOOD,menyusul\n3604172001001,FLOOD,catatan lain\n");

        Assertions.assertThat(rows("SELECT place || ': ' || note FROM desk.risk_handover_item ORDER BY area"))
                .containsExactly("Desa/Kel. Margasana: Terendam setiap Januari", "TPS 001 Baros: Dekat sungai");
        Assertions.assertThat(rows("SELECT template FROM desk.message")).containsExactly("risk-handed");
    }

    @Test
    void daftarTerkirimTidakEndsWithAReason() {
        propose();
        var waiting = proposals().get(0);
        long proposed = RiskMitigationProcess.list(waiting.getBusinessKey());

        assertThatThrownBy(() -> scenario.finish(proposed, "submit-list", "{\"withdraw\": true}", DESK))
                .isInstanceOf(Problem.class);
        scenario.finish(
                proposed, "submit-list", "{\"withdraw\": true, \"reason\": \"Sudah ditangani provinsi\"}", DESK);

        assertThat(waiting).isEnded().hasPassed("list-withdrawn").hasNotPassed("confirm-list");
        Assertions.assertThat(state(proposed)).isEqualTo("WITHDRAWN");
    }

    @Test
    void instansiMenerimaYaLetsTheAgencyWriteDownWhatItDoes() {
        scenario.finish(list, "confirm-list", "{\"accepted\": true}", BPBD);
        assertThat(instance).isWaitingAt("record-measures");
        Assertions.assertThat(mitigation()).containsOnly("ACKNOWLEDGED");
    }

    @Test
    void theEnginesOwnCompletionConfirmsToo() {
        tasks.complete(scenario.task(list, "confirm-list").getId());
        assertThat(instance).isWaitingAt("record-measures");
        Assertions.assertThat(state(list)).isEqualTo("ACKNOWLEDGED");
        assertThatThrownBy(() ->
                        tasks.complete(scenario.task(list, "record-measures").getId()))
                .hasRootCauseInstanceOf(BadUserRequestException.class);
    }

    @Test
    void instansiMenerimaTidakBringsTheListBackToTheDeskWhichChoosesAnother() {
        scenario.finish(list, "confirm-list", "{\"accepted\": false, \"reason\": \"Bukan wewenang kami\"}", BPBD);
        assertThat(instance).isWaitingAt("submit-list");
        assertThat(scenario.task(list, "submit-list")).hasCandidateGroup("desk-3604");
        Assertions.assertThat(mitigation()).containsOnly("NONE");

        scenario.finish(
                list,
                "submit-list",
                "{\"agency\": \"satpolpp\", \"indicators\": [\"FLOOD\"], \"region\": \"36.04\"}",
                DESK);

        assertThat(instance).isWaitingAt("confirm-list");
        Assertions.assertThat(tasks.getIdentityLinksForTask(
                        scenario.task(list, "confirm-list").getId()))
                .extracting(link -> link.getGroupId())
                .as("nobody holds the role: the desk sees it too")
                .containsExactlyInAnyOrder("agency-satpolpp-3604", "desk-3604");
        Assertions.assertThat(
                        rows(
                                "SELECT attempt || ' ' || agency || ' ' || coalesce(ended, '-') FROM desk.risk_handover_item ORDER BY id"))
                .containsExactly("1 bpbd DECLINED", "1 bpbd DECLINED", "2 satpolpp -", "2 satpolpp -");
    }

    @Test
    void batasKonfirmasiLewatOpensATaskAtTheDeskAndLeavesTheAgencys() {
        scenario.fire(list, "answer-late");
        assertThat(instance).isWaitingAt("confirm-list", "call-agency");
        assertThat(scenario.task(list, "call-agency")).hasCandidateGroup("desk-3604");
        Assertions.assertThat(
                        rows(
                                "SELECT recipient_name FROM (SELECT s.name AS recipient_name FROM desk.message m JOIN desk.staff_member s ON s.id = m.staff_id WHERE m.template = 'risk-unanswered') t ORDER BY 1"))
                .containsExactly("Administrator", "Bima BPBD", "Dewi Desk", "Doni Desk");
    }

    @Test
    void aLateAnswerWithdrawsTheCallOfTheDesk() {
        scenario.fire(list, "answer-late");
        scenario.finish(list, "confirm-list", "{\"accepted\": true}", BPBD);
        assertThat(instance).isWaitingAt("record-measures").isNotWaitingAt("call-agency");
    }

    @Test
    void daftarDitarikYaBringsTheListBack() {
        scenario.fire(list, "answer-late");
        scenario.finish(list, "call-agency", "{\"note\": \"Tidak ada yang mengangkat\", \"takeBack\": true}", DESK);
        assertThat(instance).isWaitingAt("submit-list").isNotWaitingAt("confirm-list");
        Assertions.assertThat(rows("SELECT ended FROM desk.risk_handover_item")).containsOnly("TAKEN_BACK");
    }

    @Test
    void daftarDitarikTidakLeavesTheAgencysTask() {
        scenario.fire(list, "answer-late");
        scenario.finish(list, "call-agency", "{\"note\": \"Dijawab besok\", \"takeBack\": false}", DESK);
        assertThat(instance).isWaitingAt("confirm-list").hasPassed("agency-reminded");
    }

    @Test
    void mitigasiSelesaiYaEndsOnceEverythingIsCoveredAndCarriedOut() {
        scenario.finish(list, "confirm-list", "{\"accepted\": true}", BPBD);
        assertThatThrownBy(() -> scenario.finish(list, "record-measures", measure("36.04.05.2002", null), BPBD))
                .hasMessageContaining("MEASURES_MISSING");
        assertThatThrownBy(() -> scenario.finish(list, "record-measures", measure("36.04", null), BPBD))
                .hasMessageContaining("MEASURES_NOT_DONE");
        assertThat(instance).isWaitingAt("record-measures");

        scenario.finish(list, "record-measures", DONE, BPBD);

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "submit-list", "send-list", "confirm-list", "record-measures", "close-list", "list-closed");
        Assertions.assertThat(state(list)).isEqualTo("DONE");
        Assertions.assertThat(mitigation()).containsOnly("DONE");
        Assertions.assertThat(rows("SELECT subject FROM desk.work_case WHERE process = 'risk-mitigation'"))
                .isEmpty();
    }

    @Test
    void batasTindakanLewatOpensATaskAtTheDesk() {
        scenario.finish(list, "confirm-list", "{\"accepted\": true}", BPBD);
        scenario.fire(list, "measures-late");
        assertThat(instance).isWaitingAt("record-measures", "chase-measures");
        Assertions.assertThat(rows("SELECT DISTINCT template FROM desk.message WHERE template LIKE 'risk-measures%'"))
                .containsExactly("risk-measures-late");

        scenario.finish(list, "chase-measures", "{\"note\": \"Pompa datang besok\"}", DESK);
        assertThat(instance).isWaitingAt("record-measures").hasPassed("measures-chased");
    }

    @Test
    void mitigasiSelesaiTidakBringsTheListBackToTheDesk() {
        scenario.finish(list, "confirm-list", "{\"accepted\": true}", BPBD);
        scenario.fire(list, "measures-late");
        scenario.finish(list, "chase-measures", "{\"note\": \"Tidak sanggup\", \"takeBack\": true}", DESK);
        assertThat(instance).isWaitingAt("submit-list").hasPassed("measures-taken-back");
        Assertions.assertThat(state(list)).isEqualTo("PROPOSED");
    }

    @Test
    void aChangeOfTheScheduleMovesTheTimerAndTheDueDate() {
        scenario.finish(list, "confirm-list", "{\"accepted\": true}", BPBD);
        var before = scenario.task(list, "record-measures").getDueDate();
        setup.reschedule(
                round.id(),
                elections.slots(round.id()).stream()
                        .map(slot -> slot.kind().equals("READINESS") ? earlier(slot) : slot)
                        .toList());

        var due = before.toInstant().minus(Duration.ofHours(3));
        Assertions.assertThat(
                        scenario.task(list, "record-measures").getDueDate().toInstant())
                .isEqualTo(due);
        Assertions.assertThat(management
                        .createJobQuery()
                        .activityId("measures-late")
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(due);
    }

    @Test
    void theSameRisksLieWithAnAgencyOnceAtATime() {
        assertThatThrownBy(() -> scenario.floodToBpbd()).hasMessageContaining("HANDOVER_EMPTY");
        fixture.load("kode_tps,indikator\n3604052001001,FLOOD\n");
        long second = scenario.floodToBpbd();
        Assertions.assertThat(rows("SELECT place FROM desk.risk_handover_item WHERE handover_id = " + second))
                .containsExactly("TPS 001 Kramatwatu");
    }

    @Test
    void preparationPutsOneListPerAgencyBeforeTheDesk() {
        propose();
        Assertions.assertThat(proposals())
                .extracting(one -> scenario.task(RiskMitigationProcess.list(one.getBusinessKey()), "submit-list")
                        .getName())
                .as("BPBD has its list already; nobody but the desk deals with the rest")
                .containsExactlyInAnyOrder(
                        "Sampaikan daftar TPS rawan: Diskominfo, Kendala jaringan internet di lokasi TPS +1, Kabupaten Serang",
                        "Sampaikan daftar TPS rawan: Polri, Riwayat kekerasan di TPS +4, Kabupaten Serang");
    }

    private void propose() {
        PreparationWork work = preparation;
        while (Boolean.TRUE.equals(transaction.execute(status -> work.openNext(round)))) {
            // as the round's process does
        }
        transaction.executeWithoutResult(status -> work.openNext(round));
    }

    private List<ProcessInstance> proposals() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("risk-mitigation")
                .activityIdIn("submit-list")
                .list();
    }

    private static String measure(String region, String doneOn) {
        return "{\"measures\": [{\"id\": \"5e6f7a80-1111-4222-8333-444455556666\", \"region\": \"%s\", \"what\": \"Pompa\", \"dueOn\": \"2024-11-20\", \"doneOn\": %s}]}"
                .formatted(region, doneOn);
    }

    private static SlotRef earlier(SlotRef slot) {
        return new SlotRef(
                slot.slot(),
                slot.kind(),
                slot.opensAt().minus(Duration.ofHours(3)),
                slot.dueAt().minus(Duration.ofHours(3)),
                slot.requiresSignature());
    }

    private List<String> mitigation() {
        return rows("SELECT mitigation FROM desk.risk WHERE indicator = 'FLOOD'");
    }

    private String state(long id) {
        return installation
                .asOwner()
                .queryForObject("SELECT state FROM desk.risk_handover WHERE id = ?", String.class, id);
    }

    private List<String> rows(String sql) {
        return installation.asOwner().queryForList(sql, String.class);
    }
}
