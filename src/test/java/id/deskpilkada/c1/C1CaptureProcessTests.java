package id.deskpilkada.c1;

import static id.deskpilkada.c1.C1Scenario.ADMIN_OF_VILLAGE;
import static id.deskpilkada.c1.C1Scenario.DESK;
import static id.deskpilkada.c1.C1Scenario.NEXT_TPS;
import static id.deskpilkada.c1.C1Scenario.OTHER_REPORTER;
import static id.deskpilkada.c1.C1Scenario.SECOND_DESK;
import static id.deskpilkada.c1.C1Scenario.SECOND_VERIFIER;
import static id.deskpilkada.c1.C1Scenario.TPS;
import static id.deskpilkada.c1.C1Scenario.VERIFIER;
import static id.deskpilkada.c1.C1Scenario.withPhotos;
import static id.deskpilkada.c1.written.C1DataFixture.cleanJson;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.c1.written.C1DataFixture;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.identity.EngineCaller;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Each way through {@code c1-capture}, named after the label of its flow. */
@WholeApplication
class C1CaptureProcessTests {

    @Autowired
    C1Scenario scenario;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    C1Verification verification;

    @Autowired
    C1Adjudication adjudication;

    @Autowired
    EngineCaller caller;

    C1Case about;
    ProcessInstance instance;

    @BeforeEach
    void begin() {
        init(engine);
        about = scenario.begin();
        instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(about.subject())
                .singleResult();
    }

    static ObjectNode inconsistentPaper() {
        return cleanJson().put("validVotes", 199);
    }

    void captureWithPhoto(ObjectNode data) {
        scenario.photoArrives("hal1");
        scenario.report(ADMIN_OF_VILLAGE, TPS, withPhotos(data, "hal1"));
    }

    void rekey(Actor actor, ObjectNode data) {
        verification.rekey(about, data, actor);
    }

    @Test
    void anExpectedFormWaitsForItsReporters() {
        assertThat(instance).isWaitingAt("copy-c1");
        assertThat(scenario.task(about))
                .hasCandidateGroup("village-admin-3604052002")
                .hasCandidateGroup("tps-officer-" + TPS)
                .hasCandidateGroup("district-admin-360405");
        Assertions.assertThat(scenario.task(about).getName())
                .isEqualTo("Salin formulir C.Hasil (C1): TPS 001 Margasana, BUPATI");
    }

    @Test
    void sameNumbersOnAConsistentPaperAreVerified() {
        captureWithPhoto(cleanJson());
        assertThat(instance).isWaitingAt("rekey-c1");
        assertThat(scenario.task(about)).hasCandidateGroup("district-verifier-360405");
        rekey(VERIFIER, cleanJson());
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "copy-c1",
                        "record-as-written",
                        "choose-verification",
                        "rekey-c1",
                        "compare-rekeying",
                        "c1-verified");
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.VERIFIED);
    }

    @Test
    void fotoSudahAdaBelumWaitsForThePhotoAndGoesOnWhenItArrives() {
        scenario.report(ADMIN_OF_VILLAGE, TPS, withPhotos(cleanJson(), "hal1"));
        assertThat(instance).isWaitingAt("send-photos");
        scenario.photoArrives("hal1");
        assertThat(instance).isWaitingAt("rekey-c1");
    }

    @Test
    void photosMayBeNamedByAReportOfTheirOwn() {
        scenario.report(ADMIN_OF_VILLAGE, TPS, cleanJson());
        assertThat(instance).isWaitingAt("send-photos");
        scenario.photoArrives("hal1");
        scenario.photos(ADMIN_OF_VILLAGE, TPS, "hal1");
        assertThat(instance).isWaitingAt("rekey-c1");
        Assertions.assertThat(scenario.form(TPS).currentNo()).isEqualTo(1);
    }

    @Test
    void photosMayComeBeforeTheNumbers() {
        scenario.photoArrives("hal1");
        scenario.photos(ADMIN_OF_VILLAGE, TPS, "hal1");
        assertThat(instance).isWaitingAt("copy-c1");
        scenario.report(ADMIN_OF_VILLAGE, TPS, cleanJson());
        assertThat(instance).isWaitingAt("rekey-c1");
    }

    @Test
    void aReportCompletesTheTaskThatTasklistCompletesWithItsId() {
        scenario.photoArrives("hal1");
        var report = scenario.stored(ADMIN_OF_VILLAGE, "C1", TPS, withPhotos(cleanJson(), "hal1"));
        tasks.complete(scenario.task(about).getId(), Map.of("reportId", report.toString()));
        assertThat(instance).isWaitingAt("rekey-c1");
        Assertions.assertThat(scenario.asOwner()
                        .queryForObject("SELECT state FROM desk.field_report WHERE id = ?", String.class, report))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void aReportOfAnotherTpsDoesNotCompleteTheTask() {
        var report = scenario.stored(ADMIN_OF_VILLAGE, "C1", NEXT_TPS, cleanJson());
        var task = scenario.task(about).getId();
        assertThatThrownBy(() -> tasks.complete(task, Map.of("reportId", report.toString())))
                .hasMessageContaining("bukan untuk TPS");
        assertThat(instance).isWaitingAt("copy-c1");
    }

    @Test
    void berbedaGoesToTheDeskWhichDecides() {
        captureWithPhoto(cleanJson());
        rekey(VERIFIER, (ObjectNode) cleanJson().set("votes", C1DataFixture.json("{\"1\": 170, \"2\": 90}")));
        assertThat(instance).isWaitingAt("decide-difference").task().hasCandidateGroup("desk-3604");
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.DISPUTED);
        adjudication.decide(about, cleanJson(), "Foto jelas: 120", DESK);
        assertThat(instance).isEnded().hasPassed("decided-verified");
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.VERIFIED);
    }

    @Test
    void isianFormulirSesuaiTidakIsNotedByTheDesk() {
        captureWithPhoto(inconsistentPaper());
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.HELD);
        rekey(VERIFIER, inconsistentPaper());
        assertThat(instance).isWaitingAt("note-inconsistency");
        adjudication.decide(about, null, "Di kertas memang tertulis 199", DESK);
        assertThat(instance).isEnded().hasPassed("c1-verified-with-notes");
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.VERIFIED_WITH_NOTES);
    }

    @Test
    void fotoTidakDapatDipakaiGoesBackToTheReporterUntilAnotherComes() {
        captureWithPhoto(cleanJson());
        verification.rejectPhoto(about, C1Verification.PhotoFault.UNREADABLE, VERIFIER);
        assertThat(instance).isWaitingAt("repair-photo").task().hasCandidateGroup("village-admin-3604052002");
        scenario.photoArrives("hal1-lagi");
        scenario.photos(ADMIN_OF_VILLAGE, TPS, "hal1-lagi");
        assertThat(instance).isWaitingAt("rekey-c1");
        rekey(VERIFIER, cleanJson());
        assertThat(instance).isEnded();
    }

    @Test
    void aRejectedPhotoSentAgainIsNotANewOne() {
        captureWithPhoto(cleanJson());
        verification.rejectPhoto(about, C1Verification.PhotoFault.OTHER_TPS, VERIFIER);
        scenario.photos(ADMIN_OF_VILLAGE, TPS, "hal1");
        assertThat(instance).isWaitingAt("repair-photo");
    }

    @Test
    void anOwnCorrectionBeforeVerificationMakesANewVersion() {
        captureWithPhoto(inconsistentPaper());
        var first = scenario.task(about).getId();
        scenario.report(ADMIN_OF_VILLAGE, TPS, cleanJson());
        assertThat(instance).isWaitingAt("rekey-c1").hasPassed("entry-during-rekeying");
        Assertions.assertThat(scenario.task(about).getId()).isNotEqualTo(first);
        Assertions.assertThat(scenario.form(TPS).currentNo()).isEqualTo(2);
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.RECEIVED);
    }

    @Test
    void adaIsianYangBerbedaYaGoesToTheDesk() {
        captureWithPhoto(cleanJson());
        scenario.report(OTHER_REPORTER, TPS, inconsistentPaper());
        assertThat(instance).isWaitingAt("decide-difference");
        adjudication.decide(about, cleanJson(), "Sesuai foto", DESK);
        assertThat(instance).isEnded();
        Assertions.assertThat(scenario.form(TPS).standingNo()).isEqualTo(1);
    }

    @Test
    void aCorrectionAfterVerificationBeganIsADispute() {
        captureWithPhoto(cleanJson());
        tasks.claim(scenario.task(about).getId(), VERIFIER.username());
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.IN_VERIFICATION);
        scenario.report(ADMIN_OF_VILLAGE, TPS, inconsistentPaper());
        assertThat(instance).isWaitingAt("decide-difference");
    }

    @Test
    void aNewEntryInterruptsTheNote() {
        captureWithPhoto(inconsistentPaper());
        rekey(VERIFIER, inconsistentPaper());
        scenario.report(OTHER_REPORTER, TPS, cleanJson());
        assertThat(instance).hasPassed("entry-during-note").isWaitingAt("decide-difference");
    }

    @Test
    void targetPencocokanLewatOpensTheTaskToTheDesk() {
        captureWithPhoto(cleanJson());
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult()
                .getId());
        assertThat(instance).hasPassed("opened-to-desk").isWaitingAt("rekey-c1");
        assertThat(scenario.task(about)).hasCandidateGroup("desk-3604").hasCandidateGroup("district-verifier-360406");
        rekey(DESK, cleanJson());
        assertThat(instance).isEnded();
    }

    @Test
    void theSameNumbersAgainAreARepeatAndMoveNothing() {
        captureWithPhoto(cleanJson());
        var outcome = scenario.report(OTHER_REPORTER, TPS, cleanJson());
        assertThat(instance).isWaitingAt("rekey-c1");
        Assertions.assertThat(outcome.reasons()).extracting("code").containsExactly("C1_REPEAT");
        Assertions.assertThat(scenario.form(TPS).currentNo()).isEqualTo(1);
    }

    @Test
    void aReportFromAnywhereOpensTheCaseThatIsNotThereYet() {
        scenario.asOwner().update("DELETE FROM desk.work_case");
        runtime.deleteProcessInstance(instance.getId(), "test");
        scenario.report(ADMIN_OF_VILLAGE, TPS, cleanJson());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(about.subject())
                        .singleResult())
                .isWaitingAt("send-photos");
    }

    @Test
    void aTaskCompletedWithoutARekeyingGoesNowhere() {
        captureWithPhoto(cleanJson());
        var task = scenario.task(about).getId();
        assertThatThrownBy(() -> tasks.complete(task)).hasMessageContaining("REKEYING_MISSING");
        assertThat(instance).isWaitingAt("rekey-c1");
    }

    @Test
    void nobodyVerifiesWhatTheyReported() {
        captureWithPhoto(cleanJson());
        var both = new Actor(ADMIN_OF_VILLAGE.id(), "admin-margasana", "", VERIFIER.grants());
        assertThatThrownBy(() -> rekey(both, cleanJson()))
                .isInstanceOf(Problem.class)
                .hasMessage("SAME_PERSON");
        var form = scenario.form(TPS).id();
        assertThatThrownBy(() -> scenario.asOwner()
                        .update(
                                "INSERT INTO desk.c1_rekeying VALUES (gen_random_uuid(), ?, 1, 'VOTES', '{}', true, ?, now())",
                                form,
                                both.id()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("reported or typed");
    }

    @Test
    void nobodyDecidesWhatTheyReKeyed() {
        captureWithPhoto(inconsistentPaper());
        rekey(VERIFIER, inconsistentPaper());
        var both = new Actor(VERIFIER.id(), "verifikator", "", DESK.grants());
        assertThatThrownBy(() -> adjudication.decide(about, null, "catatan", both))
                .isInstanceOf(Problem.class)
                .hasMessage("SAME_PERSON");
        var form = scenario.form(TPS).id();
        assertThatThrownBy(() -> scenario.asOwner()
                        .update(
                                "INSERT INTO desk.c1_decision VALUES (gen_random_uuid(), ?, 'INCONSISTENCY', 1, 1, 'x', ?, now())",
                                form,
                                both.id()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("re-keyed");
    }

    @Test
    void onlyOneReKeyingPerVersion() {
        captureWithPhoto(inconsistentPaper());
        rekey(VERIFIER, inconsistentPaper());
        assertThatThrownBy(() -> rekey(SECOND_VERIFIER, inconsistentPaper()))
                .isInstanceOf(Problem.class)
                .hasMessage("ALREADY_REKEYED");
    }

    @Test
    void anAbsurdFigureNeverReachesATotalWhateverIsDecided() {
        var absurd = cleanJson().put("validVotes", 136_188);
        captureWithPhoto(absurd);
        rekey(VERIFIER, absurd);
        adjudication.decide(about, null, "Tertulis begitu", SECOND_DESK);
        var fact = C1Totals.of(
                scenario.form(TPS),
                new C1Version(
                        1,
                        C1Version.Origin.FIRST,
                        null,
                        C1DataFixture.clean(),
                        java.util.List.of(),
                        "APP",
                        1,
                        1,
                        null,
                        java.time.Instant.EPOCH));
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.VERIFIED_WITH_NOTES);
        Assertions.assertThat(fact.receivedFigures()).isNull();
        Assertions.assertThat(fact.verifiedFigures()).isNull();
    }

    @Test
    void noVariableOfAFormIsKeptByTheEngine() {
        captureWithPhoto(cleanJson());
        Assertions.assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance.getId())
                        .list())
                .isEmpty();
        Assertions.assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .list())
                .isEmpty();
    }

    @Test
    void aPersonSubmitsNothingButWhatTheTaskAccepts() {
        var task = scenario.task(about).getId();
        assertThatThrownBy(() -> asAdmin(() -> tasks.complete(task, Map.of("disputed", true))))
                .hasMessageContaining("tidak menerima isian [disputed]");
        assertThatThrownBy(() -> asAdmin(() -> tasks.setVariable(task, "photosThere", true)))
                .hasMessageContaining("tidak menerima isian [photosThere]");
        assertThatThrownBy(() -> asAdmin(
                        () -> ((TaskServiceImpl) tasks).updateVariables(task, Map.of("disputed", true), List.of())))
                .hasMessageContaining("hanya boleh dilakukan oleh aplikasi");
        assertThatThrownBy(() -> asAdmin(() -> tasks.removeVariable(task, "disputed")))
                .hasMessageContaining("hanya boleh dilakukan oleh aplikasi");
        assertThatThrownBy(() -> asAdmin(() -> runtime.setVariable(instance.getId(), "disputed", true)))
                .hasMessageContaining("hanya boleh dilakukan oleh aplikasi");
        assertThat(instance).isWaitingAt("copy-c1");
    }

    private void asAdmin(Runnable work) {
        caller.as(ADMIN_OF_VILLAGE, () -> {
            work.run();
            return null;
        });
    }
}
