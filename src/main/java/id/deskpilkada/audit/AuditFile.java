package id.deskpilkada.audit;

import id.deskpilkada.platform.SafeCell;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail as a file for auditors, with everything from which digests and chain can be worked out again. A text that a spreadsheet would take for a formula has an apostrophe before it. */
@Component
class AuditFile {

    static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "action",
            "object",
            "area",
            "staff_id",
            "username",
            "work",
            "channel",
            "address",
            "user_agent",
            "request_id",
            "route",
            "outcome",
            "details",
            "inserted_by",
            "salt",
            "digest",
            "chain",
            "position",
            "hash");

    private final AuditLines lines;

    AuditFile(AuditLines lines) {
        this.lines = lines;
    }

    void csv(AuditQuestion question, OutputStream out) throws IOException {
        try (var csv = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS);
            lines.each(question, line -> print(csv, line));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void print(CSVPrinter csv, AuditLine line) {
        try {
            csv.printRecord(cells(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void xlsx(AuditQuestion question, OutputStream out) throws IOException {
        try (var workbook = new SXSSFWorkbook(100)) {
            SXSSFSheet sheet = workbook.createSheet("audit");
            sheet.createFreezePane(0, 1);
            write(sheet, 0, COLUMNS);
            var at = new int[] {1};
            lines.each(question, line -> write(sheet, at[0]++, cells(line)));
            workbook.write(out);
        }
    }

    private static void write(SXSSFSheet sheet, int number, List<String> cells) {
        var row = sheet.createRow(number);
        for (int column = 0; column < cells.size(); column++) {
            row.createCell(column).setCellValue(cells.get(column));
        }
    }

    private static List<String> cells(AuditLine line) {
        return Stream.of(
                        line.id(),
                        line.at().toString(),
                        line.action(),
                        line.object(),
                        line.area(),
                        text(line.staffId()),
                        line.username(),
                        line.work(),
                        line.channel(),
                        line.address(),
                        line.userAgent(),
                        line.requestId(),
                        line.route(),
                        line.outcome(),
                        line.details(),
                        line.insertedBy(),
                        line.salt(),
                        line.digest(),
                        line.chain(),
                        text(line.position()),
                        line.hash())
                .map(cell -> cell == null ? "" : SafeCell.escape(cell))
                .toList();
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }
}
