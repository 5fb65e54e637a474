package id.deskpilkada.comparison;

import static id.deskpilkada.SmallElection.BAROS_1;
import static id.deskpilkada.SmallElection.KRAMATWATU_1;
import static id.deskpilkada.SmallElection.MARGASANA_1;
import static id.deskpilkada.SmallElection.MARGASANA_2;
import static id.deskpilkada.comparison.ComparisonDay.DESK;
import static id.deskpilkada.comparison.ComparisonDay.SECOND_DESK;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.deskpilkada.WholeApplication;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApplication
class OfficialComparisonProcessTests {

    private static final String OFFICIAL_DIFFERS = "{\"cause\": \"OFFICIAL_DIFFERS\"}";

    @Autowired
    ComparisonDay day;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @LocalServerPort
    int port;

    @BeforeEach
    void aCountedElection() {
        init(engine);
        day.begin(port);
        day.decided(MARGASANA_1, 120, 90);
        day.decided(MARGASANA_2, 100, 80);
        day.decided(BAROS_1, 60, 70);
    }

    private String state(String tps) {
        return day.installation()
                .asOwner()
                .queryForObject(
                        "SELECT string_agg(state || coalesce(' ' || cause, ''), ', ' ORDER BY id) FROM desk.official_difference WHERE area = ?",
                        String.class,
                        tps);
    }

    private String summary() {
        return day.installation()
                .asOwner()
                .queryForObject(
                        "SELECT summary::text FROM desk.official_import ORDER BY id DESC LIMIT 1", String.class);
    }

    @Test
    void adaSelisihTidakEndsWithItsSummary() {
        var comparison = day.imported(MARGASANA_1 + ";120;90", KRAMATWATU_1 + ";10;20", BAROS_1 + ";;");
        assertThat(comparison)
                .isEnded()
                .hasPassedInOrder("figures-imported", "compare-figures", "summarize-comparison", "summary-stored");
        Assertions.assertThat(day.open()).isEmpty();
        Assertions.assertThat(summary())
                .contains("\"EQUAL\": 1", "\"ONLY_OFFICIAL\": 1", "\"ONLY_OURS\": 2", "\"NEITHER\": 1");
    }

    @Test
    void adaSelisihYaOpensATaskForEach() {
        var comparison = day.imported(MARGASANA_1 + ";121;90", MARGASANA_2 + ";100;80", BAROS_1 + ";66;77");
        Assertions.assertThat(day.open())
                .extracting(org.camunda.bpm.engine.task.Task::getName)
                .containsExactly(
                        "Telusuri selisih: TPS 001 Baros, Bupati", "Telusuri selisih: TPS 001 Margasana, Bupati");
        assertThat(day.open("Baros")).hasCandidateGroup("desk-3604");
        Assertions.assertThat(day.open("Baros").getDueDate()).isNotNull();

        day.traced(day.open("Baros"), OFFICIAL_DIFFERS);
        assertThat(comparison).isNotEnded();
        day.traced(day.open("Margasana"), "{\"cause\": \"OTHER\", \"note\": \"Foto milik TPS lain\"}");
        day.run("compare-figures", comparison.getId());

        assertThat(comparison).isEnded().hasPassed("summary-stored", "line-finished");
        Assertions.assertThat(summary()).contains("\"OFFICIAL_DIFFERS\": 1", "\"OTHER\": 1", "\"CORRECTIONS\": 0");
    }

    @Test
    void koreksiKitaDimintaTidakLeavesOurRecord() {
        day.imported(MARGASANA_1 + ";121;90");
        day.traced(day.open("Margasana"), "{\"cause\": \"UNREADABLE\"}");
        Assertions.assertThat(corrections()).isZero();
        Assertions.assertThat(state(MARGASANA_1)).isEqualTo("TRACED UNREADABLE");
    }

    @Test
    void koreksiKitaDimintaYaIsDecidedBySomebodyElse() {
        var comparison = day.imported(MARGASANA_1 + ";121;90");
        day.traced(
                day.open("Margasana"),
                "{\"cause\": \"OUR_MISREADING\", \"note\": \"Di foto 121\", \"correction\": {\"votes.1\": 121}}");
        assertThat(comparison).hasPassed("ask-correction");
        Assertions.assertThat(corrections()).isEqualTo(1);
        Assertions.assertThat(decidedVotes()).as("our record stays as it was").isEqualTo("120");

        var decision = "{\"data\": %s, \"reason\": \"Di foto memang 121\"}".formatted(corrected());
        var address = "/api/c1/BUPATI/" + MARGASANA_1 + "/decisions";
        Assertions.assertThat(day.client(DESK).post(address, decision).status())
                .as("who asked does not decide")
                .isEqualTo(403);
        var answer = day.client(SECOND_DESK).post(address, decision);
        Assertions.assertThat(answer.status()).as(answer.text()).isLessThan(300);
        Assertions.assertThat(decidedVotes()).isEqualTo("121");

        day.run("compare-figures", comparison.getId());
        assertThat(comparison).isEnded();
        Assertions.assertThat(state(MARGASANA_1)).as("the difference is gone").isEqualTo("GONE OUR_MISREADING");
    }

    private long corrections() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("c1-correction")
                .count();
    }

    private String decidedVotes() {
        return day.installation()
                .asOwner()
                .queryForObject(
                        "SELECT v.data #>> '{votes,1}' FROM desk.c1_form f JOIN desk.c1_version v ON v.form_id = f.id AND v.no = f.decided_no WHERE f.tps_code = ?",
                        String.class,
                        MARGASANA_1);
    }

    private String corrected() {
        return day.installation()
                .asOwner()
                .queryForObject(
                        "SELECT v.data::text FROM desk.c1_form f JOIN desk.c1_version v ON v.form_id = f.id AND v.no = f.current_no WHERE f.tps_code = ?",
                        String.class,
                        MARGASANA_1);
    }

    @Test
    void masihAdaSelisihYaHandsOutTheLargestNextAndFiveAtOnce() {
        var codes = IntStream.rangeClosed(11, 17)
                .mapToObj("3604052002%03d"::formatted)
                .toList();
        day.election().load("polling-stations", "kode_tps,alamat\n" + String.join(",x\n", codes) + ",x\n");
        codes.forEach(code -> day.decided(code, 50, 50));
        var comparison = day.imported(codes.stream()
                .map(code -> code + ";" + (50 + Integer.parseInt(code.substring(10))) + ";50")
                .toArray(String[]::new));
        Assertions.assertThat(day.open()).hasSize(5).noneMatch(task -> task.getName()
                .contains("TPS 011"));

        day.traced(day.open("TPS 017"), OFFICIAL_DIFFERS);
        Assertions.assertThat(day.open()).hasSize(5).anyMatch(task -> task.getName()
                .contains("TPS 012"));
        while (!day.open().isEmpty()) {
            day.traced(day.open().get(0), OFFICIAL_DIFFERS);
        }
        day.run("compare-figures", comparison.getId());
        assertThat(comparison).isEnded();
    }

    @Test
    void aDifferenceThatIsGoneTakesItsTaskBack() {
        var comparison = day.imported(MARGASANA_1 + ";121;90", BAROS_1 + ";66;77");
        day.decided(MARGASANA_1, 121, 90);
        day.run("look-again", comparison.getId());
        assertThat(comparison).hasPassed("compare-again", "differences-settled", "difference-gone");
        Assertions.assertThat(day.open()).hasSize(1).allMatch(task -> task.getName()
                .contains("Baros"));
        Assertions.assertThat(state(MARGASANA_1)).isEqualTo("GONE");
    }

    @Test
    void aNewImportTakesOverWhatStillDiffersAndClosesWhatDoesNot() {
        var first = day.imported(MARGASANA_1 + ";121;90", BAROS_1 + ";66;77", MARGASANA_2 + ";99;80");
        day.traced(day.open("TPS 002"), OFFICIAL_DIFFERS);
        var second = day.imported(MARGASANA_1 + ";120;90", BAROS_1 + ";67;77", MARGASANA_2 + ";99;80");

        Assertions.assertThat(day.open()).hasSize(1).allMatch(task -> task.getName()
                .contains("Baros"));
        Assertions.assertThat(state(MARGASANA_1)).isEqualTo("GONE");
        Assertions.assertThat(state(MARGASANA_2)).as("what was said stands").isEqualTo("TRACED OFFICIAL_DIFFERS");
        day.run("compare-figures", first.getId());
        assertThat(first).isEnded();
        assertThat(second).isWaitingAt("trace-difference");
    }

    @Test
    void whatWasSaidEndsWhenTheFiguresAreOthers() {
        var comparison = day.imported(MARGASANA_1 + ";121;90");
        day.traced(day.open("Margasana"), OFFICIAL_DIFFERS);
        day.decided(MARGASANA_1, 119, 90);
        day.run("compare-figures", comparison.getId());
        assertThat(comparison).isNotEnded();
        Assertions.assertThat(state(MARGASANA_1)).isEqualTo("GONE OFFICIAL_DIFFERS, OPEN");
    }

    @Test
    void comparingAgainAfterTheEndBeginsAnew() {
        var comparison = day.imported(MARGASANA_1 + ";120;90");
        assertThat(comparison).isEnded();
        day.decided(MARGASANA_1, 119, 90);
        var answer = day.client(DESK).post("/api/comparison/BUPATI/again", "");
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Assertions.assertThat(answer.body().path("run").asInt()).isEqualTo(2);
        var again = day.instances().get(0);
        day.run("compare-figures", again.getId());
        assertThat(again).isWaitingAt("trace-difference");
    }

    @Test
    void aTaskThatIsFinishedWithoutItsFormIsRefused() {
        day.imported(MARGASANA_1 + ";121;90");
        var task = day.open("Margasana");
        Assertions.assertThatThrownBy(() -> engine.getTaskService().complete(task.getId()))
                .hasMessageContaining("penyebabnya belum ada");
        Assertions.assertThat(state(MARGASANA_1)).isEqualTo("OPEN");
    }

    @Test
    void aVillageIsTracedWhereNothingBelowItWasPublished() {
        var comparison = day.imported("36.04.05.2002;221;170", "36.04.17;60;70");
        Assertions.assertThat(day.open())
                .extracting(org.camunda.bpm.engine.task.Task::getName)
                .containsExactly("Telusuri selisih: Margasana, Bupati");
        var refused = day.trace(
                day.open("Margasana"),
                "{\"cause\": \"OUR_MISREADING\", \"note\": \"x\", \"correction\": {\"votes.1\": 221}}");
        Assertions.assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("CORRECTION_OF_REGION");
        day.traced(day.open("Margasana"), "{\"cause\": \"FORM_INCONSISTENT\"}");
        day.run("compare-figures", comparison.getId());
        assertThat(comparison).isEnded();
    }
}
