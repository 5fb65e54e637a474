package id.deskpilkada.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportRowTests {

    private final ImportProblems problems = new ImportProblems();

    private static ImportRow row(String value) {
        return ImportRow.of(7, Map.of("n", value));
    }

    private FieldProblem onlyFault() {
        assertThat(problems.list()).hasSize(1);
        return problems.list().get(0);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "300,300", "007,7", "' 12 ',12"})
    void wholeNumbersInDigitsAreRead(String text, int value) {
        assertThat(row(text).wholeNumber("n", 0, 300, problems)).isEqualTo(value);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.234", "1,0", "dua", "12a", "1e3", "+5", "99999999999999999999", "--1", "٣"})
    void anythingElseIsNoWholeNumber(String text) {
        assertThat(row(text).wholeNumber("n", 0, 300, problems)).isNull();
        assertThat(onlyFault()).isEqualTo(FieldProblem.row(7, "n", text, "NOT_A_WHOLE_NUMBER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "301", "999999999999999999"})
    void aNumberOutsideItsRangeIsNamedWithTheRange(String text) {
        assertThat(row(text).wholeNumber("n", 0, 300, problems)).isNull();
        assertThat(onlyFault()).isEqualTo(FieldProblem.row(7, "n", text, "OUT_OF_RANGE", "0", "300"));
    }

    @ParameterizedTest
    @CsvSource({"-6.1201,-6.1201", "'-6,1201',-6.1201", "106,106", "\u22126.5,-6.5"})
    void decimalsMayHavePointOrComma(String text, String value) {
        assertThat(row(text).decimal("n", -180, 180, problems)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1.234.567,NOT_A_DECIMAL_NUMBER",
        "6°7',NOT_A_DECIMAL_NUMBER",
        "1e400,NOT_A_DECIMAL_NUMBER",
        "181,OUT_OF_RANGE",
        "NaN,NOT_A_DECIMAL_NUMBER"
    })
    void otherDecimalsAreFaults(String text, String code) {
        assertThat(row(text).decimal("n", -180, 180, problems)).isNull();
        assertThat(onlyFault().code()).isEqualTo(code);
    }

    @Test
    void yesAndNoAreReadInTheirUsualSpellings() {
        assertThat(row("Ya").bool("n", problems)).isTrue();
        assertThat(row("TIDAK").bool("n", problems)).isFalse();
        assertThat(row("1").bool("n", problems)).isTrue();
        assertThat(problems.isEmpty()).isTrue();
        assertThat(row("mungkin").bool("n", problems)).isNull();
        assertThat(onlyFault().code()).isEqualTo("NOT_YES_OR_NO");
    }

    @Test
    void aChoiceIsReadInAnyCaseAndOthersAreNamedWithTheAllowedWords() {
        Map<String, Integer> words = Map.of("camat", 1);

        assertThat(row("Camat").choice("n", words, problems)).isEqualTo(1);
        assertThat(row("lurah").choice("n", words, problems)).isNull();
        assertThat(onlyFault().arguments()).containsExactly("camat");
    }

    @Test
    void anEmptyCellIsAFaultOnlyWhereItIsRequired() {
        assertThat(row(" ").text("n")).isNull();
        assertThat(row("").wholeNumber("n", 0, 1, problems)).isNull();
        assertThat(row("").bool("absent", problems)).isNull();
        assertThat(problems.isEmpty()).isTrue();
        assertThat(row("").required("n", problems)).isNull();
        assertThat(onlyFault()).isEqualTo(FieldProblem.row(7, "n", null, "REQUIRED"));
    }

    @Test
    void aCellIsReportedOnceWithItsFirstFault() {
        row("x").reject("n", problems, "FIRST");
        row("x").reject("n", problems, "SECOND");

        assertThat(onlyFault().code()).isEqualTo("FIRST");
    }

    @Test
    void aKeyThatComesTwiceNamesTheFirstRow() {
        RowKeys keys = new RowKeys();

        assertThat(keys.isFirst("a", ImportRow.of(2, Map.of("n", "a")), "n", problems))
                .isTrue();
        assertThat(keys.isFirst("a", ImportRow.of(9, Map.of("n", "a")), "n", problems))
                .isFalse();
        assertThat(onlyFault()).isEqualTo(FieldProblem.row(9, "n", "a", "DUPLICATE_ROW", "2"));
    }

    @Test
    void fiveThousandFaultsAreListedInRowOrderAndTheRestIsCounted() {
        for (int i = 5_010; i > 0; i--) {
            ImportRow.of(i, Map.of("n", "x")).reject("n", problems, "BAD");
        }

        Problem refusal = catchThrowableOfType(Problem.class, problems::rejectIfAny);

        assertThat(refusal.code()).isEqualTo("IMPORT_REJECTED");
        assertThat(refusal.errors()).hasSize(5_001);
        assertThat(refusal.errors().get(0).row()).isEqualTo(11);
        assertThat(refusal.errors().get(5_000)).isEqualTo(FieldProblem.field("file", null, "MORE_PROBLEMS", 10));
    }
}
