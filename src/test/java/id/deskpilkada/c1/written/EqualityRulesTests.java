package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1DataFixture.clean;
import static id.deskpilkada.c1.written.C1DataFixture.cleanWith;
import static id.deskpilkada.c1.written.C1RulesFixture.PILKADA;
import static id.deskpilkada.c1.written.RuleResult.Result.FAILED;
import static id.deskpilkada.c1.written.RuleResult.Result.NOT_CHECKABLE;
import static id.deskpilkada.c1.written.RuleResult.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualityRulesTests {

    @ParameterizedTest
    @ValueSource(strings = {"E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9"})
    void theCleanFormPasses(String code) {
        var result = PILKADA.rule(code, clean());
        assertThat(result).isEqualTo(new RuleResult(code, PASSED, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "E1, dpt.male, 146, I.A (L+P): 300 ≠ 146 + 155 (301)",
        "E1, voters.listed.female, 111, I.B.1",
        "E1, voters.movedIn.total, 3, I.B.2",
        "E1, voters.unlisted.male, 0, I.B.3",
        "E1, voters.total.total, 216, I.B.4",
        "E1, disabledVoters.male, 2, III",
        "E2, dpt.male, 99, I.B.1 (L): 100 > 99",
        "E2, dpt.female, 109, I.B.1 (P): 110 > 109",
        "E2, dpt.total, 209, I.B.1 (L+P): 210 > 209",
        "E3, voters.listed.male, 101, I.B.4 (L): 102 ≠ 101 + 1 + 1 (103)",
        "E3, voters.total.female, 112, I.B.4 (P): 112 ≠ 110 + 1 + 2 (113)",
        "E3, voters.unlisted.total, 0, I.B.4 (L+P): 215 ≠ 210 + 2 + 0 (212)",
        "E4, ballots.received, 307, II.1: 307 ≠ 215 + 1 + 92 (308)",
        "E4, ballots.unused, 93, II.1: 308 ≠ 215 + 1 + 93 (309)",
        "E5, ballots.used, 214, II.2: 214 ≠ 215",
        "E5, voters.total.total, 214, II.2: 215 ≠ 214",
        "E6, votes.1, 121, V.A: 210 ≠ 121 + 90 (211)",
        "E6, validVotes, 120, V.A: 120 ≠ 120 + 90 (210)",
        "E7, invalidVotes, 0, V.C: 215 ≠ 210 + 0 (210)",
        "E7, totalVotes, 251, V.C: 251 ≠ 210 + 5 (215)",
        "E8, totalVotes, 251, V.C: 251 ≠ 215",
        "E8, ballots.used, 125, V.C: 215 ≠ 125",
        "E9, disabledVoters.total, 216, III (L+P): 216 > 215",
    })
    void oneWrongFigureFailsTheRuleAndIsNamed(String code, String path, int number, String figures) {
        var result = PILKADA.rule(code, cleanWith(path, number));
        assertThat(result.result()).isEqualTo(FAILED);
        assertThat(result.fields()).contains(path);
        assertThat(result.arguments()).hasSize(2);
        assertThat((String) result.arguments().get(1)).startsWith(figures);
    }

    @ParameterizedTest
    @CsvSource({
        "E1, disabledVoters.female",
        "E2, dpt.female",
        "E3, voters.movedIn.male",
        "E4, ballots.spoiled",
        "E5, voters.total.total",
        "E6, votes.2",
        "E6, validVotes",
        "E7, invalidVotes",
        "E8, ballots.used",
        "E9, disabledVoters.total",
    })
    void aBlankMakesTheRuleNotCheckableAndIsNamed(String code, String path) {
        var result = PILKADA.rule(code, cleanWith(path, null));
        assertThat(result.result()).isEqualTo(NOT_CHECKABLE);
        assertThat(result.fields()).containsExactly(path);
        assertThat(result.arguments().get(0)).isEqualTo(C1Fields.printed(path));
    }

    @ParameterizedTest
    @CsvSource({
        "E1, dpt.male, voters.listed.total, 400",
        "E2, dpt.male, dpt.female, 1",
        "E3, voters.total.male, voters.total.total, 1"
    })
    void aWrongLineFailsTheRuleEvenWhenAnotherLineIsBlank(String code, String blank, String wrong, int number) {
        assertThat(PILKADA.result(code, cleanWith(blank, null, wrong, number))).isEqualTo(FAILED);
    }

    @Test
    void everyBlankThatARuleMissesIsNamed() {
        var form = cleanWith("validVotes", null, "votes.2", null, "totalVotes", null, "invalidVotes", null);
        assertThat(PILKADA.rule("E6", form).fields()).containsExactly("validVotes", "votes.2");
        assertThat(PILKADA.rule("E7", form).fields()).containsExactly("totalVotes", "validVotes", "invalidVotes");
    }

    @Test
    void whereToLookIsSaidAsOnThePaper() {
        var form = cleanWith("dpt.male", 99, "voters.total.total", 214);
        assertThat(PILKADA.rule("E1", form).arguments().get(0)).isEqualTo("I.A, I.B.4");
        assertThat(PILKADA.rule("E3", form).arguments().get(0))
                .isEqualTo("I.B.4 (L+P), I.B.1 (L+P), I.B.2 (L+P), I.B.3 (L+P)");
        assertThat(PILKADA.rule("E6", cleanWith("votes.1", 0)).arguments().get(0))
                .isEqualTo("V.A, IV.1, IV.2");
    }

    @Test
    void moreVotesThanListedVotersIsNoErrorWhenOthersExplainThem() {
        assertThat(clean().totalVotes()).isGreaterThan(210);
        assertThat(C1Rules.anyErrorFailed(PILKADA.evaluate(clean()))).isFalse();
    }

    @Test
    void theVotesOfARaceWhoseCandidatesAreUnknownCannotBeChecked() {
        var nobody = PILKADA.law(C1Facts.Law.PILKADA);
        assertThat(nobody.result("E6", clean())).isEqualTo(NOT_CHECKABLE);
        assertThat(nobody.result("W7", clean())).isEqualTo(NOT_CHECKABLE);
        assertThat(nobody.result("W11", clean())).isEqualTo(NOT_CHECKABLE);
    }
}
