package id.deskpilkada.imports;

import java.util.HashMap;
import java.util.Map;

/** Remembers the codes of a file's rows, so that a code that comes twice is refused with both row numbers ({@code DUPLICATE_ROW}). */
public final class RowKeys {

    private final Map<String, Integer> firstRows = new HashMap<>();

    /** Whether this key is new in the file; otherwise the row is reported at the column that carries the key. */
    public boolean isFirst(String key, ImportRow row, String column, ImportProblems problems) {
        Integer first = firstRows.putIfAbsent(key, row.number());
        if (first != null) {
            row.reject(column, problems, "DUPLICATE_ROW", first.toString());
        }
        return first == null;
    }
}
