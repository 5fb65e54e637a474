package id.deskpilkada.staff.duty;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.duty.RosterDay.Note;
import id.deskpilkada.staff.duty.RosterDay.PostDay;
import id.deskpilkada.staff.duty.Shift.OnDuty;
import id.deskpilkada.staff.duty.Shift.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the roster inside a reader's area. */
@Service
class RosterReading {

    private static final LocalTime DESK_OPENS = LocalTime.of(6, 0);
    private static final int NOTES = 5;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Elections elections;

    RosterReading(JdbcClient jdbc, Regions regions, Elections elections) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.elections = elections;
    }

    record Post(long id, String name, String area) {}

    private record ShiftRow(long id, long postId, OffsetDateTime startsAt, OffsetDateTime endsAt) {}

    /** Somebody who can be put on a roster. */
    record Candidate(String username, String name) {}

    @Transactional(readOnly = true)
    public RosterDay day(Actor actor, LocalDate day) {
        actor.require(Permission.READ_ROSTER);
        var span = span(day);
        var covered = covered(day);
        return new RosterDay(
                day,
                posts(actor).stream()
                        .map(post -> postDay(actor, post, span, covered))
                        .toList());
    }

    private PostDay postDay(Actor actor, Post post, Span day, @Nullable Span covered) {
        var shifts = shifts(post.id(), day);
        var findings = shifts.isEmpty() && covered == null
                ? List.<RosterCheck.Finding>of()
                : RosterCheck.of(shifts, day, covered);
        return new PostDay(
                post.id(),
                post.name(),
                post.area(),
                regions.name(post.area()),
                actor.may(Permission.EDIT_ROSTER, post.area()),
                shifts,
                findings,
                notes(post.id()));
    }

    List<Post> posts(Actor actor) {
        return jdbc.sql(
                        """
                        SELECT id, name, area FROM duty_post p
                        WHERE EXISTS (SELECT 1 FROM unnest(string_to_array(?, ',')) a WHERE starts_with(p.area, a)) ORDER BY area, lower(name)
                        """)
                .param(String.join(",", actor.areas(Permission.READ_ROSTER)))
                .query(Post.class)
                .list();
    }

    /** Active people who hold a role at the area itself. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String area) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT m.username, m.name FROM staff_member m JOIN staff_role r ON r.staff_id = m.id
                        WHERE m.active AND r.area = ? ORDER BY m.name, m.username LIMIT 500
                        """)
                .param(area)
                .query(Candidate.class)
                .list();
    }

    private List<Shift> shifts(long post, Span day) {
        return jdbc
                .sql(
                        "SELECT id, post_id, starts_at, ends_at FROM duty_shift WHERE post_id = ? AND starts_at < ? AND ends_at > ? ORDER BY starts_at, ends_at")
                .params(post, day.to().atOffset(ZoneOffset.UTC), day.from().atOffset(ZoneOffset.UTC))
                .query(ShiftRow.class)
                .list()
                .stream()
                .map(row -> new Shift(
                        row.id(),
                        row.postId(),
                        row.startsAt().toInstant(),
                        row.endsAt().toInstant(),
                        people(row.id())))
                .toList();
    }

    private List<OnDuty> people(long shift) {
        return jdbc.sql(
                        """
                        SELECT d.staff_id, m.username, m.name, m.phone, d.leads FROM duty_person d JOIN staff_member m ON m.id = d.staff_id
                        WHERE d.shift_id = ? ORDER BY d.leads DESC, m.name
                        """)
                .param(shift)
                .query(OnDuty.class)
                .list();
    }

    private List<Note> notes(long post) {
        return jdbc.sql(
                        "SELECT text, author_name, written_at FROM duty_note WHERE post_id = ? ORDER BY written_at DESC, id DESC LIMIT ?")
                .params(post, NOTES)
                .query(Note.class)
                .list();
    }

    /** A day as the regency's clocks count it. */
    Span span(LocalDate day) {
        var zone = regions.zone();
        return new Span(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private @Nullable Span covered(LocalDate day) {
        var voting = elections.all().stream()
                .flatMap(election -> elections.rounds(election.id()).stream())
                .anyMatch(round -> round.date().equals(day));
        return voting
                ? new Span(
                        day.atTime(DESK_OPENS).atZone(regions.zone()).toInstant(),
                        span(day).to())
                : null;
    }
}
