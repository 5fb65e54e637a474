package id.deskpilkada.staff.duty;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.duty.Shift.Span;
import id.deskpilkada.staff.duty.ShiftDraft.Someone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk and its supervisors do with the roster. */
@Service
class RosterDesk {

    private static final int LONGEST_NOTE = 2000;

    private final RosterRows rows;
    private final JdbcClient jdbc;
    private final Regions regions;
    private final Clock clock;

    RosterDesk(RosterRows rows, JdbcClient jdbc, Regions regions, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** @throws Problem 409 {@code DUTY_SHIFT_EXISTS}, 422 {@code UNKNOWN_STAFF}, {@code DUTY_PERSON_BUSY} */
    @Transactional
    public long add(Actor actor, ShiftDraft draft) {
        actor.require(Permission.EDIT_ROSTER, draft.area());
        regions.require(draft.area());
        var shift = rows.insert(rows.post(draft.post(), draft.area()), draft.span());
        rows.setPeople(shift, draft.span(), draft.people());
        return shift;
    }

    @Transactional
    public void remove(Actor actor, long shift) {
        editable(actor, shift);
        rows.remove(shift);
    }

    @Transactional
    public void setPeople(Actor actor, long shift, List<Someone> people) {
        rows.setPeople(shift, editable(actor, shift).span(), people);
    }

    @Transactional
    public void put(Actor actor, long shift, Someone someone) {
        rows.put(shift, editable(actor, shift).span(), someone);
    }

    @Transactional
    public void take(Actor actor, long shift, String username) {
        editable(actor, shift);
        rows.take(shift, username);
    }

    /** The same shift with the same people on another day, at the same time of the regency's clocks. */
    @Transactional
    public long copy(Actor actor, long shift, LocalDate day) {
        var from = editable(actor, shift);
        var zone = regions.zone();
        var startsAt = from.startsAt().atZoneSameInstant(zone);
        var endsAt = from.endsAt().atZoneSameInstant(zone);
        var span = ShiftDraft.between(day, startsAt.toLocalTime(), endsAt.toLocalTime(), zone);
        var copy = rows.insert(from.postId(), span);
        rows.setPeople(copy, span, rows.people(shift));
        return copy;
    }

    /** @throws Problem 404 {@code UNKNOWN_POST}, 422 {@code DUTY_NOTE_LENGTH} */
    @Transactional
    public void note(Actor actor, long post, String text) {
        var area = jdbc.sql("SELECT area FROM duty_post WHERE id = ?")
                .param(post)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_POST"));
        actor.require(Permission.EDIT_ROSTER, area);
        var note = text.strip();
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw Problem.unprocessable("DUTY_NOTE_LENGTH", LONGEST_NOTE);
        }
        jdbc.sql("INSERT INTO duty_note (post_id, text, staff_id, author_name, written_at) VALUES (?, ?, ?, ?, ?)")
                .params(post, note, actor.id(), actor.name(), Instant.now(clock).atOffset(ZoneOffset.UTC))
                .update();
    }

    private RosterRows.Stored editable(Actor actor, long shift) {
        actor.require(Permission.EDIT_ROSTER);
        var stored = rows.require(shift);
        actor.require(Permission.EDIT_ROSTER, stored.area());
        return stored;
    }

    /** A stretch of the regency's clocks. */
    Span between(LocalDate day, java.time.LocalTime from, java.time.LocalTime to) {
        return ShiftDraft.between(day, from, to, regions.zone());
    }
}
