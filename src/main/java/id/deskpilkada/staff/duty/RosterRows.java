package id.deskpilkada.staff.duty;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.duty.Shift.Span;
import id.deskpilkada.staff.duty.ShiftDraft.Someone;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes shifts, and keeps one person from two places at one time. */
@Component
class RosterRows {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH.mm", Locale.forLanguageTag("id"));

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Regions regions;

    RosterRows(JdbcClient jdbc, Staff staff, Regions regions) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.regions = regions;
    }

    record Stored(long id, long postId, String area, String post, OffsetDateTime startsAt, OffsetDateTime endsAt) {

        Span span() {
            return new Span(startsAt.toInstant(), endsAt.toInstant());
        }
    }

    private record Busy(String name, String post, OffsetDateTime startsAt, OffsetDateTime endsAt) {}

    /** @throws Problem 404 {@code UNKNOWN_SHIFT} */
    Stored require(long id) {
        return jdbc.sql(
                        """
                        SELECT s.id, s.post_id, p.area, p.name AS post, s.starts_at, s.ends_at FROM duty_shift s JOIN duty_post p ON p.id = s.post_id WHERE s.id = ?
                        """)
                .param(id)
                .query(Stored.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_SHIFT"));
    }

    /** The shift with just this beginning and end at the post. */
    Optional<Long> find(long post, Span span) {
        return jdbc.sql("SELECT id FROM duty_shift WHERE post_id = ? AND starts_at = ? AND ends_at = ?")
                .params(post, at(span.from()), at(span.to()))
                .query(Long.class)
                .optional();
    }

    /** The post of that name, founded when it is new. */
    long post(String name, String area) {
        jdbc.sql("INSERT INTO duty_post (name, area) VALUES (?, ?) ON CONFLICT (area, lower(name)) DO NOTHING")
                .params(name, area)
                .update();
        return jdbc.sql("SELECT id FROM duty_post WHERE area = ? AND lower(name) = lower(?)")
                .params(area, name)
                .query(Long.class)
                .single();
    }

    /** @throws Problem 409 {@code DUTY_SHIFT_EXISTS} */
    long insert(long post, Span span) {
        return jdbc.sql(
                        "INSERT INTO duty_shift (post_id, starts_at, ends_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING id")
                .params(post, at(span.from()), at(span.to()))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Problem.conflict("DUTY_SHIFT_EXISTS"));
    }

    void remove(long shift) {
        jdbc.sql("DELETE FROM duty_shift WHERE id = ?").param(shift).update();
    }

    List<Someone> people(long shift) {
        return jdbc.sql(
                        "SELECT m.username, d.leads FROM duty_person d JOIN staff_member m ON m.id = d.staff_id WHERE d.shift_id = ?")
                .param(shift)
                .query(Someone.class)
                .list();
    }

    /** @throws Problem 422 {@code UNKNOWN_STAFF}, {@code DUTY_PERSON_BUSY} */
    void setPeople(long shift, Span span, List<Someone> people) {
        clear(shift);
        people.forEach(someone -> put(shift, span, someone));
    }

    void clear(long shift) {
        jdbc.sql("DELETE FROM duty_person WHERE shift_id = ?").param(shift).update();
    }

    void put(long shift, Span span, Someone someone) {
        var person = staff.person(someone.username())
                .filter(Person::active)
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_STAFF", someone.username()));
        // Two editors at once: the second looks when the first is done.
        jdbc.sql("SELECT count(pg_advisory_xact_lock(104, ?::int))")
                .param((int) person.id())
                .query(Long.class)
                .single();
        busy(person.id(), shift, span).ifPresent(busy -> {
            throw Problem.unprocessable(
                    "DUTY_PERSON_BUSY", person.name(), busy.post(), time(busy.startsAt()), time(busy.endsAt()));
        });
        jdbc.sql(
                        "INSERT INTO duty_person (shift_id, staff_id, leads) VALUES (?, ?, ?) ON CONFLICT (shift_id, staff_id) DO UPDATE SET leads = excluded.leads")
                .params(shift, person.id(), someone.leads())
                .update();
    }

    void take(long shift, String username) {
        jdbc.sql(
                        "DELETE FROM duty_person d USING staff_member m WHERE m.id = d.staff_id AND d.shift_id = ? AND m.username = ?")
                .params(shift, username)
                .update();
    }

    private Optional<Busy> busy(long person, long shift, Span span) {
        return jdbc.sql(
                        """
                        SELECT m.name, p.name AS post, s.starts_at, s.ends_at FROM duty_person d JOIN duty_shift s ON s.id = d.shift_id
                        JOIN duty_post p ON p.id = s.post_id JOIN staff_member m ON m.id = d.staff_id
                        WHERE d.staff_id = ? AND s.id <> ? AND s.starts_at < ? AND s.ends_at > ? ORDER BY s.starts_at LIMIT 1
                        """)
                .params(person, shift, at(span.to()), at(span.from()))
                .query(Busy.class)
                .optional();
    }

    private String time(OffsetDateTime at) {
        return TIME.format(at.atZoneSameInstant(regions.zone())) + " " + regions.zoneName();
    }

    private static OffsetDateTime at(java.time.Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
