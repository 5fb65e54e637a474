package id.deskpilkada.evaluation;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Texts, numbers and times in one language: files are always Indonesian, pages and programs get the reader's. */
public record Words(MessageSource messages, Locale locale, ZoneId zone, String zoneName) {

    private static final String DASH = "–";

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A figure with its definition, from the texts of its key. @param arguments of all of them */
    public Column column(String key, Unit unit, Object... arguments) {
        return column(key, key, unit, arguments);
    }

    /** As {@link #column(String, Unit, Object...)}, with the texts of another key. */
    public Column column(String key, String texts, Unit unit, Object... arguments) {
        var of = "evaluation.figure." + texts;
        return new Column(
                key,
                unit,
                text(of, arguments),
                text(of + ".what", arguments),
                text(of + ".since", arguments),
                text(of + ".out", arguments));
    }

    /** {@code 1.234}, {@code 12,5 mnt}, {@code 3 j 05 mnt}, {@code 71,2 %}; a dash where there is nothing. */
    public String figure(Unit unit, @Nullable BigDecimal value) {
        if (value == null) {
            return DASH;
        }
        return switch (unit) {
            case COUNT -> number(value, 0);
            case PERCENT -> number(value, 1) + (english() ? "%" : "\u00A0%");
            case MINUTES -> span(value);
        };
    }

    private String span(BigDecimal minutes) {
        long whole = Math.round(minutes.doubleValue());
        return whole < 100
                ? text("evaluation.minutes", number(minutes, 1))
                : text("evaluation.hours", whole / 60, "%02d".formatted(whole % 60));
    }

    /** What a cell shows. */
    public String cell(Table table, Row row, int at) {
        return row.suppressed() && row.cells().get(at) == null
                ? text("evaluation.few")
                : figure(table.columns().get(at).unit(), row.cells().get(at));
    }

    /** {@code 27 November 2024 21.04 WIB}. */
    public String time(Instant at) {
        return DateTimeFormatter.ofPattern(english() ? "d MMMM yyyy HH:mm" : "d MMMM yyyy HH.mm", locale)
                        .format(at.atZone(zone))
                + " " + zoneName;
    }

    /** {@code 07.30}. */
    public String clock(Instant at) {
        return DateTimeFormatter.ofPattern(english() ? "HH:mm" : "HH.mm", locale)
                .format(at.atZone(zone));
    }

    private String number(BigDecimal value, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    private boolean english() {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
