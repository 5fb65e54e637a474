package id.deskpilkada.imports;

import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The header line of a file, matched with the columns of its kind.
 *
 * @param names the contract name of each column of the file by position, null where it is ignored
 * @param positions the place of each contract column in a row that keeps nothing else
 * @param ignored headers that belong to no column of this kind, as written; at most 200 of them
 */
record Header(List<@Nullable String> names, Map<String, Integer> positions, List<String> ignored) {

    private static final int LISTED = 200;

    static Header read(List<Reading> cells, List<Column> columns) {
        Map<String, String> contractNames = new HashMap<>();
        columns.forEach(column -> column.headers().forEach(word -> contractNames.put(key(word), column.name())));
        List<@Nullable String> names = new ArrayList<>();
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (Reading cell : cells) {
            String written = cell.text();
            String name = written == null ? null : contractNames.get(key(written));
            if (written != null && name == null && ignored.size() < LISTED) {
                ignored.add(shortened(written));
            }
            if (name != null && positions.putIfAbsent(name, positions.size()) != null) {
                throw Problem.unprocessable("DUPLICATE_COLUMN", name, found(cells));
            }
            names.add(name);
        }
        refuseMissing(columns, positions, cells);
        return new Header(names, positions, ignored);
    }

    private static void refuseMissing(List<Column> columns, Map<String, Integer> positions, List<Reading> cells) {
        List<String> missing = columns.stream()
                .filter(Column::required)
                .filter(column -> !positions.containsKey(column.name()))
                .map(Header::described)
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.unprocessable("MISSING_COLUMNS", String.join(", ", missing), found(cells));
        }
        if (positions.isEmpty()) {
            String expected =
                    String.join(", ", columns.stream().map(Header::described).toList());
            throw Problem.unprocessable("MISSING_COLUMNS", expected, found(cells));
        }
    }

    private static String described(Column column) {
        return column.aliases().isEmpty()
                ? column.name()
                : column.name() + " (" + String.join(", ", column.aliases()) + ")";
    }

    private static String found(List<Reading> cells) {
        return String.join(
                ", ",
                cells.stream()
                        .map(Reading::text)
                        .filter(Objects::nonNull)
                        .limit(40)
                        .map(Header::shortened)
                        .toList());
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "_");
    }
}
