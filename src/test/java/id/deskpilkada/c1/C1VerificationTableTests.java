package id.deskpilkada.c1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code processes/c1-verification.dmn}, which decides how much is typed again and who may do it. */
class C1VerificationTableTests {

    private static final List<String> MATCHED = new ArrayList<>();
    private static DmnEngine engine;
    private static DmnDecision table;

    @BeforeAll
    static void readTheTable() throws IOException {
        DmnEngineConfiguration settings = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        settings.getCustomPostDecisionTableEvaluationListeners()
                .add(evaluation -> evaluation.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .forEach(MATCHED::add));
        engine = settings.buildEngine();
        try (InputStream xml = Files.newInputStream(Path.of("processes/c1-verification.dmn"))) {
            table = engine.parseDecision("c1-verification", xml);
        }
    }

    @BeforeEach
    void forgetEarlierRows() {
        MATCHED.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "error-short-queue,  true,  false,  5, ALL,   DISTRICT",
        "error-long-queue,   true,  true,  90, ALL,   WIDE",
        "sample-short-queue, false, true,   5, ALL,   DISTRICT",
        "sample-long-queue,  false, true,  90, ALL,   WIDE",
        "votes-short-queue,  false, false,  5, VOTES, DISTRICT",
        "votes-long-queue,   false, false, 90, VOTES, WIDE",
    })
    void eachRowGivesItsAnswer(
            String row, boolean errorFailed, boolean sampled, int queueLength, String extent, String openedTo) {
        assertThat(decide(errorFailed, sampled, queueLength).getEntryMap())
                .isEqualTo(Map.of("extent", extent, "openedTo", openedTo));
        assertThat(MATCHED).containsExactly(row);
    }

    @ParameterizedTest
    @CsvSource({"0, DISTRICT", "60, DISTRICT", "61, WIDE", "15000, WIDE"})
    void aDistrictWithMoreThanSixtyFormsWaitingIsOpenedWide(int queueLength, String openedTo) {
        assertThat(decide(false, false, queueLength).<String>getEntry("openedTo"))
                .isEqualTo(openedTo);
    }

    @Test
    void everySituationFindsExactlyOneRow() {
        for (boolean errorFailed : new boolean[] {true, false}) {
            for (boolean sampled : new boolean[] {true, false}) {
                for (int queueLength : new int[] {0, 60, 61}) {
                    MATCHED.clear();
                    decide(errorFailed, sampled, queueLength);
                    assertThat(MATCHED).hasSize(1);
                }
            }
        }
    }

    private static DmnDecisionRuleResult decide(boolean errorFailed, boolean sampled, int queueLength) {
        Map<String, Object> facts = Map.of("errorFailed", errorFailed, "sampled", sampled, "queueLength", queueLength);
        return engine.evaluateDecisionTable(table, facts).getSingleResult();
    }
}
