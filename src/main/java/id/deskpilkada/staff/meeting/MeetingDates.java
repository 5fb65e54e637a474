package id.deskpilkada.staff.meeting;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Days and times of meetings as pages and documents write them, in the regency's zone. */
@Component
public class MeetingDates {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Regions regions;

    MeetingDates(Regions regions) {
        this.regions = regions;
    }

    /** {@code Senin, 4 November 2024 09.00 WIB}. */
    public String time(OffsetDateTime at) {
        var local = at.atZoneSameInstant(regions.zone());
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy HH.mm", Messages.locale())
                        .format(local) + " " + regions.zoneName();
    }

    /** The same in Indonesian, whoever asks: for documents. */
    public Paper onPaper() {
        return new Paper(regions);
    }

    /** Dates on paper. */
    public record Paper(Regions regions) {

        public String time(OffsetDateTime at) {
            var local = at.atZoneSameInstant(regions.zone());
            return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, 'pukul' HH.mm", INDONESIAN)
                            .format(local) + " " + regions.zoneName();
        }

        public String day(LocalDate day) {
            return DateTimeFormatter.ofPattern("d MMM yyyy", INDONESIAN).format(day);
        }
    }

    /** {@code 4 Nov 2024}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", Messages.locale()).format(day);
    }
}
