package id.deskpilkada.tierreport.document;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report, not yet written for paper or a spreadsheet, so that the same figures stand in both.
 *
 * @param key names it in CSV
 */
record Table(String key, String title, List<Column> columns, List<Row> rows) {

    /** How cells of a column are written. */
    enum Kind {
        TEXT,
        CODE,
        NUMBER,
        /** A decimal of a hundred. */
        PERCENT,
        /** A share drawn as a bar; on paper only. */
        BAR
    }

    /** @param width on paper in parts of the whole, in spreadsheets in characters */
    record Column(String name, Kind kind, int width) {}

    /** @param total whether it adds up the others */
    record Row(List<@Nullable Object> cells, boolean total) {

        static Row of(@Nullable Object... cells) {
            return new Row(Arrays.asList(cells), false);
        }

        static Row total(@Nullable Object... cells) {
            return new Row(Arrays.asList(cells), true);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }
}
