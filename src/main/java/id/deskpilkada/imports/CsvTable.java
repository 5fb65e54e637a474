package id.deskpilkada.imports;

import id.deskpilkada.platform.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV whose separator (comma, semicolon or tab) shows in its header line. */
final class CsvTable {

    private static final int LONGEST_HEADER = 64 * 1024;

    private CsvTable() {}

    static ReadTable read(byte[] content, List<Column> columns) {
        TextEncoding encoding = TextEncoding.of(content);
        TableCollector into = new TableCollector(columns, true);
        int lastRow = 0;
        try (CSVParser parser = format(separator(content, encoding)).parse(encoding.reader(content))) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord line = records.next();
                lastRow = Math.toIntExact(line.getRecordNumber());
                into.line(lastRow, readings(line));
            }
        } catch (IOException | UncheckedIOException e) {
            throw Problem.unprocessable("BROKEN_QUOTES", Integer.toString(lastRow + 1));
        }
        return into.finish();
    }

    private static List<Reading> readings(CSVRecord line) {
        List<Reading> readings = new ArrayList<>(line.size());
        for (String value : line) {
            readings.add(Reading.of(value));
        }
        return readings;
    }

    /** Blank lines stay in, so that rows are counted as a spreadsheet shows them. */
    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    private static char separator(byte[] content, TextEncoding encoding) {
        int[] counts = new int[3];
        String candidates = ",;\t";
        String header = headerLine(content, encoding);
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            quoted ^= header.charAt(i) == '"';
            int candidate = quoted ? -1 : candidates.indexOf(header.charAt(i));
            if (candidate >= 0) {
                counts[candidate]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates.charAt(best);
    }

    private static String headerLine(byte[] content, TextEncoding encoding) {
        try (BufferedReader reader = new BufferedReader(encoding.reader(content))) {
            StringBuilder line = new StringBuilder();
            int c;
            while ((c = reader.read()) >= 0 && line.length() < LONGEST_HEADER) {
                if (c != '\n' && c != '\r') {
                    line.append((char) c);
                } else if (!line.toString().isBlank()) {
                    break;
                }
            }
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
