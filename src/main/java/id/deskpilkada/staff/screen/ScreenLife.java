package id.deskpilkada.staff.screen;

import id.deskpilkada.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** How long a screen may stay open: until the morning, or some hours. */
final class ScreenLife {

    /** Code of "until 08.00 of the next morning". */
    static final String MORNING = "pagi";

    /** What the form offers. */
    static final List<String> CHOICES = List.of(MORNING, "4", "12", "24", "48");

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final Duration NIGHT = Duration.ofHours(4);
    private static final int MOST_HOURS = 48;

    private ScreenLife() {}

    /** @throws Problem 422 {@code SCREEN_LIFE} for what is neither {@link #MORNING} nor 1 to 48 hours */
    static Instant end(String choice, Instant now, ZoneId zone) {
        if (choice.equals(MORNING)) {
            return morning(now, zone);
        }
        if (choice.matches("[1-9]\\d?") && Integer.parseInt(choice) <= MOST_HOURS) {
            return now.plus(Duration.ofHours(Integer.parseInt(choice)));
        }
        throw Problem.unprocessable("SCREEN_LIFE", MOST_HOURS);
    }

    /** Whoever opens a screen shortly before eight means the next day. */
    private static Instant morning(Instant now, ZoneId zone) {
        var earliest = now.plus(NIGHT).atZone(zone);
        var morning = earliest.with(EIGHT);
        return (morning.isBefore(earliest) ? morning.plusDays(1) : morning).toInstant();
    }
}
