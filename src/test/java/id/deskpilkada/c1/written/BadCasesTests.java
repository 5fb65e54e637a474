package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1DataFixture.with;
import static id.deskpilkada.c1.written.C1RulesFixture.rule;
import static id.deskpilkada.c1.written.RuleResult.Result.FAILED;
import static id.deskpilkada.c1.written.RuleResult.Result.NOT_CHECKABLE;
import static id.deskpilkada.c1.written.SharedForms.PEMILU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Ninety-four real forms that do not add up, each with the flags someone else gave it. The published figures lack section II, so a flag about ballots is shown by
 * filling in what the law or the other rule demands.
 */
class BadCasesTests {

    private static final String FILE = "pemilu2024/bad_cases.json";

    /** Flags of forms whose votes must not be added up as they stand. */
    private static final Set<String> VOTES_NOT_TO_BE_COUNTED = Set.of(
            "VOTES_NE_VALID",
            "VALID_PLUS_INVALID_NE_TOTAL",
            "VOTES_GT_TOTAL",
            "VALID_GT_TOTAL",
            "VALID_ZERO",
            "CANDIDATE_GT_306",
            "TOTAL_GT_306",
            "VOTE_GT_400",
            "ALL_EQUAL",
            "MISSING",
            "NO_VOTES");

    @TestFactory
    Stream<DynamicTest> eachFlagIsFoundByItsRules() throws IOException {
        return cases().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.tps() + " " + bad.flag(), () -> {
                    assertThat(bad.flags()).contains(bad.flag());
                    bad.flags().forEach(flag -> assertFound(flag, bad));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFormWhoseVotesAreInDoubtIsHeld() throws IOException {
        return cases().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.tps() + " " + bad.flag(), () -> {
                    var results = PEMILU.evaluate(bad.form());
                    assertThat(C1Rules.holds(results))
                            .isEqualTo(bad.flags().stream().anyMatch(VOTES_NOT_TO_BE_COUNTED::contains)
                                    || anyFigureAbove330(bad.form())
                                    || anyVoteIsBlank(bad.form()));
                }));
    }

    @Test
    void allCasesAreThere() throws IOException {
        assertThat(cases()).hasSize(94);
    }

    private static void assertFound(String flag, BadCase bad) {
        var results = PEMILU.photos(bad.photos(), 3).evaluate(bad.form());
        switch (flag) {
            case "VOTES_NE_VALID", "VOTES_GT_TOTAL", "VALID_ZERO", "ALL_EQUAL" -> assertFailed("E6", results);
            case "VALID_PLUS_INVALID_NE_TOTAL" -> assertFailed("E7", results);
            case "VALID_GT_TOTAL" -> assertValidAboveTotal(bad.form(), results);
            case "USER_SUM_NE_TOTAL_L" -> assertFailedAt("E3", "voters.total.male", results);
            case "USER_SUM_NE_TOTAL_P" -> assertFailedAt("E3", "voters.total.female", results);
            case "USER_SUM_NE_TOTAL_J", "USER_SUM_NE_TOTAL" -> assertFailedAt("E3", "voters.total.total", results);
            case "LP_NE_J_pemilih_dpt" -> assertFailedAt("E1", "dpt.total", results);
            case "LP_NE_J_pengguna_dpt" -> assertFailedAt("E1", "voters.listed.total", results);
            case "LP_NE_J_pengguna_dptb" -> assertFailedAt("E1", "voters.movedIn.total", results);
            case "LP_NE_J_pengguna_non_dpt" -> assertFailedAt("E1", "voters.unlisted.total", results);
            case "LP_NE_J_pengguna_total" -> assertFailedAt("E1", "voters.total.total", results);
            case "DPT_USERS_GT_DPT" -> assertFailedAt("E2", "dpt.total", results);
            case "DPT_GT_300" -> assertFailed("W2", results);
            case "IMAGES_LT_3" -> assertFailed("W12", results);
            case "CANDIDATE_GT_306", "VOTE_GT_400" -> assertFailed("E10", results);
            case "TOTAL_GT_306" ->
                assertFailed(bad.form().totalVotes() > 330 || anyFigureAbove330(bad.form()) ? "E10" : "E6", results);
            case "NO_VOTES" -> assertNotCheckable(List.of("E6"), results);
            case "MISSING" -> assertNotCheckable(List.of("E6", "E7"), results);
            case "NO_ADMIN" -> assertNotCheckable(List.of("E1", "E2", "E3", "E5"), results);
            case "USERS_NE_VOTES" -> assertVotersAreNotVotes(bad.form(), results);
            case "VOTES_GT_BALLOTS" -> assertMoreVotesThanLawfulBallots(bad.form(), results);
            default -> throw new AssertionError("A flag without a rule: " + flag);
        }
    }

    /** Whatever the number of used ballots had been, E5 or E8 would have noticed. */
    private static void assertVotersAreNotVotes(C1Data form, List<RuleResult> results) {
        assertNotCheckable(List.of("E5", "E8"), results);
        assertFailed(
                "E8",
                PEMILU.evaluate(with(form, "ballots.used", form.voters().total().total())));
        assertFailed("E5", PEMILU.evaluate(with(form, "ballots.used", form.totalVotes())));
    }

    /** With the ballots that the law sends to a list of this size, more were used than received. */
    private static void assertMoreVotesThanLawfulBallots(C1Data form, List<RuleResult> results) {
        assertNotCheckable(List.of("E4", "W3"), results);
        var dpt = form.dpt().total();
        var lawful = (int) (dpt + C1Facts.Law.PEMILU.reserve(dpt));
        var filled = with(
                form,
                "ballots.received",
                lawful,
                "ballots.used",
                form.totalVotes(),
                "ballots.spoiled",
                0,
                "ballots.unused",
                0);
        assertFailed("E4", PEMILU.evaluate(filled));
        assertThat(form.totalVotes()).isGreaterThan(lawful);
    }

    private static void assertValidAboveTotal(C1Data form, List<RuleResult> results) {
        assertNotCheckable(List.of("E7"), results);
        assertFailed("E7", PEMILU.evaluate(with(form, "invalidVotes", 0)));
        assertFailed("E6", results);
    }

    private static void assertFailed(String code, List<RuleResult> results) {
        assertThat(rule(code, results).result()).as(code).isEqualTo(FAILED);
    }

    private static void assertFailedAt(String code, String path, List<RuleResult> results) {
        assertFailed(code, results);
        assertThat(rule(code, results).fields()).as(code).contains(path);
    }

    private static void assertNotCheckable(List<String> codes, List<RuleResult> results) {
        codes.forEach(code -> assertThat(rule(code, results).result()).as(code).isEqualTo(NOT_CHECKABLE));
    }

    /** Some rows lack the candidates without being flagged for it. */
    private static boolean anyVoteIsBlank(C1Data form) {
        return C1Fields.sectionsFourAndFive(SharedForms.CANDIDATES).stream().anyMatch(path -> form.field(path) == null);
    }

    private static boolean anyFigureAbove330(C1Data form) {
        return C1Data.fieldPaths(SharedForms.CANDIDATES).stream()
                .map(form::field)
                .anyMatch(figure -> figure != null && figure > 330);
    }

    private static List<BadCase> cases() throws IOException {
        assumeTrue(SharedForms.present(FILE));
        return StreamSupport.stream(SharedForms.json(FILE).spliterator(), false)
                .map(BadCase::of)
                .toList();
    }

    private record BadCase(String tps, String flag, List<String> flags, int photos, C1Data form) {

        static BadCase of(JsonNode node) {
            var row = node.get("row");
            var flags = StreamSupport.stream(node.get("all_flags").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return new BadCase(
                    node.get("kode_tps").asText(),
                    node.get("flag").asText(),
                    flags,
                    row.path("n_images").asInt(3),
                    SharedForms.form(
                            column -> row.hasNonNull(column) ? row.get(column).asText() : null));
        }
    }
}
