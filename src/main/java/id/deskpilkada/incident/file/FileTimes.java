package id.deskpilkada.incident.file;

import id.deskpilkada.region.Regions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times and spans as files write them, in the regency's zone and always in Indonesian. */
@Component
public class FileTimes {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMM yyyy HH.mm.ss", INDONESIAN);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM HH.mm.ss", INDONESIAN);

    private final Regions regions;

    FileTimes(Regions regions) {
        this.regions = regions;
    }

    /** ISO 8601 with the offset of the regency, to the second. */
    @Nullable
    String local(@Nullable OffsetDateTime at) {
        return at == null
                ? null
                : at.atZoneSameInstant(regions.zone())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toOffsetDateTime()
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** {@code 27 Nov 2024 10.05.12 WIB}. */
    public String time(Instant at) {
        return LONG.format(at.atZone(regions.zone())) + " " + regions.zoneName();
    }

    /** {@code 27 Nov 10.05.12}, where the year and the zone are known. */
    public String line(OffsetDateTime at) {
        return SHORT.format(at.atZoneSameInstant(regions.zone()));
    }

    /** {@code 1 jam 4 menit}, {@code 4 menit 12 detik}. */
    public String span(Duration span) {
        if (span.isNegative()) {
            return "0 detik";
        }
        return span.toHours() > 0
                ? span.toHours() + " jam " + span.toMinutesPart() + " menit"
                : span.toMinutes() > 0
                        ? span.toMinutes() + " menit " + span.toSecondsPart() + " detik"
                        : span.toSeconds() + " detik";
    }
}
