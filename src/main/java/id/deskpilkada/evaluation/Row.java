package id.deskpilkada.evaluation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a place, or of whatever else stands in a line.
 *
 * @param code dotted code of a region; empty where the line is of none
 * @param total whether it is the line of everything
 * @param suppressed whether cells are kept back because too few cases are behind them
 * @param cells in the order of the columns; null where there are no data
 */
public record Row(String code, String name, boolean total, boolean suppressed, List<@Nullable BigDecimal> cells) {

    public Row {
        cells = Collections.unmodifiableList(cells);
    }
}
