package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1DataFixture.clean;
import static id.deskpilkada.c1.written.C1DataFixture.cleanWith;
import static id.deskpilkada.c1.written.C1DataFixture.votes;
import static id.deskpilkada.c1.written.C1RulesFixture.PILKADA;
import static id.deskpilkada.c1.written.RuleResult.Result.FAILED;
import static id.deskpilkada.c1.written.RuleResult.Result.NOT_CHECKABLE;
import static id.deskpilkada.c1.written.RuleResult.Result.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonRulesTests {

    @Test
    void twoRacesOfATpsMayDifferByTwoPercent() {
        assertThat(PILKADA.otherRaces(211).result("W10", clean())).isEqualTo(PASSED);
        assertThat(PILKADA.otherRaces(219).result("W10", clean())).isEqualTo(PASSED);
        assertThat(PILKADA.otherRaces(210).result("W10", clean())).isEqualTo(FAILED);
        assertThat(PILKADA.otherRaces(220).result("W10", clean())).isEqualTo(FAILED);
        assertThat(PILKADA.otherRaces(215, 150).rule("W10", clean()).arguments().get(1))
                .as("what the other form says may be withheld")
                .isEqualTo("I.B.4 (L+P): 215");
    }

    @Test
    void inASpecialTpsTheVotersOfTwoRacesAreNotCompared() {
        assertThat(PILKADA.special().otherRaces(690).result("W10", clean())).isEqualTo(NOT_CHECKABLE);
    }

    @Test
    void withoutVotersOrWithoutAnotherRaceNothingCanBeCompared() {
        assertThat(PILKADA.otherRaces().result("W10", clean())).isEqualTo(NOT_CHECKABLE);
        assertThat(PILKADA.result("W10", cleanWith("voters.total.total", null))).isEqualTo(NOT_CHECKABLE);
    }

    @Test
    void theSameVotesAsAnotherTpsOfTheVillageAreNoticed() {
        var twin = PILKADA.village(List.of(votes(3, 4), votes(120, 90)));
        assertThat(twin.rule("W11", clean()).result()).isEqualTo(FAILED);
        assertThat(twin.rule("W11", clean()).fields()).containsExactly("votes.1", "votes.2");
        assertThat(twin.result("W11", cleanWith("votes.2", 91))).isEqualTo(PASSED);
        assertThat(twin.result("W11", cleanWith("votes.2", null))).isEqualTo(NOT_CHECKABLE);
    }

    @Test
    void twoFormsWithTheSameBlankAreNotTheSameVotes() {
        var neighbour = PILKADA.village(List.of(votes(120, null)));
        assertThat(neighbour.result("W11", clean())).isEqualTo(PASSED);
        assertThat(PILKADA.village(List.of()).result("W11", clean())).isEqualTo(PASSED);
    }

    @Test
    void everyPageNeedsAPhotoThatBelongsToThisForm() {
        assertThat(PILKADA.photos(2, 2).result("W12", clean())).isEqualTo(PASSED);
        assertThat(PILKADA.photos(3, 2).result("W12", clean())).isEqualTo(PASSED);
        assertThat(PILKADA.photos(1, 2).result("W12", clean())).isEqualTo(FAILED);
        assertThat(PILKADA.photos(1, null).result("W12", clean())).isEqualTo(NOT_CHECKABLE);
        assertThat(PILKADA.photoUsedElsewhere().result("W12", clean())).isEqualTo(FAILED);
        assertThat(PILKADA.photos(1, null).photoUsedElsewhere().result("W12", clean()))
                .isEqualTo(FAILED);
    }
}
