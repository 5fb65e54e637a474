package id.deskpilkada.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one topic, line by line. The line of everything comes last.
 *
 * @param heading of the first column, which names the lines
 */
public record Table(String key, String title, String heading, List<Column> columns, List<Row> rows) {

    /** How a bar is drawn at its longest. */
    public static final int LONGEST_BAR = 100;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Where a column stands; -1 when the table has none of this key. */
    public int at(String column) {
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).key().equals(column)) {
                return at;
            }
        }
        return -1;
    }

    /** The same with the largest figure of a column first, or with the smallest; lines without a figure behind them and the line of everything last. */
    public Table ordered(String column, boolean smallestFirst) {
        int at = at(column);
        if (at < 0) {
            return this;
        }
        Comparator<BigDecimal> figures = smallestFirst ? Comparator.naturalOrder() : Comparator.reverseOrder();
        var order = Comparator.comparing(Row::total)
                .thenComparing((Row row) -> row.cells().get(at), Comparator.nullsLast(figures));
        return new Table(
                key, title, heading, columns, rows.stream().sorted(order).toList());
    }

    /** How long the bar of a figure is, beside the largest of its column or beside 100 percent; 0 for none. */
    public int bar(Row row, int at) {
        var figure = row.cells().get(at);
        var largest = columns.get(at).unit() == Unit.PERCENT ? HUNDRED : largest(at);
        if (figure == null || row.total() || largest == null || largest.signum() == 0) {
            return 0;
        }
        return figure.multiply(BigDecimal.valueOf(LONGEST_BAR))
                .divide(largest, 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(LONGEST_BAR))
                .intValue();
    }

    private @Nullable BigDecimal largest(int at) {
        return rows.stream()
                .filter(row -> !row.total())
                .map(row -> row.cells().get(at))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
