package id.deskpilkada.staff.duty;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.region.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times of a roster as the page writes them, in the regency's zone. */
@Component
public class RosterTimes {

    private final Regions regions;

    RosterTimes(Regions regions) {
        this.regions = regions;
    }

    /** {@code 22.00–06.00 WITA}, with the date where an end lies on another day than the page's. */
    public String span(Instant from, Instant to, LocalDate day) {
        return one(from, day) + "–" + one(to, day) + " " + regions.zoneName();
    }

    private String one(Instant at, LocalDate day) {
        var local = at.atZone(regions.zone());
        var midnight =
                local.toLocalTime().toSecondOfDay() == 0 && local.toLocalDate().equals(day.plusDays(1));
        if (midnight) {
            return "24.00";
        }
        var time = DateTimeFormatter.ofPattern("HH.mm").format(local);
        return local.toLocalDate().equals(day) ? time : format("d MMM", local.toLocalDate()) + " " + time;
    }

    public String day(LocalDate day) {
        return format("EEEE, d MMMM yyyy", day);
    }

    public String zone() {
        return regions.zoneName();
    }

    /** Address that dials a number of the staff list; null for what is none. */
    public @Nullable String dial(@Nullable String phone) {
        return phone == null
                ? null
                : PhoneNumber.of(phone).map(number -> "tel:" + number.value()).orElse(null);
    }

    private static String format(String pattern, LocalDate day) {
        return DateTimeFormatter.ofPattern(pattern, Messages.locale()).format(day);
    }
}
