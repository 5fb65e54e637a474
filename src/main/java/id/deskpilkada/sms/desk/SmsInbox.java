package id.deskpilkada.sms.desk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Page.Window;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.sms.SmsBell;
import id.deskpilkada.sms.SmsState;
import id.deskpilkada.sms.grammar.Spoken;
import id.deskpilkada.staff.Person;
import id.deskpilkada.staff.Role;
import id.deskpilkada.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The SMS of the installation, for its desk. */
@Service
class SmsInbox {

    private static final String FROM =
            " FROM sms_message m LEFT JOIN staff_member s ON s.id = m.staff_id WHERE m.state = ANY (:states)";
    private static final Pattern FIGURES = Pattern.compile("(?i)(\\bC[. ]?1\\b|\\bTPS ?[0-9]{1,13})|[0-9]+");
    private static final int TPS = 13;
    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 500;

    private final JdbcClient jdbc;
    private final Staff staff;
    private final SmsBell bell;
    private final DeskSettings settings;
    private final Audit audit;

    SmsInbox(JdbcClient jdbc, Staff staff, SmsBell bell, DeskSettings settings, Audit audit) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.bell = bell;
        this.settings = settings;
        this.audit = audit;
    }

    /** Calls for help first, then the newest. @param states all when empty */
    @Transactional(readOnly = true)
    public Page<SmsLine> page(Actor actor, List<SmsState> states, Window window) {
        actor.require(Permission.HANDLE_SMS, settings.area());
        var names = (states.isEmpty() ? List.of(SmsState.values()) : states)
                .stream().map(Enum::name).toArray(String[]::new);
        long total = jdbc.sql("SELECT count(*)" + FROM)
                .param("states", names)
                .query(Long.class)
                .single();
        var items = jdbc.sql(
                        "SELECT m.id, m.number, m.text, m.state, m.urgent, m.kind, s.name AS sender, m.reading, m.reason, m.reply, m.note, m.area, m.received_at"
                                + FROM
                                + " ORDER BY m.urgent AND m.state = 'PARKED' DESC, m.received_at DESC, m.id LIMIT :size OFFSET :offset")
                .param("states", names)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(SmsInbox::line)
                .list();
        return new Page<>(items, window.page(), window.size(), total);
    }

    @Transactional(readOnly = true)
    public Map<SmsState, Long> counts(Actor actor) {
        actor.require(Permission.HANDLE_SMS, settings.area());
        var counts = new EnumMap<SmsState, Long>(SmsState.class);
        for (var state : SmsState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("SELECT state, count(*) AS n FROM sms_message GROUP BY state")
                .query((row, number) -> counts.put(SmsState.valueOf(row.getString("state")), row.getLong("n")))
                .list();
        return counts;
    }

    /**
     * Says whose message it is; it is read again as theirs.
     *
     * @param username or the code of a TPS or village on which one person reports
     * @throws Problem 404 {@code UNKNOWN_SMS}, 409 {@code SMS_SETTLED}, 422 {@code UNKNOWN_STAFF}
     */
    @Transactional
    public void assign(Actor actor, UUID id, @Nullable String username) {
        actor.require(Permission.HANDLE_SMS, settings.area());
        var named = username == null ? "" : username.strip();
        var person = staff.actor(named)
                .or(() -> onlyOneAt(named))
                .orElseThrow(() -> Problem.unprocessable(
                        "UNKNOWN_STAFF", List.of(FieldProblem.field("username", named, "UNKNOWN_STAFF", named))));
        change(
                id,
                "UPDATE sms_message SET state = 'WAITING', staff_id = ?, reason = NULL, next_attempt_at = now(), settled_by_id = ? WHERE id = ?",
                person.id(),
                actor.id());
        audit.record(
                "sms.assigned",
                "sms/" + id,
                settings.area(),
                Map.of("username", person.username(), "number", number(id)));
        bell.ring();
    }

    /** Its last digits: the trail stays when numbers are erased. */
    private String number(UUID id) {
        return jdbc.sql("SELECT '…' || right(number, 4) FROM sms_message WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Whoever reports on a TPS or village, when that is one person. */
    private Optional<Actor> onlyOneAt(String code) {
        var area = Area.digits(code);
        var role = area.length() == TPS ? Role.TPS_OFFICER : Role.VILLAGE_ADMIN;
        var people = area.matches("[0-9]{10}|[0-9]{13}") ? staff.holders(role.code(), area) : List.<Person>of();
        return people.size() == 1 ? staff.actor(people.get(0).id()) : Optional.empty();
    }

    /** Puts a message aside that is no report. @throws Problem 404 {@code UNKNOWN_SMS}, 409 {@code SMS_SETTLED}, 422 {@code SMS_NOTE_LENGTH} */
    @Transactional
    public void dismiss(Actor actor, UUID id, @Nullable String reason) {
        actor.require(Permission.HANDLE_SMS, settings.area());
        var note = reason == null ? "" : reason.strip();
        if (note.length() < SHORTEST_NOTE || note.length() > LONGEST_NOTE || note.indexOf(0) >= 0) {
            throw Problem.unprocessable("SMS_NOTE_LENGTH", SHORTEST_NOTE, LONGEST_NOTE);
        }
        change(
                id,
                "UPDATE sms_message SET state = 'DISMISSED', note = ?, settled_at = now(), settled_by_id = ? WHERE id = ?",
                note,
                actor.id());
        audit.record("sms.dismissed", "sms/" + id, settings.area(), Map.of());
    }

    private void change(UUID id, String sql, Object first, Object second) {
        var state = jdbc.sql("SELECT state FROM sms_message WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_SMS"));
        if (!List.of("PARKED", "REFUSED", "ASKED").contains(state)) {
            throw Problem.conflict("SMS_SETTLED");
        }
        jdbc.sql(sql).params(first, second, id).update();
    }

    private static SmsLine line(ResultSet row, int number) throws SQLException {
        var text = row.getString("text");
        var kind = row.getString("kind");
        boolean form = "C1".equals(kind) || Spoken.mayHoldVotes(text);
        var reply = row.getString("reply");
        var sender = row.getString("number");
        return new SmsLine(
                row.getObject("id", UUID.class),
                PhoneNumber.of(sender).map(PhoneNumber::readable).orElse(sender),
                form ? hidden(text) : text,
                SmsState.valueOf(row.getString("state")),
                row.getBoolean("urgent"),
                kind,
                row.getString("sender"),
                form ? hidden(row.getString("reading")) : row.getString("reading"),
                row.getString("reason"),
                form && reply != null ? hidden(reply) : reply,
                row.getString("note"),
                row.getString("area"),
                row.getObject("received_at", OffsetDateTime.class));
    }

    /** Without the numbers of a form, nor how long they are; those of the polling station stay where they are named. */
    private static String hidden(String text) {
        return FIGURES.matcher(text).replaceAll(found -> found.group(1) == null ? "•" : found.group(1));
    }
}
