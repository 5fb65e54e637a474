package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1DataFixture.PAIRS;
import static id.deskpilkada.c1.written.C1DataFixture.clean;
import static id.deskpilkada.c1.written.C1DataFixture.cleanJson;
import static id.deskpilkada.c1.written.C1DataFixture.cleanWith;
import static id.deskpilkada.c1.written.C1DataFixture.json;
import static id.deskpilkada.c1.written.C1DataFixture.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class C1DataReaderTests {

    @Test
    void readsEveryNumberOfTheForm() {
        assertThat(clean().field("voters.unlisted.female")).isEqualTo(2);
        assertThat(clean().ballots()).isEqualTo(new C1Data.Ballots(308, 215, 1, 92));
        assertThat(clean().votes()).isEqualTo(votes(120, 90));
        assertThat(clean().form()).isEqualTo(C1Source.PLANO);
    }

    @Test
    void blanksAndAbsentNumbersAreNullAndEveryCandidateIsThere() {
        var form = C1DataReader.read(
                json(
                        """
                        {"form": null, "dpt": null, "voters": {"listed": {"male": ""}}, "votes": {"2": "  "}, "validVotes": null}
                        """),
                PAIRS);
        assertThat(form.isBlank()).isTrue();
        assertThat(form.form()).isNull();
        assertThat(form.votes()).containsOnlyKeys(1, 2);
        assertThat(C1DataReader.read(json("{\"votes\": null}"), PAIRS).votes()).containsOnlyKeys(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"'\"123\"', 123", "'\"041\"', 41", "'\" 7 \"', 7", "'\"000\"', 0", "'\"0000000000000007\"', 7"})
    void digitsInQuotesAreANumber(String value, int expected) {
        assertThat(readVote(value).field("votes.1")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9999999, 9999999", "12.0, 12", "1e2, 100"})
    void aWholeNumberIsTakenHoweverJsonWritesIt(String value, int expected) {
        assertThat(readVote(value).field("votes.1")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"tiga\"', NOT_A_NUMBER",
        "'\"1O2\"', NOT_A_NUMBER",
        "'\"12 3\"', NOT_A_NUMBER",
        "'\"١٢\"', NOT_A_NUMBER",
        "'\"-\"', NOT_A_NUMBER",
        "'\"1e3\"', NOT_A_NUMBER",
        "'\"+5\"', NOT_A_NUMBER",
        "12.5, NOT_A_WHOLE_NUMBER",
        "-0.5, NOT_A_WHOLE_NUMBER",
        "'\"12,5\"', NOT_A_WHOLE_NUMBER",
        "'\"1.200\"', NOT_A_WHOLE_NUMBER",
        "-1, NEGATIVE",
        "-1.0, NEGATIVE",
        "'\"-12\"', NEGATIVE",
        "-99999999999999999999, NEGATIVE",
        "10000000, TOO_LARGE",
        "4294967297, TOO_LARGE",
        "99999999999999999999, TOO_LARGE",
        "1e300, TOO_LARGE",
        "1e999, TOO_LARGE",
        "'\"12345678\"', TOO_LARGE",
        "true, WRONG_TYPE",
        "[1], WRONG_TYPE",
        "{}, WRONG_TYPE",
    })
    void whatIsNoNumberIsNamedWithItsFieldAndCode(String value, String code) {
        var problem = refused(json("{\"votes\": {\"1\": " + value + "}}"));
        assertThat(problem.code()).isEqualTo("MALFORMED");
        assertThat(problem.errors())
                .singleElement()
                .returns("votes.1", FieldProblem::field)
                .returns(code, FieldProblem::code);
    }

    @Test
    void everythingUnreadableIsNamedInOnePass() {
        var wrong = json(
                """
                {"form": "FOTO", "dpt": {"male": "a", "female": -1, "total": 1.5, "jumlah": 3},
                 "voters": {"listed": [], "total": {"male": 12345678}, "extra": 1},
                 "ballots": 5, "disabledVoters": {"total": false},
                 "votes": {"1": "x", "3": 4, "01": 4}, "validVotes": {}, "note": "hi"}
                """);
        assertThat(refused(wrong).errors())
                .extracting(error -> error.field() + " " + error.code())
                .containsExactlyInAnyOrder(
                        "form UNKNOWN_VALUE",
                        "dpt.male NOT_A_NUMBER",
                        "dpt.female NEGATIVE",
                        "dpt.total NOT_A_WHOLE_NUMBER",
                        "dpt.jumlah UNKNOWN_FIELD",
                        "voters.listed WRONG_TYPE",
                        "voters.total.male TOO_LARGE",
                        "voters.extra UNKNOWN_FIELD",
                        "ballots WRONG_TYPE",
                        "disabledVoters.total WRONG_TYPE",
                        "votes.1 NOT_A_NUMBER",
                        "votes.3 UNKNOWN_BALLOT_NUMBER",
                        "votes.01 UNKNOWN_BALLOT_NUMBER",
                        "validVotes WRONG_TYPE",
                        "note UNKNOWN_FIELD");
    }

    @Test
    void tellsTheValueAsItWasGiven() {
        assertThat(refused(json("{\"validVotes\": \"dua puluh\"}"))
                        .errors()
                        .get(0)
                        .value())
                .isEqualTo("dua puluh");
        assertThat(refused(json("{\"validVotes\": [1, 2]}")).errors().get(0).value())
                .isEqualTo("[...]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "null", "\"C1\""})
    void whatIsNoFormAtAllIsRefused(String text) throws Exception {
        assertThat(refused(C1DataFixture.JSON.readTree(text)).errors())
                .singleElement()
                .returns("WRONG_TYPE", FieldProblem::code);
        assertThat(refused(null).errors()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[\"PLANO\"]"})
    void theSheetIsAWord(String form) {
        assertThat(refused(json("{\"form\": " + form + "}")).errors())
                .singleElement()
                .returns("form WRONG_TYPE", error -> error.field() + " " + error.code());
        assertThat(refused(json("{\"form\": \"plano\"}")).errors())
                .singleElement()
                .returns("UNKNOWN_VALUE", FieldProblem::code);
    }

    @Test
    void photosAndAReasonMayBeThere() {
        var form = cleanJson().put("reason", "salah ketik");
        form.putArray("photos").add("ab".repeat(32));
        assertThat(C1DataReader.read(form, PAIRS)).isEqualTo(clean());
    }

    @Test
    void sumsThatDoNotAddUpAreNeverRefused() {
        assertThat(cleanWith("validVotes", 9_999_999).validVotes()).isEqualTo(9_999_999);
    }

    @Test
    void aFloodOfRubbishIsAnsweredShortly() {
        var flood = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < 5000; i++) {
            flood.put("x".repeat(300) + i, i);
        }
        var errors = refused(flood).errors();
        assertThat(errors).hasSize(200).allSatisfy(error -> assertThat(error.field())
                .hasSizeLessThanOrEqualTo(120));
    }

    private static C1Data readVote(String value) {
        return C1DataReader.read(json("{\"votes\": {\"1\": " + value + "}}"), List.of(1));
    }

    private static Problem refused(JsonNode data) {
        return catchThrowableOfType(Problem.class, () -> C1DataReader.read(data, PAIRS));
    }
}
