package id.deskpilkada.tierreport.document;

import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How reports say things: always in Indonesian, whoever downloads them, because they go to others. */
@Component
class Words {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", INDONESIAN);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", INDONESIAN);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM HH.mm", INDONESIAN);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm", INDONESIAN);
    private static final int VILLAGE = 10;

    private final MessageSource texts;
    private final Supplier<String> zone;
    private final UnaryOperator<String> regions;

    @Autowired
    Words(MessageSource texts, Regions regions) {
        this(texts, regions::zoneName, regions::name);
    }

    /** @param zone WIB, WITA or WIT @param regions gives the name of a region by its digits */
    Words(MessageSource texts, Supplier<String> zone, UnaryOperator<String> regions) {
        this.texts = texts;
        this.zone = zone;
        this.regions = regions;
    }

    String text(String key, @Nullable Object... arguments) {
        return texts.getMessage(key, arguments, key, INDONESIAN);
    }

    /** The text of a key, or what stands in for one that no bundle has. */
    String textOr(String key, String otherwise) {
        var found = texts.getMessage(key, new Object[0], otherwise, INDONESIAN);
        return found == null ? otherwise : found;
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(INDONESIAN).format(number);
    }

    /** {@code 45,3 %}; a dash where there is no whole. */
    String percent(@Nullable BigDecimal percent) {
        if (percent == null) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(INDONESIAN);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(percent) + "\u00A0%";
    }

    /** One decimal; null of nothing. */
    static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }

    /** {@code Laporan pukul 13.30 WIB}, {@code Laporan H-1}. */
    String slot(String slot) {
        return isOfTheDay(slot) ? text("tierdoc.slot.clock", slot, zone.get()) : text("tierdoc.slot.named", slot);
    }

    private static boolean isOfTheDay(String slot) {
        return slot.matches("\\d\\d\\.\\d\\d");
    }

    /** Day and date of a report, {@code Rabu, 27 November 2024}: 24.00 still belongs to the day of voting, H-1 does not. */
    String day(Snapshot snapshot) {
        return DAY.format(
                isOfTheDay(snapshot.slot())
                        ? snapshot.day()
                        : snapshot.slotDueAt().toLocalDate());
    }

    String date(OffsetDateTime at) {
        return DATE.format(at);
    }

    /** {@code 27 Nov 13.31}, in tables that say elsewhere which year and zone. */
    String moment(OffsetDateTime at) {
        return SHORT.format(at);
    }

    String clock(OffsetDateTime at) {
        return CLOCK.format(at);
    }

    /** {@code 27 November 2024 pukul 13.31 WIB}. */
    String time(OffsetDateTime at) {
        return text("tierdoc.time", DATE.format(at), CLOCK.format(at), zone.get());
    }

    /** {@code Kecamatan Kramatwatu}, {@code Kabupaten Serang}; names of districts and villages carry no word for what they are. */
    String region(String level, String name) {
        return level.equals("DISTRICT") ? text("tierdoc.district", name) : name;
    }

    /** Of a TPS code the village it is in. */
    String village(String tps) {
        return regions.apply(tps.substring(0, VILLAGE));
    }

    /** The number of a TPS in its village. */
    static String number(String tps) {
        return tps.substring(VILLAGE);
    }
}
