package id.deskpilkada.c1;

import static id.deskpilkada.c1.C1Scenario.ADMIN_OF_VILLAGE;
import static id.deskpilkada.c1.C1Scenario.DESK;
import static id.deskpilkada.c1.C1Scenario.OTHER_REPORTER;
import static id.deskpilkada.c1.C1Scenario.TPS;
import static id.deskpilkada.c1.C1Scenario.VERIFIER;
import static id.deskpilkada.c1.C1Scenario.withPhotos;
import static id.deskpilkada.c1.written.C1DataFixture.cleanJson;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.WholeApplication;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeApplication
class C1CorrectionProcessTests {

    @Autowired
    C1Scenario scenario;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    C1Verification verification;

    @Autowired
    C1Adjudication adjudication;

    C1Case about;

    @BeforeEach
    void aVerifiedForm() {
        init(engine);
        about = scenario.begin();
        scenario.photoArrives("hal1");
        scenario.report(ADMIN_OF_VILLAGE, TPS, withPhotos(cleanJson(), "hal1"));
        verification.rekey(about, cleanJson(), VERIFIER);
    }

    static ObjectNode otherNumbers() {
        var data = cleanJson().put("validVotes", 211).put("invalidVotes", 4);
        data.withObject("/votes").put("1", 121);
        return data;
    }

    ProcessInstance correction() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("c1-correction")
                .processInstanceBusinessKey(about.subject())
                .singleResult();
    }

    @Test
    void otherNumbersAfterTheEndWaitForTheDeskWhileTheDecidedFormGoesOnCounting() {
        scenario.report(OTHER_REPORTER, TPS, otherNumbers());
        assertThat(correction()).isWaitingAt("decide-correction").task().hasCandidateGroup("desk-3604");
        Assertions.assertThat(scenario.form(TPS).publicState()).isEqualTo(C1State.VERIFIED);
        Assertions.assertThat(scenario.form(TPS).standingNo()).isEqualTo(1);
    }

    @Test
    void isianBerubahYaAppliesTheCorrection() {
        scenario.report(OTHER_REPORTER, TPS, otherNumbers());
        var correction = correction();
        adjudication.decide(about, otherNumbers(), "C.Hasil plano dibetulkan di TPS", DESK);
        assertThat(correction).isEnded().hasPassed("correction-applied");
        Assertions.assertThat(scenario.form(TPS).standingNo()).isEqualTo(2);
    }

    @Test
    void isianBerubahTidakKeepsTheForm() {
        scenario.report(OTHER_REPORTER, TPS, otherNumbers());
        var correction = correction();
        adjudication.decide(about, cleanJson(), "Foto tetap menunjukkan 120", DESK);
        assertThat(correction).isEnded().hasPassed("correction-declined");
        Assertions.assertThat(scenario.form(TPS).standingNo()).isEqualTo(1);
        Assertions.assertThat(scenario.form(TPS).correctionOpen()).isFalse();
    }

    @Test
    void aNewPhotoAfterTheEndIsLookedAtToo() {
        scenario.photoArrives("hal2");
        scenario.photos(ADMIN_OF_VILLAGE, TPS, "hal2");
        assertThat(correction()).isWaitingAt("decide-correction");
    }

    @Test
    void aSecondCorrectionJoinsTheOpenOneAndLaterOnesStartAgain() {
        scenario.report(OTHER_REPORTER, TPS, otherNumbers());
        scenario.report(ADMIN_OF_VILLAGE, TPS, otherNumbers().put("totalVotes", 216));
        Assertions.assertThat(correction()).isNotNull();
        adjudication.decide(about, cleanJson(), "Tetap", DESK);
        Assertions.assertThat(correction()).isNull();
        scenario.report(OTHER_REPORTER, TPS, otherNumbers().put("totalVotes", 217));
        Assertions.assertThat(correction()).isNotNull();
    }

    @Test
    void theSameNumbersAfterTheEndAreARepeat() {
        scenario.report(OTHER_REPORTER, TPS, cleanJson());
        Assertions.assertThat(correction()).isNull();
    }
}
