package id.deskpilkada.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", " =1", "\t=1", "\r1", "\n1", "＝1", "-"})
    void whatASpreadsheetWouldRunBecomesText(String text) {
        assertThat(SafeCell.escape(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Serang", "-6.12", "-6,12", "42", "a=b", "3604052002001", "Ma'mun"})
    void ordinaryTextsAndNumbersStay(String text) {
        assertThat(SafeCell.escape(text)).isEqualTo(text);
    }
}
