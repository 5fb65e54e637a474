package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1DataFixture.clean;
import static id.deskpilkada.c1.written.C1RulesFixture.PILKADA;
import static id.deskpilkada.c1.written.C1RulesFixture.codes;
import static id.deskpilkada.c1.written.RuleResult.Result.FAILED;
import static id.deskpilkada.c1.written.RuleResult.Result.NOT_CHECKABLE;
import static id.deskpilkada.c1.written.RuleResult.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class C1RulesTests {

    @Test
    void everyRuleAnswersOnceAndInOrder() {
        assertThat(PILKADA.evaluate(clean()))
                .extracting(RuleResult::code)
                .containsExactly(
                        "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "W1", "W2", "W3", "W4", "W5", "W6",
                        "W7", "W8", "W10", "W11", "W12");
        assertThat(PILKADA.evaluate(clean())).allMatch(result -> result.result() == PASSED);
    }

    @Test
    void theCleanFormIsConsistentAndCounts() {
        var results = PILKADA.evaluate(clean());
        assertThat(C1Rules.holds(results)).isFalse();
        assertThat(C1Rules.consistent(results)).isTrue();
        assertThat(C1Rules.anyErrorFailed(results)).isFalse();
    }

    @Test
    void anEmptyFormFailsNothingAndIsHeld() {
        var results = PILKADA.evaluate(C1Data.blank());
        assertThat(codes(results, FAILED)).isEmpty();
        assertThat(codes(results, NOT_CHECKABLE)).contains("E1", "E6", "E7", "E10", "W1", "W11");
        assertThat(C1Rules.holds(results)).isTrue();
        assertThat(C1Rules.consistent(results)).isTrue();
    }

    /** One form per class of error that real desks saw: what is wrong with it, which E-rules notice it, and whether its votes stay out. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "41 read as 91            | votes.2=140                             | E6         | true",
                "58 read as 948           | votes.2=948                             | E6 E10     | true",
                "two figures run together | votes.1=120090                          | E6 E10     | true",
                "valid votes left out     | validVotes=                             |            | true",
                "a candidate left out     | votes.2=                                |            | true",
                "valid and total swapped  | validVotes=215 totalVotes=210           | E6 E7 E8   | true",
                "invalid votes left out   | invalidVotes=                           |            | true",
                "invalid votes as total   | invalidVotes=215                        | E7         | true",
                "total below the ballots  | invalidVotes=4 totalVotes=214           | E8         | true",
                "a ballot too many used   | ballots.used=216                        | E4 E5 E8   | true",
                "used ballots left out    | ballots.used=                           |            | false",
                "ballots do not add up    | ballots.unused=29                       | E4         | false",
                "voters not their groups  | voters.listed.total=211                 | E1 E3      | false",
                "men and women swapped    | dpt.male=155 dpt.female=145             |            | false",
                "listed above the list    | dpt.male=45 dpt.female=155 dpt.total=200| E2         | false",
                "all voters disabled      | disabledVoters.male=216 disabledVoters.total=216 | E9 | false",
                "own DPT misread          | dpt.total=900                           | E1 E10     | true",
                "nobody entered as voting | voters.total.male=0 voters.total.female=0 voters.total.total=0 | E3 E5 E9 | false",
                "valid votes zero         | validVotes=0                            | E6 E7      | true",
            })
    void eachClassOfErrorIsFoundByItsRules(String name, String changes, String expected, boolean held) {
        var form = clean();
        for (var change : changes.split(" ")) {
            var pair = change.split("=");
            form = C1DataFixture.with(form, pair[0], pair.length == 1 ? null : (Object) Integer.valueOf(pair[1]));
        }
        var results = PILKADA.evaluate(form);
        var errors = codes(results, FAILED).stream()
                .filter(code -> code.startsWith("E"))
                .toList();
        assertThat(errors).isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
        assertThat(C1Rules.holds(results)).isEqualTo(held);
        assertThat(C1Rules.consistent(results)).isEqualTo(errors.isEmpty());
    }

    @Test
    void theClassicMisreadOfTwoFiguresNeverReachesTheTotal() {
        var form = C1DataReader.read(
                C1DataFixture.json(
                        """
                        {"votes": {"1": "136188", "2": 63}, "validVotes": 199, "invalidVotes": 4, "totalVotes": 203}
                        """),
                C1DataFixture.PAIRS);
        var results = PILKADA.imported(199).evaluate(form);
        assertThat(codes(results, FAILED)).contains("E6", "E10");
        assertThat(C1Rules.holds(results)).isTrue();
    }

    @RepeatedTest(200)
    void whateverAddsUpPassesAndOneWrongVoteIsFound(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var form = RandomForm.thatAddsUp(random);
        var facts =
                PILKADA.law(C1Facts.Law.PILKADA, 1, 2, 3).imported(form.dpt().total());
        var results = facts.evaluate(form);
        assertThat(codes(results, FAILED)).noneMatch(code -> code.startsWith("E"));
        assertThat(C1Rules.holds(results)).isFalse();

        var wrong = "votes." + (1 + random.nextInt(3));
        var written = form.field(wrong);
        var misread = written + (written == 0 || random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(written + 1));
        var perturbed = facts.evaluate(C1DataFixture.with(form, wrong, Math.max(0, misread)));
        assertThat(C1RulesFixture.rule("E6", perturbed).result()).isEqualTo(FAILED);
        assertThat(C1Rules.holds(perturbed)).isTrue();
    }
}
