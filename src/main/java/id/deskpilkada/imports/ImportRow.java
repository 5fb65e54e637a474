package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One row of a file. Readings that fail add a fault with row, column and value to the problems and return null; an empty cell is null without a fault. */
public final class ImportRow {

    private static final Map<String, Boolean> YES_NO = Map.of(
            "ya", true, "tidak", false, "true", true, "false", false, "1", true, "0", false, "yes", true, "no", false);

    private final int number;
    private final Map<String, Integer> positions;
    private final @Nullable String[] cells;

    ImportRow(int number, Map<String, Integer> positions, @Nullable String[] cells) {
        this.number = number;
        this.positions = positions;
        this.cells = cells;
    }

    /** A row that did not come from a file; an empty text is an empty cell. */
    public static ImportRow of(int number, Map<String, String> cells) {
        String[] names = cells.keySet().toArray(String[]::new);
        Map<String, Integer> positions =
                IntStream.range(0, names.length).boxed().collect(Collectors.toMap(i -> names[i], i -> i));
        @Nullable String[] values = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = CellText.cleaned(cells.get(names[i]));
        }
        return new ImportRow(number, positions, values);
    }

    /** The row as the file's reader counts it; the header is 1. */
    public int number() {
        return number;
    }

    Set<String> columns() {
        return positions.keySet();
    }

    /** The trimmed text of a cell; null if it is empty or the file has no such column. */
    public @Nullable String text(String column) {
        Integer position = positions.get(column);
        return position == null ? null : cells[position];
    }

    /** As {@link #text}; an empty cell is the fault {@code REQUIRED}. */
    public @Nullable String required(String column, ImportProblems problems) {
        String text = text(column);
        if (text == null) {
            reject(column, problems, "REQUIRED");
        }
        return text;
    }

    /** A whole number in digits only; otherwise {@code NOT_A_WHOLE_NUMBER} or {@code OUT_OF_RANGE}. */
    public @Nullable Integer wholeNumber(String column, int min, int max, ImportProblems problems) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,18}")) {
            reject(column, problems, "NOT_A_WHOLE_NUMBER");
            return null;
        }
        long value = Long.parseLong(text);
        if (value < min || value > max) {
            reject(column, problems, "OUT_OF_RANGE", Integer.toString(min), Integer.toString(max));
            return null;
        }
        return (int) value;
    }

    /** A number with point or comma before its decimals and no thousands separators; otherwise {@code NOT_A_DECIMAL_NUMBER} or {@code OUT_OF_RANGE}. */
    public @Nullable BigDecimal decimal(String column, double min, double max, ImportProblems problems) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        String plain = text.replace(',', '.').replace('\u2212', '-');
        if (!plain.matches("-?[0-9]{1,9}(\\.[0-9]{1,20})?")) {
            reject(column, problems, "NOT_A_DECIMAL_NUMBER");
            return null;
        }
        BigDecimal value = new BigDecimal(plain);
        if (value.doubleValue() < min || value.doubleValue() > max) {
            reject(column, problems, "OUT_OF_RANGE", Double.toString(min), Double.toString(max));
            return null;
        }
        return value;
    }

    /** ya/tidak, true/false, yes/no or 1/0; otherwise {@code NOT_YES_OR_NO}. */
    public @Nullable Boolean bool(String column, ImportProblems problems) {
        String text = text(column);
        Boolean value = text == null ? null : YES_NO.get(text.toLowerCase(Locale.ROOT));
        if (text != null && value == null) {
            reject(column, problems, "NOT_YES_OR_NO");
        }
        return value;
    }

    /** What the cell's word, in any case, stands for; otherwise {@code NOT_A_CHOICE} with the allowed words. The map's keys are in lower case. */
    public <T> @Nullable T choice(String column, Map<String, T> byWord, ImportProblems problems) {
        String text = text(column);
        T value = text == null ? null : byWord.get(text.toLowerCase(Locale.ROOT));
        if (text != null && value == null) {
            reject(column, problems, "NOT_A_CHOICE", String.join(", ", byWord.keySet()));
        }
        return value;
    }

    /** Adds a fault of the importer's own; its text stands in the owning module's messages under {@code problem.<code>}. */
    public void reject(String column, ImportProblems problems, String code, Object... arguments) {
        problems.add(fault(column, code, arguments));
    }

    /** The same as a value, for warnings. */
    public FieldProblem fault(String column, String code, Object... arguments) {
        return FieldProblem.row(number, column, text(column), code, arguments);
    }
}
