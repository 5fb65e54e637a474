package id.deskpilkada.imports;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the lines of a table, whatever its format, into rows under contract names. The first line that is not blank is the header. */
final class TableCollector {

    static final int MOST_ROWS = 200_000;

    private record FormulaUse(int firstRow, int cells) {}

    private final List<Column> columns;
    private final boolean fixedWidth;
    private final List<ImportRow> rows = new ArrayList<>();
    private final ImportProblems problems = new ImportProblems();
    private final List<FieldProblem> warnings = new ArrayList<>();
    private final Map<String, FormulaUse> formulas = new LinkedHashMap<>();
    private @Nullable Header header;
    private @Nullable String[] previous = {};

    /** @param fixedWidth whether cells to the right of the header are a fault, as in CSV, where they betray an unquoted separator */
    TableCollector(List<Column> columns, boolean fixedWidth) {
        this.columns = columns;
        this.fixedWidth = fixedWidth;
    }

    void line(int number, List<Reading> cells) {
        if (cells.stream().allMatch(Reading::isBlank)) {
            return;
        }
        if (header == null) {
            header = Header.read(cells, columns);
            return;
        }
        if (rows.size() >= MOST_ROWS) {
            throw Problem.unprocessable("TOO_MANY_ROWS", MOST_ROWS);
        }
        @Nullable String[] texts = texts(header, number, cells);
        rows.add(new ImportRow(number, header.positions(), texts));
        previous = texts;
    }

    void warn(FieldProblem warning) {
        warnings.add(warning);
    }

    ReadTable finish() {
        if (header == null) {
            throw Problem.unprocessable("EMPTY_FILE");
        }
        if (rows.isEmpty()) {
            throw Problem.unprocessable("NO_ROWS");
        }
        formulas.forEach((column, use) ->
                warnings.add(FieldProblem.row(use.firstRow(), column, null, "FORMULA_VALUE_USED", use.cells())));
        return new ReadTable(
                new ImportRows(header.positions().keySet(), rows, problems), header.ignored(), List.copyOf(warnings));
    }

    private @Nullable String[] texts(Header of, int number, List<Reading> cells) {
        int width = of.names().size();
        @Nullable String[] texts = new String[of.positions().size()];
        for (int i = 0; i < Math.min(width, cells.size()); i++) {
            String column = of.names().get(i);
            if (column != null) {
                int position = Objects.requireNonNull(of.positions().get(column));
                texts[position] = text(column, number, cells.get(i), position);
            }
        }
        for (int i = width; fixedWidth && i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                problems.add(FieldProblem.row(
                        number, "kolom " + (i + 1), cells.get(i).text(), "TOO_MANY_CELLS", width));
                break;
            }
        }
        return texts;
    }

    private @Nullable String text(String column, int number, Reading cell, int position) {
        if (cell.formula()) {
            formulas.merge(
                    column, new FormulaUse(number, 1), (old, added) -> new FormulaUse(old.firstRow(), old.cells() + 1));
        }
        if (cell.fault() != null) {
            problems.add(FieldProblem.row(number, column, cell.text(), cell.fault()));
            return null;
        }
        return sharedWithPrevious(cell.text(), position);
    }

    /** Region names and codes repeat from row to row; one text for all of them keeps a large file small in memory. */
    private @Nullable String sharedWithPrevious(@Nullable String text, int position) {
        String above = position < previous.length ? previous[position] : null;
        return above != null && above.equals(text) ? above : text;
    }
}
