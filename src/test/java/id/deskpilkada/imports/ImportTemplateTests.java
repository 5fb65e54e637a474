package id.deskpilkada.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

class ImportTemplateTests {

    private final NamesImporter importer = new NamesImporter();

    @Test
    void theTemplateHasTheContractHeadersAsTextColumnsWithNotes() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);

            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("code");
            assertThat(sheet.getRow(0).getCell(2).getStringCellValue()).isEqualTo("open");
            assertThat(sheet.getLastRowNum()).isZero();
            assertThat(sheet.getColumnStyle(0).getDataFormatString()).isEqualTo("@");
            assertThat(sheet.getRow(0).getCell(0).getCellComment().getString().getString())
                    .isEqualTo("Kode wilayah.\nContoh: 36.04");
        }
    }

    @Test
    void choicesBecomeADropDownWithItsArrow() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            var rule =
                    workbook.getSheetAt(0).getCTWorksheet().getDataValidations().getDataValidationArray(0);

            assertThat(rule.getSqref().get(0)).isEqualTo("C2:C10001");
            assertThat(rule.getFormula1()).isEqualTo("Pilihan!$C$1:$C$2");
            assertThat(rule.getShowDropDown()).isFalse();
            assertThat(workbook.isSheetHidden(workbook.getSheetIndex("Pilihan")))
                    .isTrue();
            assertThat(workbook.getSheet("Pilihan").getRow(1).getCell(2).getStringCellValue())
                    .isEqualTo("tidak");
        }
    }

    @Test
    void theInstructionsExplainEachColumnInIndonesian() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            StringBuilder text = new StringBuilder();
            workbook.getSheet("Petunjuk")
                    .forEach(row -> row.forEach(cell -> text.append(new DataFormatter().formatCellValue(cell))
                            .append('|')));

            assertThat(text).contains("Kolom|Nama lain yang diterima|Wajib|Contoh|Pilihan|Keterangan|");
            assertThat(text).contains("code|kode|ya|36.04||Kode wilayah.|").contains("open|buka|tidak||ya, tidak||");
        }
    }

    @Test
    void aFilledTemplateIsReadWithoutWarningsAndAnUntouchedOneHasNoRows() throws IOException {
        byte[] filled;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SampleFiles.row(workbook.getSheetAt(0), 1, "36.04", "Serang", "ya");
            workbook.write(out);
            filled = out.toByteArray();
        }

        ReadTable table = TableFile.read(filled, importer.columns());

        assertThat(table.rows().iterator().next().text("name")).isEqualTo("Serang");
        assertThat(table.warnings()).isEmpty();
        assertThatThrownBy(() -> TableFile.read(template(), importer.columns()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("NO_ROWS"));
    }

    private byte[] template() throws IOException {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> {
                ResourceBundleMessageSource source = new ResourceBundleMessageSource();
                source.setBasename("messages/imports");
                source.setDefaultEncoding("UTF-8");
                source.setFallbackToSystemLocale(false);
                return source;
            });
            context.register(Messages.class);
            context.refresh();
            org.springframework.context.i18n.LocaleContextHolder.setLocale(java.util.Locale.forLanguageTag("id"));
            return new ImportTemplate(context.getBean(Messages.class)).of(importer);
        } finally {
            org.springframework.context.i18n.LocaleContextHolder.resetLocaleContext();
        }
    }
}
