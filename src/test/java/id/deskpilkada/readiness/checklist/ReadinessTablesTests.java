package id.deskpilkada.readiness.checklist;

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

/** The tables {@code readiness-status} and {@code readiness-follow-up}. */
class ReadinessTablesTests {

    private static final List<String> MATCHED = new ArrayList<>();
    private static DmnEngine engine;
    private static DmnDecision status;
    private static DmnDecision followUp;

    @BeforeAll
    static void readTheTables() throws IOException {
        DmnEngineConfiguration settings = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        settings.getCustomPostDecisionTableEvaluationListeners()
                .add(evaluation -> evaluation.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .forEach(MATCHED::add));
        engine = settings.buildEngine();
        status = table("readiness-status");
        followUp = table("readiness-follow-up");
    }

    private static DmnDecision table(String name) throws IOException {
        try (InputStream xml = Files.newInputStream(Path.of("processes/" + name + ".dmn"))) {
            return engine.parseDecision(name, xml);
        }
    }

    @BeforeEach
    void forgetEarlierRows() {
        MATCHED.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "unchecked,       NONE, false, false, false, UNCHECKED",
        "blocked,         PART, true,  true,  true,  NOT_READY",
        "no-offline-plan, ALL,  false, true,  false, NOT_READY",
        "conditions-open, ALL,  false, false, true,  CONDITIONAL",
        "stage-unchecked, PART, false, false, false, CONDITIONAL",
        "ready,           ALL,  false, false, false, READY",
    })
    void eachRowGivesItsState(
            String row, String checked, boolean blocking, boolean planMissing, boolean conditions, String state) {
        assertThat(state(checked, blocking, planMissing, conditions)).isEqualTo(state);
        assertThat(MATCHED).containsExactly(row);
    }

    @Test
    void everySituationFindsExactlyOneRow() {
        boolean[] either = {true, false};
        for (String checked : List.of("NONE", "PART", "ALL")) {
            for (boolean blocking : either) {
                for (boolean planMissing : either) {
                    for (boolean conditions : either) {
                        MATCHED.clear();
                        state(checked, blocking, planMissing, conditions);
                        assertThat(MATCHED).hasSize(1);
                    }
                }
            }
        }
    }

    @Test
    void withoutSignalAndPlanATpsIsNeverReady() {
        for (String checked : List.of("PART", "ALL")) {
            assertThat(state(checked, false, true, false)).isEqualTo("NOT_READY");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "site,      SITE,      camat",
        "access,    ACCESS,    camat",
        "power,     POWER,     camat",
        "signal,    SIGNAL,    diskominfo",
        "flood,     FLOOD,     bpbd",
        "conflict,  CONFLICT,  polri",
        "people,    PEOPLE,    kpu",
        "help,      HELP,      camat",
        "logistics, LOGISTICS, kpu",
    })
    void eachGroupOfItemsHasAnOwner(String row, String group, String owner) {
        assertThat(engine.evaluateDecisionTable(followUp, Map.of("group", group))
                        .getSingleResult()
                        .<String>getEntry("owner"))
                .isEqualTo(owner);
        assertThat(MATCHED).containsExactly(row);
    }

    private static String state(String checked, boolean blocking, boolean planMissing, boolean conditions) {
        return engine.evaluateDecisionTable(
                        status,
                        Map.of(
                                "checked", checked,
                                "blocking", blocking,
                                "offlinePlanMissing", planMissing,
                                "conditions", conditions))
                .getSingleResult()
                .getEntry("state");
    }
}
