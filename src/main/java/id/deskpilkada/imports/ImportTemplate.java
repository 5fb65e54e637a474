package id.deskpilkada.imports;

import id.deskpilkada.platform.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * Writes the workbook that officials fill in: an empty first sheet with the headers, and a second one that explains each column. The examples stand there and
 * in notes on the headers, not in a row that someone could upload by mistake.
 */
@Component
class ImportTemplate {

    private static final int ROWS_WITH_CHOICES = 10_000;
    private static final int CHARACTER_WIDTH = 256;
    private static final String CHOICES = "Pilihan";

    private final Messages messages;

    ImportTemplate(Messages messages) {
        this.messages = messages;
    }

    byte[] of(Importer importer) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet data = workbook.createSheet(importer.kind());
            writeHeader(workbook, data, importer.columns());
            writeInstructions(workbook, importer.columns());
            writeChoices(workbook, data, importer.columns());
            workbook.setActiveSheet(0);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** Cells are formatted as text, so that a spreadsheet does not turn codes into numbers. */
    private void writeHeader(Workbook workbook, Sheet data, List<Column> columns) {
        CellStyle text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        CellStyle bold = bold(workbook);
        Row header = data.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            header.createCell(i).setCellValue(column.name());
            header.getCell(i).setCellStyle(bold);
            data.setDefaultColumnStyle(i, text);
            data.setColumnWidth(i, Math.max(16, column.name().length() + 4) * CHARACTER_WIDTH);
            comment(data, i, note(column));
        }
        data.createFreezePane(0, 1);
    }

    private String note(Column column) {
        String example = column.example().isEmpty() ? "" : label("example") + ": " + column.example();
        return String.join("\n", column.note(), example).strip();
    }

    private static void comment(Sheet sheet, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, column, 1, column + 3, 6);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(text));
        comment.setAddress(new CellAddress(0, column));
    }

    private void writeInstructions(Workbook workbook, List<Column> columns) {
        Sheet sheet = workbook.createSheet(WorkbookTable.INSTRUCTIONS);
        sheet.createRow(0).createCell(0).setCellValue(label("hint"));
        Row header = row(
                sheet,
                2,
                List.of(
                        label("column"),
                        label("aliases"),
                        label("required"),
                        label("example"),
                        label("choices"),
                        label("note")));
        CellStyle bold = bold(workbook);
        header.forEach(cell -> cell.setCellStyle(bold));
        for (Column column : columns) {
            row(
                    sheet,
                    sheet.getLastRowNum() + 1,
                    List.of(
                            column.name(),
                            String.join(", ", column.aliases()),
                            label(column.required() ? "yes" : "no"),
                            column.example(),
                            String.join(", ", column.choices()),
                            column.note()));
        }
        for (int i = 0; i < 6; i++) {
            sheet.setColumnWidth(i, (i == 5 ? 80 : 24) * CHARACTER_WIDTH);
        }
    }

    /** The words stand on a hidden sheet, because a list inside the rule itself may hold 255 characters only. */
    private static void writeChoices(Workbook workbook, Sheet data, List<Column> columns) {
        if (columns.stream().allMatch(column -> column.choices().isEmpty())) {
            return;
        }
        Sheet words = workbook.createSheet(CHOICES);
        workbook.setSheetHidden(workbook.getSheetIndex(words), true);
        for (int i = 0; i < columns.size(); i++) {
            List<String> choices = columns.get(i).choices();
            for (int j = 0; j < choices.size(); j++) {
                Row row = words.getRow(j) == null ? words.createRow(j) : words.getRow(j);
                row.createCell(i).setCellValue(choices.get(j));
            }
            if (!choices.isEmpty()) {
                String letter = CellReference.convertNumToColString(i);
                addDropDown(data, i, CHOICES + "!$" + letter + "$1:$" + letter + "$" + choices.size());
            }
        }
    }

    private static void addDropDown(Sheet data, int column, String range) {
        DataValidationHelper rules = data.getDataValidationHelper();
        DataValidation rule = rules.createValidation(
                rules.createFormulaListConstraint(range),
                new CellRangeAddressList(1, ROWS_WITH_CHOICES, column, column));
        rule.setSuppressDropDownArrow(true);
        rule.setShowErrorBox(true);
        data.addValidationData(rule);
    }

    private static Row row(Sheet sheet, int index, List<String> texts) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
        return row;
    }

    private static CellStyle bold(Workbook workbook) {
        Font font = workbook.createFont();
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private String label(String key) {
        return messages.text("imports.template." + key);
    }
}
