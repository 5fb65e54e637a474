package id.deskpilkada.dashboard.day;

import id.deskpilkada.dashboard.Standpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The five answers of the front page about a place, and its parts.
 *
 * @param slots that have opened, in the order in which they are due
 * @param children one level down
 * @param here all of them together
 * @param subject the reports that {@code children} and {@code here} count
 */
public record DayView(
        DayQuestion question,
        Standpoint stand,
        Moment moment,
        Lateness late,
        Burning burning,
        List<RaceLine> races,
        List<SlotLine> slots,
        List<PlaceStanding> children,
        Instant asOf,
        PlaceStanding here,
        Subject subject) {

    private static final int MINUTES = 60;
    private static final int TWO_DAYS = 48;

    /** A length of time in words. @param words message key with both numbers as its arguments */
    public record Span(String words, long one, long two) {}

    /** From now until what comes next; null when nothing does. */
    public @Nullable Span untilNext() {
        var next = moment.next();
        if (next == null) {
            return null;
        }
        var rest = Duration.between(asOf, next.at());
        if (rest.toHours() >= TWO_DAYS) {
            return new Span("day.in.days", rest.toDays(), 0);
        }
        return rest.toMinutes() < MINUTES
                ? new Span("day.in.minutes", Math.max(1, rest.toMinutes()), 0)
                : new Span("day.in.hours", rest.toHours(), rest.toMinutesPart());
    }

    /** Where the reports of a slot are worked on. */
    public String pageOf(SlotLine line) {
        return switch (line.kind()) {
            case READINESS -> question.at("/desk/kesiapan");
            case VOTING -> question.at("/desk/pemungutan") + "&slot=" + line.slot();
            default ->
                races.stream()
                        .filter(race -> race.race().equals(line.race()))
                        .map(RaceLine::url)
                        .findFirst()
                        .orElse(question.at("/desk/suara"));
        };
    }
}
