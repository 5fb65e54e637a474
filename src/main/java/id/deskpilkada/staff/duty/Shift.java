package id.deskpilkada.staff.duty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One shift at a post: its beginning belongs to it, its end to the next one. */
record Shift(long id, long postId, Instant startsAt, Instant endsAt, List<OnDuty> people) {

    record OnDuty(long staffId, String username, String name, @Nullable String phone, boolean leads) {}

    public boolean runsAt(Instant at) {
        return !at.isBefore(startsAt) && at.isBefore(endsAt);
    }

    Span span() {
        return new Span(startsAt, endsAt);
    }

    /** A stretch of time. */
    record Span(Instant from, Instant to) {

        boolean overlaps(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }

        /** The part inside another one; its end lies before its beginning where there is none. */
        Span within(Span other) {
            return new Span(from.isBefore(other.from) ? other.from : from, to.isAfter(other.to) ? other.to : to);
        }

        boolean isEmpty() {
            return !from.isBefore(to);
        }
    }
}
