package id.deskpilkada.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables {@code incident-triage} and {@code incident-routing}, row by row. */
class IncidentTablesTests {

    private static final List<String> MATCHED = new ArrayList<>();
    private static final List<String> CATEGORIES =
            List.of("HEALTH", "DISASTER", "FIRE", "SECURITY", "LOGISTICS", "POWER_NETWORK", "VIOLATION", "OBJECTION");
    private static final List<Boolean> BOTH = List.of(true, false);
    private static DmnEngine engine;
    private static DmnDecision triage;
    private static DmnDecision routing;

    @BeforeAll
    static void readTheTables() throws IOException {
        DmnEngineConfiguration settings = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        settings.getCustomPostDecisionTableEvaluationListeners()
                .add(evaluation -> evaluation.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .forEach(MATCHED::add));
        engine = settings.buildEngine();
        triage = table("incident-triage");
        routing = table("incident-routing");
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
        "danger,          LOGISTICS,     true,  false, false, false, 4",
        "fire,            FIRE,          false, false, false, false, 4",
        "disaster-hurt,   DISASTER,      false, true,  true,  true,  4",
        "disaster,        DISASTER,      false, false, true,  true,  3",
        "security-hurt,   SECURITY,      false, true,  false, true,  4",
        "security-halted, SECURITY,      false, false, true,  true,  3",
        "security-risk,   SECURITY,      false, false, false, true,  3",
        "security,        SECURITY,      false, false, false, false, 2",
        "health-hurt,     HEALTH,        false, true,  true,  false, 3",
        "health-halted,   HEALTH,        false, false, true,  false, 3",
        "health,          HEALTH,        false, false, false, true,  2",
        "other-hurt,      OBJECTION,     false, true,  true,  false, 3",
        "other-halted,    LOGISTICS,     false, false, true,  false, 3",
        "supply,          POWER_NETWORK, false, false, false, true,  2",
        "passed-on,       VIOLATION,     false, false, false, true,  1",
    })
    void eachRowOfTheTriage(
            String rule, String category, boolean danger, boolean hurt, boolean halted, boolean risk, int severity) {
        assertThat(severity(category, danger, hurt, halted, risk)).isEqualTo(severity);
        assertThat(MATCHED).containsExactly(rule);
    }

    @Test
    void everythingThatCanHappenHasOneSeverity() {
        for (var category : CATEGORIES) {
            for (var danger : BOTH) {
                for (var hurt : BOTH) {
                    for (var halted : BOTH) {
                        for (var risk : BOTH) {
                            assertThat(severity(category, danger, hurt, halted, risk))
                                    .isBetween(1, 4);
                        }
                    }
                }
            }
        }
        assertThat(new TreeSet<>(MATCHED)).hasSize(15);
    }

    @ParameterizedTest
    @CsvSource({
        "health,               HEALTH,        1, false, psc PRIMARY",
        "health-grave,         HEALTH,        3, false, dinkes SUPPORTING",
        "ambulance,            SECURITY,      4, true,  psc PRIMARY",
        "disaster,             DISASTER,      3, false, bpbd PRIMARY",
        "rescue,               DISASTER,      4, false, basarnas SUPPORTING",
        "fire,                 FIRE,          4, false, damkar PRIMARY",
        "fire-guard,           FIRE,          4, false, polri SUPPORTING",
        "security,             SECURITY,      2, false, polri PRIMARY",
        "security-grave,       SECURITY,      3, false, satpolpp SUPPORTING",
        "logistics,            LOGISTICS,     2, false, kpu PRIMARY",
        "power,                POWER_NETWORK, 2, false, pln PRIMARY",
        "network,              POWER_NETWORK, 2, false, diskominfo SUPPORTING",
        "violation,            VIOLATION,     1, false, bawaslu PRIMARY",
        "objection,            OBJECTION,     1, false, bawaslu PRIMARY",
        "objection-kpu,        OBJECTION,     1, false, kpu SUPPORTING",
        "instead-of-psc,       HEALTH,        2, false, dinkes SUBSTITUTE",
        "instead-of-psc-too,   HEALTH,        2, false, pmi SUBSTITUTE",
        "instead-of-bpbd,      DISASTER,      3, false, tni SUBSTITUTE",
        "instead-of-bpbd-too,  DISASTER,      3, false, pmi SUBSTITUTE",
        "instead-of-damkar,    FIRE,          4, false, bpbd SUBSTITUTE",
        "instead-of-polri,     SECURITY,      2, false, satpolpp SUBSTITUTE",
        "instead-of-polri-too, SECURITY,      2, false, tni SUBSTITUTE",
        "instead-of-pln,       POWER_NETWORK, 2, false, diskominfo SUBSTITUTE",
    })
    void eachRowOfTheRouting(String rule, String category, int severity, boolean ambulance, String answer) {
        assertThat(agencies(category, severity, ambulance)).contains(answer);
        assertThat(MATCHED).contains(rule);
    }

    @Test
    void whatIsNotGraveCallsNobodyInSupport() {
        assertThat(agencies("SECURITY", 2, false)).noneMatch(agency -> agency.endsWith("SUPPORTING"));
        assertThat(agencies("HEALTH", 2, true))
                .filteredOn("psc PRIMARY"::equals)
                .hasSize(1);
    }

    @Test
    void everyCategoryHasAFirstAgency() {
        for (var category : CATEGORIES) {
            assertThat(agencies(category, 1, false)).anyMatch(agency -> agency.endsWith("PRIMARY"));
        }
    }

    private static int severity(String category, boolean danger, boolean hurt, boolean halted, boolean risk) {
        Map<String, Object> facts = Map.of(
                "category",
                category,
                "lifeInDanger",
                danger,
                "peopleHurt",
                hurt,
                "votingHalted",
                halted,
                "highRisk",
                risk);
        return engine.evaluateDecisionTable(triage, facts).getSingleResult().getSingleEntry();
    }

    private static List<String> agencies(String category, int severity, boolean ambulance) {
        Map<String, Object> facts = Map.of("category", category, "severity", severity, "needsAmbulance", ambulance);
        return engine.evaluateDecisionTable(routing, facts).getResultList().stream()
                .map(row -> row.get("agency") + " " + row.get("part"))
                .toList();
    }
}
