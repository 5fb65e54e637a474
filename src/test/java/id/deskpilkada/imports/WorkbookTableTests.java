package id.deskpilkada.imports;

import static id.deskpilkada.imports.SampleFiles.STATIONS;
import static id.deskpilkada.imports.SampleFiles.faults;
import static id.deskpilkada.imports.SampleFiles.refusal;
import static id.deskpilkada.imports.SampleFiles.row;
import static id.deskpilkada.imports.SampleFiles.rows;
import static id.deskpilkada.imports.SampleFiles.stations;
import static id.deskpilkada.imports.SampleFiles.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.platform.FieldProblem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

class WorkbookTableTests {

    @Test
    void rowsAreReadUnderTheirContractNamesWithTheNumbersThatExcelShows() {
        List<ImportRow> rows = rows(stations(sheet -> {
            row(sheet, 1, "3604052002001", " Balai desa ", "-6.12", "ya");
            row(sheet, 4, "'3604052002002", "\u00A0", "", "tidak");
        }));

        assertThat(rows).extracting(ImportRow::number).containsExactly(2, 5);
        assertThat(rows.get(0).text("address")).isEqualTo("Balai desa");
        assertThat(rows.get(1).text("tps_code")).isEqualTo("3604052002002");
        assertThat(rows.get(1).text("address")).isNull();
    }

    @Test
    void codesThatExcelTurnedIntoNumbersComeOutDigitByDigit() {
        assertThat(number(3604052002001d, null)).isEqualTo("3604052002001");
        assertThat(number(36.04, null)).isEqualTo("36.04");
        assertThat(number(36.1, "00.00")).isEqualTo("36.10");
        assertThat(number(36.1, "0.00")).isEqualTo("36.10");
        assertThat(number(7, "000")).isEqualTo("007");
        assertThat(number(250, "0.00")).isEqualTo("250");
        assertThat(number(0.1 + 0.2, null)).isEqualTo("0.3");
        assertThat(number(-6.1201, "0.00000")).isEqualTo("-6.1201");
        assertThat(number(1e15, null)).isEqualTo("1000000000000000");
    }

    @Test
    void datesAndTimesComeOutAsIso8601() {
        byte[] content = stations(sheet -> {
            Cell date = sheet.createRow(1).createCell(0);
            date.setCellValue(LocalDate.of(2024, 11, 27));
            date.setCellStyle(style(sheet, "dd/mm/yyyy"));
            Cell moment = sheet.getRow(1).createCell(1);
            moment.setCellValue(LocalDateTime.of(2024, 11, 27, 13, 5));
            moment.setCellStyle(style(sheet, "m/d/yy h:mm"));
            Cell time = sheet.getRow(1).createCell(2);
            time.setCellValue(0.5);
            time.setCellStyle(style(sheet, "h:mm"));
        });

        ImportRow row = rows(content).get(0);

        assertThat(row.text("tps_code")).isEqualTo("2024-11-27");
        assertThat(row.text("address")).isEqualTo("2024-11-27T13:05");
        assertThat(row.text("lat")).isEqualTo("12:00");
    }

    @Test
    void theStoredResultOfAFormulaIsUsedAndTheColumnWarnedOf() {
        byte[] content = stations(sheet -> {
            for (int i = 1; i <= 3; i++) {
                sheet.createRow(i).createCell(0).setCellFormula("3604052002000+" + i);
            }
            sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        ReadTable table = TableFile.read(content, STATIONS);

        assertThat(table.rows().stream().map(row -> row.text("tps_code")))
                .containsExactly("3604052002001", "3604052002002", "3604052002003");
        assertThat(table.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("FORMULA_VALUE_USED");
            assertThat(warning.column()).isEqualTo("tps_code");
            assertThat(warning.arguments()).containsExactly(3);
        });
    }

    @Test
    void aFormulaWithoutResultAndAnErrorCellAreNamedWithTheirRows() {
        List<FieldProblem> faults = faults(stations(sheet -> {
            row(sheet, 1, "3604052002001");
            row(sheet, 2, "3604052002002").createCell(1).setCellFormula("A1&\"x\"");
            row(sheet, 3, "3604052002003").createCell(2).setCellErrorValue(FormulaError.NA.getCode());
        }));

        assertThat(faults).extracting(FieldProblem::code).containsExactly("FORMULA_WITHOUT_VALUE", "CELL_ERROR");
        assertThat(faults).extracting(FieldProblem::row).containsExactly(3, 4);
        assertThat(faults).extracting(FieldProblem::column).containsExactly("address", "lat");
        assertThat(faults).extracting(FieldProblem::value).containsExactly("=A1&\"x\"", "#N/A");
    }

    @Test
    void mergedCellsAreRefusedWithTheirRanges() {
        byte[] content = stations(sheet -> {
            row(sheet, 1, "3604052002001");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(4, 4, 1, 3));
        });

        assertThat(refusal(content).code()).isEqualTo("MERGED_CELLS");
        assertThat(refusal(content).arguments()).containsExactly("A2:A3, B5:D5");
    }

    @Test
    void onlyTheFirstVisibleSheetIsReadAndOthersWithDataAreNamed() {
        byte[] content = workbook(workbook -> {
            row(workbook.createSheet("Daftar"), 0, "hidden");
            XSSFSheet sheet = workbook.createSheet("TPS");
            row(sheet, 0, "kode_tps");
            row(sheet, 1, "3604052002001");
            row(workbook.createSheet("Petunjuk"), 0, "Isi lembar pertama");
            workbook.createSheet("Kosong");
            row(workbook.createSheet("Sisa"), 0, "kode_tps");
            workbook.setSheetHidden(0, true);
            workbook.setActiveSheet(1);
        });

        ReadTable table = TableFile.read(content, STATIONS);

        assertThat(table.rows().count()).isEqualTo(1);
        assertThat(table.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("OTHER_SHEETS_IGNORED");
            assertThat(warning.arguments()).containsExactly("Sisa");
        });
    }

    @Test
    void anEmptySheetAndAHeaderAloneAreRefused() {
        assertThat(refusal(workbook(workbook -> workbook.createSheet("TPS"))).code())
                .isEqualTo("EMPTY_FILE");
        assertThat(refusal(stations(sheet -> {})).code()).isEqualTo("NO_ROWS");
    }

    @Test
    void aHundredThousandRowsAreReadInLittleMemory() throws Exception {
        byte[] content;
        try (var workbook = new SXSSFWorkbook(100);
                var out = new java.io.ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("TPS");
            for (int i = 0; i <= 100_000; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue(i == 0 ? "kode_tps" : "36040520" + i);
                row.createCell(1).setCellValue(i == 0 ? "alamat" : "Kampung " + i % 900);
                row.createCell(2).setCellValue(i == 0 ? "lat" : "-6." + i);
            }
            workbook.write(out);
            content = out.toByteArray();
        }
        System.gc();
        long before = usedMemory();

        ReadTable table = TableFile.read(content, STATIONS);
        System.gc();

        assertThat(table.rows().count()).isEqualTo(100_000);
        assertThat(usedMemory() - before).isLessThan(100L * 1024 * 1024);
        assertThat(table.rows().problems().isEmpty()).isTrue();
    }

    private static long usedMemory() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static String number(double value, String format) {
        return rows(stations(sheet -> {
                    Cell cell = sheet.createRow(1).createCell(0);
                    cell.setCellValue(value);
                    if (format != null) {
                        cell.setCellStyle(style(sheet, format));
                    }
                }))
                .get(0)
                .text("tps_code");
    }

    private static CellStyle style(XSSFSheet sheet, String format) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        return style;
    }
}
