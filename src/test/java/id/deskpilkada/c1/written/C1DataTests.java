package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1DataFixture.JSON;
import static id.deskpilkada.c1.written.C1DataFixture.PAIRS;
import static id.deskpilkada.c1.written.C1DataFixture.clean;
import static id.deskpilkada.c1.written.C1DataFixture.cleanJson;
import static id.deskpilkada.c1.written.C1DataFixture.cleanWith;
import static id.deskpilkada.c1.written.C1DataFixture.json;
import static id.deskpilkada.c1.written.C1DataFixture.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class C1DataTests {

    @Test
    void isTheJsonOfTheContractBothWays() throws JsonProcessingException {
        assertThat(JSON.readTree(JSON.writeValueAsString(clean()))).isEqualTo(cleanJson());
        var again = JSON.readValue(JSON.writeValueAsString(clean()), C1Data.class);
        assertThat(again).isEqualTo(clean());
        assertThat(again.form()).isEqualTo(C1Source.PLANO);
        assertThat(again.votes()).isEqualTo(votes(120, 90));
    }

    @Test
    void aBlankFormSurvivesTheJsonWithItsBlanks() throws JsonProcessingException {
        var again = JSON.readValue(JSON.writeValueAsString(C1Data.blank()), C1Data.class);
        assertThat(again).isEqualTo(C1Data.blank());
        assertThat(again.isBlank()).isTrue();
        assertThat(JSON.readValue("{\"photos\": [\"ab\"]}", C1Data.class)).isEqualTo(C1Data.blank());
    }

    @Test
    void aBlankCandidateStaysBlankAndIsNotZero() throws JsonProcessingException {
        var blankVote = cleanWith("votes.2", null);
        var again = JSON.readValue(JSON.writeValueAsString(blankVote), C1Data.class);
        assertThat(again.votes()).containsKey(2);
        assertThat(again.field("votes.2")).isNull();
        assertThat(again).isNotEqualTo(cleanWith("votes.2", 0));
    }

    @Test
    void namesItsFieldsInTheOrderOfTheForm() {
        var paths = C1Data.fieldPaths(List.of(2, 1));
        assertThat(paths)
                .startsWith("dpt.male", "dpt.female", "dpt.total", "voters.listed.male")
                .containsSubsequence("voters.total.total", "ballots.received", "ballots.unused", "disabledVoters.male")
                .endsWith("votes.1", "votes.2", "validVotes", "invalidVotes", "totalVotes")
                .hasSize(27)
                .doesNotHaveDuplicates();
        assertThat(C1Fields.sectionsFourAndFive(PAIRS))
                .containsExactly("votes.1", "votes.2", "validVotes", "invalidVotes", "totalVotes");
    }

    @Test
    void readsEachFieldByItsPath() {
        for (var path : C1Data.fieldPaths(PAIRS)) {
            assertThat(cleanWith(path, 77).field(path)).as(path).isEqualTo(77);
            assertThat(cleanWith(path, null).field(path)).as(path).isNull();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> clean().field("dpt"));
        assertThatIllegalArgumentException().isThrownBy(() -> clean().field("votes.one"));
    }

    @Test
    void aSingleNumberMakesItNoLongerBlank() {
        var empty = C1DataReader.read(json("{\"form\": \"SALINAN\", \"votes\": {\"1\": null}}"), PAIRS);
        assertThat(empty.isBlank()).isTrue();
        assertThat(empty).isEqualTo(C1Data.blank()).hasSameHashCodeAs(C1Data.blank());
        assertThat(C1DataReader.read(json("{\"disabledVoters\": {\"female\": 0}}"), PAIRS)
                        .isBlank())
                .isFalse();
    }

    @Test
    void namesEveryDifferingFieldInTheOrderOfTheForm() {
        var other = cleanWith("totalVotes", 216, "votes.1", null, "dpt.male", 14);
        assertThat(clean().differingFields(other)).containsExactly("dpt.male", "votes.1", "totalVotes");
        assertThat(clean().differingFields(clean())).isEmpty();
    }

    @Test
    void theSameNumbersFromTheOtherSheetAreEqual() {
        var copied = C1DataReader.read(cleanJson().put("form", "SALINAN"), PAIRS);
        assertThat(copied).isEqualTo(clean()).hasSameHashCodeAs(clean());
        assertThat(clean()).isNotEqualTo(cleanWith("ballots.spoiled", null));
    }

    @Test
    void comparesOnlySectionsFourAndFiveForTheBlindEntry() {
        assertThat(clean().sameVotesAs(cleanWith("dpt.total", 1))).isTrue();
        assertThat(clean().sameVotesAs(cleanWith("votes.2", 91))).isFalse();
        assertThat(clean().sameVotesAs(cleanWith("invalidVotes", null))).isFalse();
    }
}
