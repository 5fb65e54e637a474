package id.deskpilkada.readiness.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code processes/risk-class.dmn}, from which the class of a place follows. */
class RiskClassTableTests {

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
        try (InputStream xml = Files.newInputStream(Path.of("processes/risk-class.dmn"))) {
            table = engine.parseDecision("risk-class", xml);
        }
    }

    @BeforeEach
    void forgetEarlierRows() {
        MATCHED.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "no-risk,          0, 0, NONE",
        "grave-variable,   5, 5, HIGH",
        "many-risks,       8, 3, HIGH",
        "several-risks,    4, 2, MEDIUM",
        "one-marked-risk,  3, 3, MEDIUM",
        "light-risk,       2, 1, LOW",
    })
    void eachRowGivesItsAnswer(String row, int score, int highest, String level) {
        assertThat(decide(score, highest)).isEqualTo(level);
        assertThat(MATCHED).containsExactly(row);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, LOW", "3, 2, LOW", "3, 3, MEDIUM", "4, 4, MEDIUM", "7, 4, MEDIUM", "8, 4, HIGH", "40, 5, HIGH"})
    void classesChangeWhereTheTableSays(int score, int highest, String level) {
        assertThat(decide(score, highest)).isEqualTo(level);
    }

    @Test
    void everySituationFindsExactlyOneRow() {
        for (int score = 0; score <= 60; score++) {
            for (int highest = Math.min(1, score); highest <= score; highest++) {
                MATCHED.clear();
                decide(score, highest);
                assertThat(MATCHED).as("score %s, highest %s", score, highest).hasSize(1);
            }
        }
    }

    private static String decide(int score, int highest) {
        return engine.evaluateDecisionTable(table, Map.<String, Object>of("score", score, "highest", highest))
                .getSingleResult()
                .getEntry("level");
    }
}
