package id.deskpilkada.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a figure is measured in. */
public enum Unit {
    COUNT,
    MINUTES,
    PERCENT;

    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One decimal; null stays null. */
    public static @Nullable BigDecimal minutes(@Nullable Long seconds) {
        return seconds == null ? null : BigDecimal.valueOf(seconds).divide(SECONDS, 1, RoundingMode.HALF_UP);
    }

    /** One decimal; null without a whole. */
    public static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
