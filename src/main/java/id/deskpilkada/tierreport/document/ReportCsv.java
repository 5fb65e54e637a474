package id.deskpilkada.tierreport.document;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.SafeCell;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/**
 * A report as one long CSV, each figure on a line of its own with its path in the snapshot: {@code region,name,path,value}. A region of the tier below has its figures under its own code, so
 * that a program can group and compare without knowing the layout of a sheet.
 */
@Component
class ReportCsv {

    private static final String[] HEADER = {"region", "name", "path", "value"};

    /** By what an entry of a list is named; of those that it has. */
    private static final Set<String> NAMES = Set.of("code", "kind", "slot", "race", "number", "ballotNumber", "tps");

    String of(Material of) {
        var out = new StringBuilder();
        try (var printer = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(out)) {
            line(printer, of.snapshot(), "report", of.code());
            line(printer, of.snapshot(), "digest", of.digest());
            line(printer, of.snapshot(), "state", of.state().name());
            figures(printer, of.snapshot());
            for (var part : of.parts().values()) {
                figures(printer, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void figures(CSVPrinter printer, Snapshot snapshot) throws IOException {
        walk(printer, snapshot, "", CanonicalJson.tree(CanonicalJson.write(snapshot)));
    }

    private static void walk(CSVPrinter printer, Snapshot of, String path, JsonNode node) throws IOException {
        if (node.isObject()) {
            for (var field : node.properties()) {
                walk(printer, of, path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
            }
        } else if (node.isArray()) {
            int at = 0;
            for (var entry : node) {
                walk(printer, of, path + "[" + name(entry, at++) + "]", entry);
            }
        } else {
            line(printer, of, path, node.asText());
        }
    }

    private static String name(JsonNode entry, int at) {
        var name = new StringBuilder();
        var keyed = entry.path("region").isObject() ? entry.path("region") : entry;
        for (var field : keyed.properties()) {
            if (NAMES.contains(field.getKey())) {
                name.append(name.isEmpty() ? "" : " ").append(field.getValue().asText());
            }
        }
        return name.isEmpty() ? Integer.toString(at) : name.toString();
    }

    private static void line(CSVPrinter printer, Snapshot of, String path, String value) throws IOException {
        printer.printRecord(
                of.region().code(), SafeCell.escape(of.region().name()), SafeCell.escape(path), SafeCell.escape(value));
    }
}
