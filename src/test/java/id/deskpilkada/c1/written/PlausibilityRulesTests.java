package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1DataFixture.clean;
import static id.deskpilkada.c1.written.C1DataFixture.cleanWith;
import static id.deskpilkada.c1.written.C1RulesFixture.PILKADA;
import static id.deskpilkada.c1.written.RuleResult.Result.FAILED;
import static id.deskpilkada.c1.written.RuleResult.Result.NOT_CHECKABLE;
import static id.deskpilkada.c1.written.RuleResult.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.c1.written.C1Facts.Law;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibilityRulesTests {

    @ParameterizedTest
    @ValueSource(strings = {"E10", "W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8"})
    void theCleanFormPasses(String code) {
        assertThat(PILKADA.result(code, clean())).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "W1, ballots.received, 306",
        "W1, ballots.received, 310",
        "W1, dpt.total, 298",
        "W2, dpt.total, 601",
        "W3, ballots.received, 214",
        "W4, voters.movedIn.total, 13",
        "W4, voters.unlisted.total, 14",
        "W5, voters.total.total, 89",
        "W5, voters.total.total, 301",
        "W5, dpt.total, 0",
        "W6, invalidVotes, 33",
        "W7, votes.1, 210",
        "W7, votes.2, 0",
        "W8, dpt.total, 299",
        "W8, dpt.total, 30",
    })
    void oneUnusualFigureIsNoticed(String code, String path, int number) {
        var result = PILKADA.rule(code, cleanWith(path, number));
        assertThat(result.result()).isEqualTo(FAILED);
        assertThat(result.fields()).isNotEmpty();
        assertThat(result.arguments()).hasSize(2).allSatisfy(text -> assertThat((String) text)
                .isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "W1, ballots.received, 307",
        "W1, ballots.received, 309",
        "W2, dpt.total, 600",
        "W3, ballots.received, 215",
        "W4, voters.movedIn.total, 12",
        "W5, voters.total.total, 90",
        "W5, voters.total.total, 300",
        "W6, invalidVotes, 32",
        "W7, votes.2, 1",
    })
    void theLimitItselfIsUsual(String code, String path, int number) {
        assertThat(PILKADA.result(code, cleanWith(path, number))).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "W1, dpt.total",
        "W2, dpt.total",
        "W3, ballots.received",
        "W4, voters.unlisted.total",
        "W5, voters.total.total",
        "W6, totalVotes",
        "W7, votes.1",
        "W8, dpt.total",
    })
    void aBlankMakesTheRuleNotCheckable(String code, String path) {
        var result = PILKADA.rule(code, cleanWith(path, null));
        assertThat(result.result()).isEqualTo(NOT_CHECKABLE);
        assertThat(result.fields()).containsExactly(path);
    }

    @Test
    void theReserveIsRoundedUpPerTpsAndDiffersPerLaw() {
        assertThat(Law.PEMILU.reserve(289)).isEqualTo(6);
        assertThat(Law.PILKADA.reserve(289)).isEqualTo(8);
        assertThat(Law.PILKADA.reserve(40)).isEqualTo(1);
        assertThat(Law.PILKADA.reserve(41)).isEqualTo(2);
        assertThat(Law.PILKADA.reserve(0)).isZero();
    }

    @Test
    void thirtyPeopleFromOutsideAreManyAlsoInALargeTps() {
        var large = cleanWith("dpt.total", 6000, "voters.movedIn.total", 27);
        assertThat(PILKADA.result("W4", large)).isEqualTo(PASSED);
        assertThat(PILKADA.result("W4", C1DataFixture.with(large, "voters.movedIn.total", 28)))
                .isEqualTo(FAILED);
    }

    @Test
    void fiftyValidVotesMayAllBeForOne() {
        assertThat(PILKADA.result("W7", cleanWith("votes.1", 50, "votes.2", 0, "validVotes", 50)))
                .isEqualTo(PASSED);
        assertThat(PILKADA.result("W7", cleanWith("votes.1", 51, "votes.2", 0, "validVotes", 51)))
                .isEqualTo(FAILED);
    }

    @Test
    void turnoutOfAnEmptyListCannotBeSaid() {
        assertThat(PILKADA.result("W5", cleanWith("dpt.total", 0, "voters.total.total", 0)))
                .isEqualTo(NOT_CHECKABLE);
    }

    @Test
    void withoutAnImportedListTheDptCannotBeCompared() {
        assertThat(PILKADA.imported(null).result("W8", clean())).isEqualTo(NOT_CHECKABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "300, votes.1, 330, PASSED",
        "300, votes.1, 331, FAILED",
        "300, dpt.total, 331, FAILED",
        "300, ballots.received, 331, FAILED",
        "199, votes.1, 136188, FAILED",
        "120, votes.2, 948, FAILED",
        ", votes.1, 660, PASSED",
        ", votes.1, 661, FAILED",
        "0, votes.1, 660, PASSED",
        "0, votes.1, 661, FAILED",
        "2000, dpt.total, 999, PASSED",
        "2000, dpt.total, 1000, FAILED",
    })
    void aFigureIsMeasuredByTheImportedListOrElseByTheLegalSize(
            Integer imported, String path, int number, RuleResult.Result expected) {
        var form = C1DataFixture.with(C1DataReader.read(C1DataFixture.json("{}"), C1DataFixture.PAIRS), path, number);
        var result = PILKADA.imported(imported).rule("E10", form);
        assertThat(result.result()).isEqualTo(expected);
        assertThat(result.fields()).isEqualTo(expected == FAILED ? List.of(path) : List.of());
    }

    @Test
    void theFormsOwnDptIsNeverTheMeasure() {
        var misread = cleanWith("dpt.male", 990, "dpt.total", 999, "votes.1", 910);
        assertThat(PILKADA.rule("E10", misread).fields()).containsExactly("dpt.male", "dpt.total", "votes.1");
    }

    @Test
    void inAPemiluTheLegalSizeIsHalf() {
        var pemilu = PILKADA.law(Law.PEMILU, 1, 2).imported(null);
        assertThat(pemilu.result("E10", cleanWith("votes.1", 330))).isEqualTo(PASSED);
        assertThat(pemilu.result("E10", cleanWith("votes.1", 331))).isEqualTo(FAILED);
        assertThat(pemilu.result("W2", cleanWith("dpt.total", 301))).isEqualTo(FAILED);
    }

    @Test
    void theLawfulBallotsOfATinyTpsAreNotAbsurd() {
        var tiny = C1DataFixture.with(
                C1DataReader.read(C1DataFixture.json("{}"), C1DataFixture.PAIRS), "ballots.received", 6);
        assertThat(PILKADA.imported(5).result("E10", tiny)).isEqualTo(PASSED);
        assertThat(PILKADA.imported(4).result("E10", tiny)).isEqualTo(FAILED);
    }

    @Test
    void onlyAFormWithoutAnyFigureCannotBeMeasured() {
        var empty = C1DataReader.read(C1DataFixture.json("{}"), C1DataFixture.PAIRS);
        assertThat(PILKADA.result("E10", empty)).isEqualTo(NOT_CHECKABLE);
        assertThat(PILKADA.result("E10", C1DataFixture.with(empty, "disabledVoters.male", 0)))
                .isEqualTo(PASSED);
    }
}
