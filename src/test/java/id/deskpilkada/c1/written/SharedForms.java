package id.deskpilkada.c1.written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Real forms of the presidential election of 2024 (public facts published by KPU), where a copy of them lies beside the project. */
final class SharedForms {

    static final List<Integer> CANDIDATES = List.of(1, 2, 3);

    /** No list is imported for these TPS: figures are measured by the legal size of 300. */
    static final C1RulesFixture PEMILU = C1RulesFixture.PILKADA
            .law(C1Facts.Law.PEMILU, 1, 2, 3)
            .imported(null)
            .village(List.of())
            .otherRaces();

    private static final Path DATA = Path.of("../shared/data");
    private static final Map<String, String> LINES = Map.of(
            "pemilih_dpt", "dpt",
            "pengguna_dpt", "voters.listed",
            "pengguna_dptb", "voters.movedIn",
            "pengguna_non_dpt", "voters.unlisted",
            "pengguna_dpk", "voters.unlisted",
            "pengguna_total", "voters.total");
    private static final Map<String, String> COLUMNS = Map.of("l", "male", "p", "female", "j", "total");
    private static final Map<String, String> SINGLE = Map.of(
            "suara_sah", "validVotes",
            "suara_tidak_sah", "invalidVotes",
            "suara_total", "totalVotes",
            "suara_1", "votes.1",
            "suara_2", "votes.2",
            "suara_3", "votes.3");

    private SharedForms() {}

    static boolean present(String file) {
        return Files.exists(DATA.resolve(file));
    }

    static JsonNode json(String file) throws IOException {
        return C1DataFixture.JSON.readTree(DATA.resolve(file).toFile());
    }

    static List<CSVRecord> rows(String file) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(DATA.resolve(file));
                var parser = format.parse(reader)) {
            return parser.getRecords();
        }
    }

    /** A row of KPU's published figures as the form it was read from; a column that the source lacks is a blank. */
    static C1Data form(Function<String, String> row) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        LINES.forEach((line, path) -> COLUMNS.forEach((column, name) -> {
            var written = row.apply(line + "_" + column);
            if (written != null) {
                put(form, path + "." + name, written);
            }
        }));
        SINGLE.forEach((column, path) -> put(form, path, row.apply(column)));
        return C1DataReader.read(form, CANDIDATES);
    }

    private static void put(ObjectNode form, String path, String written) {
        C1DataFixture.put(form, path, written == null || written.isBlank() ? null : Integer.valueOf(written));
    }
}
