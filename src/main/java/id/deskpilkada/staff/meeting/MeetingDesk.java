package id.deskpilkada.staff.meeting;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.meeting.Meeting.State;
import id.deskpilkada.staff.meeting.MeetingDraft.DecisionDraft;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the log of meetings. Every change adds a line to the history. */
@Service
class MeetingDesk {

    private static final int LONGEST_REMARK = 300;

    private final JdbcClient jdbc;
    private final DeskSettings settings;
    private final Clock clock;

    MeetingDesk(JdbcClient jdbc, DeskSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    private record Stored(long id, long meetingId, String inCharge, LocalDate dueOn, String state) {}

    /** What became of a decision; what is null stays. @param remark why, for the history */
    record Progress(
            @Nullable State state, @Nullable String inCharge, @Nullable LocalDate dueOn, @Nullable String remark) {}

    /** @throws Problem 422 {@code MEETING_INCOMPLETE} */
    @Transactional
    public long record(Actor actor, MeetingDraft draft) {
        actor.require(Permission.WRITE_MEETINGS, settings.area());
        draft.check();
        long meeting = jdbc.sql(
                        """
                        INSERT INTO meeting (area, subject, held_at, place, chair, participants, summary) VALUES (?, ?, ?, ?, ?::text, ?, ?::text) RETURNING id
                        """)
                .param(settings.area())
                .param(text(draft.subject()))
                .param(Objects.requireNonNull(draft.heldAt()).atOffset(ZoneOffset.UTC))
                .param(text(draft.place()))
                .param(optional(draft.chair()))
                .param(String.join("\n", draft.institutions()))
                .param(optional(draft.summary()))
                .query(Long.class)
                .single();
        note(actor, meeting, null, "RECORDED", null, text(draft.subject()));
        Objects.requireNonNullElse(draft.decisions(), List.<DecisionDraft>of())
                .forEach(decision -> add(actor, meeting, decision));
        return meeting;
    }

    /** @throws Problem 404 {@code UNKNOWN_MEETING}, 422 {@code MEETING_INCOMPLETE} */
    @Transactional
    public long decide(Actor actor, long meeting, DecisionDraft draft) {
        writable(actor, meeting);
        var problems = new ArrayList<FieldProblem>();
        draft.check("", problems);
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("MEETING_INCOMPLETE", problems);
        }
        return add(actor, meeting, draft);
    }

    /** @throws Problem 404 {@code UNKNOWN_DECISION}, 422 {@code REMARK_TOO_LONG} */
    @Transactional
    public long goOn(Actor actor, long decision, Progress progress) {
        actor.require(Permission.WRITE_MEETINGS);
        var before = jdbc.sql(
                        "SELECT id, meeting_id, in_charge, due_on, state FROM meeting_decision WHERE id = ? FOR UPDATE")
                .param(decision)
                .query(Stored.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_DECISION"));
        writable(actor, before.meetingId());
        var state = progress.state() == null ? before.state() : progress.state().name();
        var inCharge = Objects.requireNonNullElse(optional(progress.inCharge()), before.inCharge());
        var dueOn = Objects.requireNonNullElse(progress.dueOn(), before.dueOn());
        var remark = optional(progress.remark());
        if (remark != null && remark.length() > LONGEST_REMARK || inCharge.length() > LONGEST_REMARK) {
            throw Problem.unprocessable("REMARK_TOO_LONG", LONGEST_REMARK);
        }
        jdbc.sql("UPDATE meeting_decision SET state = ?, in_charge = ?, due_on = ? WHERE id = ?")
                .params(state, inCharge, dueOn, decision)
                .update();
        changed(actor, before, "STATE", before.state(), state);
        changed(actor, before, "IN_CHARGE", before.inCharge(), inCharge);
        changed(actor, before, "DUE_ON", before.dueOn().toString(), dueOn.toString());
        if (remark != null) {
            note(actor, before.meetingId(), decision, "REMARK", null, remark);
        }
        return before.meetingId();
    }

    private long add(Actor actor, long meeting, DecisionDraft draft) {
        long decision = jdbc.sql(
                        """
                        INSERT INTO meeting_decision (meeting_id, position, text, in_charge, due_on, state)
                        SELECT m.id, 1 + (SELECT coalesce(max(position), 0) FROM meeting_decision d WHERE d.meeting_id = m.id), ?, ?, ?, 'OPEN' FROM meeting m WHERE m.id = ?
                        RETURNING id
                        """)
                .params(text(draft.text()), text(draft.inCharge()), Objects.requireNonNull(draft.dueOn()), meeting)
                .query(Long.class)
                .single();
        note(actor, meeting, decision, "DECIDED", null, text(draft.text()));
        return decision;
    }

    /** Locks the meeting, so that two decisions that are added at once get two numbers. */
    private void writable(Actor actor, long meeting) {
        actor.require(Permission.WRITE_MEETINGS);
        var area = jdbc.sql("SELECT area FROM meeting WHERE id = ? FOR UPDATE")
                .param(meeting)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_MEETING"));
        actor.require(Permission.WRITE_MEETINGS, area);
    }

    private void changed(Actor actor, Stored decision, String what, String before, String after) {
        if (!before.equals(after)) {
            note(actor, decision.meetingId(), decision.id(), what, before, after);
        }
    }

    private void note(
            Actor actor,
            long meeting,
            @Nullable Long decision,
            String what,
            @Nullable String before,
            @Nullable String after) {
        jdbc.sql(
                        """
                        INSERT INTO meeting_change (meeting_id, decision_id, what, before, after, staff_id, author_name, changed_at)
                        VALUES (?, ?::bigint, ?, ?::text, ?::text, ?, ?, ?)
                        """)
                .param(meeting)
                .param(decision)
                .param(what)
                .param(before)
                .param(after)
                .param(actor.id())
                .param(actor.name())
                .param(Instant.now(clock).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNull(text).strip();
    }

    private static @Nullable String optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
