package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.document.Table.Column;
import id.deskpilkada.tierreport.document.Table.Kind;
import id.deskpilkada.tierreport.document.Table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables as they stand on paper: numbers as Indonesian readers write them. */
record Paper(String title, List<Head> heads, List<Line> lines) {

    /** So short a table stays on one page. */
    private static final int SHORT = 12;

    public boolean isShort() {
        return lines.size() <= SHORT;
    }

    record Head(String name, String style, boolean right) {}

    record Line(List<Cell> cells, boolean total) {}

    /** @param bar its length in percent; null where it is none */
    record Cell(String text, boolean right, boolean code, @Nullable Integer bar) {}

    static Paper of(Table table, Words words) {
        int whole = table.columns().stream().mapToInt(Column::width).sum();
        var heads = table.columns().stream()
                .map(column ->
                        new Head(column.name(), "width: " + 100 * column.width() / whole + "%", isRight(column.kind())))
                .toList();
        return new Paper(
                table.title(),
                heads,
                table.rows().stream()
                        .map(row -> line(row, table.columns(), words))
                        .toList());
    }

    private static Line line(Row row, List<Column> columns, Words words) {
        var cells = new ArrayList<Cell>();
        for (int at = 0; at < columns.size(); at++) {
            cells.add(cell(row, at, columns.get(at).kind(), words));
        }
        return new Line(cells, row.total());
    }

    private static Cell cell(Row row, int at, Kind kind, Words words) {
        var value = row.cells().get(at);
        if (value == null && row.total()) {
            return new Cell("", false, false, null);
        }
        if (kind == Kind.BAR) {
            return new Cell("", false, false, Summary.whole((BigDecimal) value));
        }
        return new Cell(text(value, kind, words), isRight(kind), kind == Kind.CODE, null);
    }

    private static String text(@Nullable Object value, Kind kind, Words words) {
        if (value == null) {
            return kind == Kind.NUMBER || kind == Kind.PERCENT ? "–" : "";
        }
        if (value instanceof BigDecimal percent) {
            return words.percent(percent);
        }
        return value instanceof Number number ? words.number(number.longValue()) : value.toString();
    }

    private static boolean isRight(Kind kind) {
        return kind == Kind.NUMBER || kind == Kind.PERCENT;
    }
}
