package id.deskpilkada.staff.duty;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.duty.Shift.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A shift as somebody plans it.
 *
 * @param post name of the post; one that is not known yet is founded
 * @param area digits of the place of the post
 */
record ShiftDraft(String post, String area, Instant startsAt, Instant endsAt, List<Someone> people) {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_NAME = 100;

    ShiftDraft {
        post = post.strip();
        people = List.copyOf(people);
        if (post.isEmpty() || post.length() > LONGEST_NAME) {
            throw Problem.unprocessable("DUTY_POST_UNNAMED");
        }
        if (!startsAt.isBefore(endsAt) || Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
            throw Problem.unprocessable("DUTY_SHIFT_LENGTH");
        }
    }

    record Someone(String username, boolean leads) {}

    Span span() {
        return new Span(startsAt, endsAt);
    }

    /** From one time of the clock to another; one that is not later belongs to the next day. */
    static Span between(LocalDate day, LocalTime from, LocalTime to, ZoneId zone) {
        var lastDay = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(
                day.atTime(from).atZone(zone).toInstant(),
                lastDay.atTime(to).atZone(zone).toInstant());
    }
}
