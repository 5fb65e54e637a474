package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the first visible sheet of an .xlsx row by row, without holding the sheet in memory. */
final class WorkbookTable {

    static final String INSTRUCTIONS = "Petunjuk";

    private static final Logger log = LoggerFactory.getLogger(WorkbookTable.class);

    private WorkbookTable() {}

    static ReadTable read(byte[] content, List<Column> columns) {
        try (WorkbookParts parts = WorkbookParts.open(content);
                ReadableWorkbook workbook = open(content)) {
            List<Sheet> sheets = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            TableCollector into = new TableCollector(columns, false);
            Sheet first = sheets.get(0);
            refuseMergedCells(SheetScan.of(parts.sheet(first.getId())));
            warnOfOthers(sheets.subList(1, sheets.size()), parts, into);
            try (Stream<Row> rows = first.openStream()) {
                CellTexts texts = new CellTexts(workbook.isDate1904());
                rows.forEach(row -> into.line(row.getRowNum(), readings(row, texts)));
            }
            return into.finish();
        } catch (Problem problem) {
            throw problem;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // Whatever a damaged file makes the parsers throw, its sender needs one answer.
            log.info(
                    "Refused a file that is no readable workbook: {}",
                    e.getClass().getName());
            throw Problem.unprocessable("NOT_A_WORKBOOK");
        }
    }

    /** Formats need a styles part, which some programs leave out. */
    private static ReadableWorkbook open(byte[] content) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(false, true));
        }
    }

    private static List<Reading> readings(Row row, CellTexts texts) {
        List<Reading> readings = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            readings.add(cell == null ? Reading.EMPTY : texts.read(cell));
        }
        return readings;
    }

    private static void refuseMergedCells(SheetScan scan) {
        if (!scan.mergedRanges().isEmpty()) {
            throw Problem.unprocessable("MERGED_CELLS", String.join(", ", scan.mergedRanges()));
        }
    }

    private static void warnOfOthers(List<Sheet> others, WorkbookParts parts, TableCollector into)
            throws IOException, XMLStreamException {
        List<String> filled = new ArrayList<>();
        for (Sheet sheet : others) {
            if (!sheet.getName().equalsIgnoreCase(INSTRUCTIONS) && SheetScan.hasData(parts.sheet(sheet.getId()))) {
                filled.add(sheet.getName());
            }
        }
        if (!filled.isEmpty()) {
            String names = String.join(", ", filled);
            into.warn(FieldProblem.field("file", names, "OTHER_SHEETS_IGNORED", names));
        }
    }
}
