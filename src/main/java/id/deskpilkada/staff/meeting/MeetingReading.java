package id.deskpilkada.staff.meeting;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.meeting.Meeting.Change;
import id.deskpilkada.staff.meeting.Meeting.Decision;
import id.deskpilkada.staff.meeting.Meeting.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log of meetings. */
@Service
class MeetingReading {

    /** As many decisions as one sheet of an export holds. */
    static final int LARGEST_EXPORT = 20_000;

    private static final String WITHIN =
            " FROM meeting m WHERE EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) a WHERE starts_with(m.area, a)) ";

    private static final String DECISIONS =
            """
            SELECT d.id, d.meeting_id, m.subject, d.position, d.text, d.in_charge, d.due_on, d.state FROM meeting_decision d JOIN meeting m ON m.id = d.meeting_id
            WHERE EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) a WHERE starts_with(m.area, a))
            """;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Clock clock;

    MeetingReading(JdbcClient jdbc, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** The latest first, without history. */
    @Transactional(readOnly = true)
    public Page<Meeting> page(Actor actor, Page.Window window) {
        var areas = areas(actor);
        long total = jdbc.sql("SELECT count(*)" + WITHIN)
                .param("areas", areas)
                .query(Long.class)
                .single();
        var items = jdbc.sql("SELECT m.*" + WITHIN + "ORDER BY m.held_at DESC, m.id DESC LIMIT :size OFFSET :offset")
                .param("areas", areas)
                .param("size", window.size())
                .param("offset", window.offset())
                .query((row, number) -> read(row, areas, List.of()))
                .list();
        return new Page<>(items, window.page(), window.size(), total);
    }

    /** @throws Problem 404 {@code UNKNOWN_MEETING} */
    @Transactional(readOnly = true)
    public Meeting one(Actor actor, long id) {
        var areas = areas(actor);
        return jdbc.sql("SELECT m.*" + WITHIN + "AND m.id = :id")
                .param("areas", areas)
                .param("id", id)
                .query((row, number) -> read(row, areas, history(id)))
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_MEETING"));
    }

    /** What is still to be done, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Decision> pending(Actor actor, int most) {
        return decisions(areas(actor), "AND d.state IN ('OPEN', 'IN_PROGRESS') ORDER BY d.due_on, d.id LIMIT " + most);
    }

    /** Every decision, the latest meeting first, for export. */
    @Transactional(readOnly = true)
    public List<Decision> all(Actor actor) {
        return decisions(areas(actor), "ORDER BY m.held_at DESC, m.id, d.position LIMIT " + LARGEST_EXPORT);
    }

    private Meeting read(ResultSet row, String areas, List<Change> history) throws SQLException {
        var id = row.getLong("id");
        return new Meeting(
                id,
                row.getString("subject"),
                local(row.getObject("held_at", OffsetDateTime.class)),
                row.getString("place"),
                row.getString("chair"),
                row.getString("participants").lines().toList(),
                row.getString("summary"),
                decisions(areas, "AND d.meeting_id = " + id + " ORDER BY d.position"),
                history);
    }

    private List<Decision> decisions(String areas, String more) {
        var today = LocalDate.ofInstant(Instant.now(clock), regions.zone());
        return jdbc.sql(DECISIONS + more)
                .param("areas", areas)
                .query((row, number) -> {
                    var state = State.valueOf(row.getString("state"));
                    var due = row.getObject("due_on", LocalDate.class);
                    return new Decision(
                            row.getLong("id"),
                            row.getLong("meeting_id"),
                            row.getString("subject"),
                            row.getInt("position"),
                            row.getString("text"),
                            row.getString("in_charge"),
                            due,
                            state,
                            state.pending() && due.isBefore(today));
                })
                .list();
    }

    private List<Change> history(long meeting) {
        return jdbc.sql(
                        """
                        SELECT d.position, c.what, c.before, c.after, c.author_name, c.changed_at FROM meeting_change c LEFT JOIN meeting_decision d ON d.id = c.decision_id
                        WHERE c.meeting_id = ? ORDER BY c.id
                        """)
                .param(meeting)
                .query(Change.class)
                .list();
    }

    private OffsetDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(regions.zone()).toOffsetDateTime();
    }

    private static String areas(Actor actor) {
        actor.require(Permission.READ_MEETINGS);
        return String.join(",", actor.areas(Permission.READ_MEETINGS));
    }
}
