package id.deskpilkada.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.platform.document.Sheets.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class SheetsTests {

    private static final List<Column> COLUMNS =
            List.of(Column.of("Kode", 14), Column.of("Jumlah", 8), Column.of("Tanggal", 12));

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        var rows = written(sheets -> sheets.sheet("TPS rawan", COLUMNS)
                .row("3604052002001", 7, LocalDate.of(2024, 11, 27))
                .row(null, null, null)
                .row("Ma'mun & <b>", 2, null));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).getCellText(0)).isEqualTo("Kode");
        assertThat(rows.get(1).getCellText(0)).isEqualTo("3604052002001");
        assertThat(rows.get(1).getCellAsNumber(1)).contains(BigDecimal.valueOf(7));
        assertThat(rows.get(1).getCellAsDate(2))
                .hasValueSatisfying(date -> assertThat(date.toLocalDate()).isEqualTo("2024-11-27"));
        assertThat(rows.get(2).getCellText(0)).isEqualTo("Ma'mun & <b>");
    }

    @Test
    void noTextBecomesAFormula() throws IOException {
        var rows = written(sheets -> sheets.sheet("=SUM(A1)", COLUMNS).row("=1+1", "+62", "@SUM(A1)"));
        assertThat(rows.get(1).getCellText(0)).isEqualTo("'=1+1");
        assertThat(rows.get(1).getCellText(1)).isEqualTo("'+62");
        assertThat(rows.get(1).getCellText(2)).isEqualTo("'@SUM(A1)");
        assertThat(rows.get(1).getCell(0).getFormula()).isNull();
    }

    @Test
    void manyRowsLeaveWhileTheyAreWritten() throws IOException {
        var out = new ByteArrayOutputStream();
        long before;
        try (var sheets = Sheets.into(out)) {
            sheets.sheet("Panjang", COLUMNS);
            for (int row = 0; row < 30_000; row++) {
                sheets.row("3604052002001", row, "Catatan " + row * 7919L % 30_011);
            }
            before = out.size();
        }
        assertThat(before).as("bytes that had left before the end").isPositive();
        assertThat(before).isGreaterThan(out.size() / 2);
    }

    private interface Writing {
        void into(Sheets sheets);
    }

    private static List<Row> written(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheets = Sheets.into(out)) {
            writing.into(sheets);
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }
}
