package id.deskpilkada.dashboard;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Numbers and times as readers write them: {@code 1.234}, {@code 52,4 %}, {@code Rabu, 27 November 2024 15.04 WIB}. Templates know it as {@code @formats}. */
@Component("formats")
public class PageFormats {

    private final Regions regions;

    PageFormats(Regions regions) {
        this.regions = regions;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(Messages.locale()).format(number);
    }

    /** One decimal; a dash when there is no whole. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(Messages.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(100.0 * part / whole) + (english() ? "%" : "\u00A0%");
    }

    public String dateTime(Instant at) {
        var pattern = english() ? "EEEE, d MMMM yyyy HH:mm" : "EEEE, d MMMM yyyy HH.mm";
        return local(at, pattern) + " " + regions.zoneName();
    }

    /** A day without its hours. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Messages.locale())
                .format(day);
    }

    public String dateTime(OffsetDateTime at) {
        return dateTime(at.toInstant());
    }

    public String time(OffsetDateTime at) {
        return local(at.toInstant(), english() ? "d MMM HH:mm" : "d MMM HH.mm") + " " + regions.zoneName();
    }

    /** Hour and minute of the day, for tables that say elsewhere which day and zone. */
    public String clock(OffsetDateTime at) {
        return local(at.toInstant(), english() ? "HH:mm" : "HH.mm");
    }

    public String clock(Instant at) {
        return local(at, english() ? "HH:mm" : "HH.mm");
    }

    /** Hour and minute on the reader's day of today, with the day else. */
    public String when(Instant at, Instant now) {
        var today = now.atZone(regions.zone()).toLocalDate();
        return at.atZone(regions.zone()).toLocalDate().equals(today)
                ? clock(at)
                : local(at, english() ? "d MMM HH:mm" : "d MMM HH.mm");
    }

    /** To the second, with the zone: as of when numbers are. */
    public String stamp(Instant at) {
        return local(at, english() ? "HH:mm:ss" : "HH.mm.ss") + " " + regions.zoneName();
    }

    private String local(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Messages.locale()).format(at.atZone(regions.zone()));
    }

    private static boolean english() {
        return Messages.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
