package id.deskpilkada.readiness.checklist;

import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.readiness.checklist.Shortcoming.State;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What owners and the desk say about the shortcomings of a TPS, and what follows from it. */
@Component
class ReadinessNotes {

    private static final String COLUMNS =
            "id, kind, stage, owner, text, number, decided_on, coalesce(relocated, false) AS relocated, staff_id, at";

    private final JdbcClient jdbc;
    private final ReadinessRows rows;
    private final Shortcomings shortcomings;
    private final ReadinessStatus status;
    private final Clock clock;

    ReadinessNotes(
            JdbcClient jdbc, ReadinessRows rows, Shortcomings shortcomings, ReadinessStatus status, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.shortcomings = shortcomings;
        this.status = status;
        this.clock = clock;
    }

    enum Kind {
        HANDLED(""),
        ACCEPTED("ACCEPT"),
        PASSED_ON("PASS_ON"),
        KPU_DECIDED("");

        private final String decision;

        Kind(String decision) {
            this.decision = decision;
        }

        String decision() {
            return decision;
        }
    }

    /**
     * @param owner whose shortcomings it is about; null for the desk's
     * @param number of KPU's decision, with its date in {@code decidedOn}
     */
    record Note(
            UUID id,
            Kind kind,
            ReadinessStage stage,
            @Nullable String owner,
            @Nullable String text,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            boolean relocated,
            long staffId,
            OffsetDateTime at) {}

    Note get(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM readiness_note WHERE id = ?")
                .param(id)
                .query(Note.class)
                .single();
    }

    List<Note> of(ReadinessCase about) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM readiness_note WHERE round_id = ? AND tps_code = ? ORDER BY at, id")
                .params(about.round().id(), about.tps())
                .query(Note.class)
                .list();
    }

    /** An owner says what was done: what it had to mend waits for the next check. */
    UUID handled(ReadinessCase about, String owner, String text, long staffId) {
        rows.lock(about);
        var items = items(about, one -> one.state() == State.OPEN && owner.equals(one.owner()));
        shortcomings.set(about, items, State.HANDLED);
        var note = write(about, Kind.HANDLED, owner, items, text, null, null, null, staffId);
        status.derive(about, null);
        return note;
    }

    /** The desk takes the TPS as it is. */
    UUID accepted(ReadinessCase about, String text, long staffId) {
        return accept(about, Kind.ACCEPTED, text, null, null, staffId);
    }

    UUID passedOn(ReadinessCase about, String text, long staffId) {
        rows.lock(about);
        return write(
                about, Kind.PASSED_ON, null, items(about, Shortcoming::isUnsettled), text, null, null, null, staffId);
    }

    /** KPU has decided: the TPS moves and is checked anew, or it stays and is taken as it is. */
    UUID decided(
            ReadinessCase about,
            String number,
            LocalDate decidedOn,
            boolean relocated,
            @Nullable String text,
            long staffId) {
        if (!relocated) {
            return accept(about, Kind.KPU_DECIDED, text, number, decidedOn, staffId);
        }
        rows.lock(about);
        var items = items(about, Shortcoming::isUnsettled);
        var note = write(about, Kind.KPU_DECIDED, null, items, text, number, decidedOn, true, staffId);
        rows.moved(about);
        status.derive(about, null);
        return note;
    }

    private UUID accept(
            ReadinessCase about,
            Kind kind,
            @Nullable String text,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            long staffId) {
        rows.lock(about);
        var items = items(about, Shortcoming::isUnsettled);
        shortcomings.set(about, items, State.ACCEPTED);
        var note = write(about, kind, null, items, text, number, decidedOn, false, staffId);
        status.derive(about, null);
        return note;
    }

    private List<String> items(ReadinessCase about, Predicate<Shortcoming> which) {
        return shortcomings.of(about).stream()
                .filter(which)
                .map(Shortcoming::itemCode)
                .toList();
    }

    private UUID write(
            ReadinessCase about,
            Kind kind,
            @Nullable String owner,
            List<String> items,
            @Nullable String text,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable Boolean relocated,
            long staffId) {
        var stage = Objects.requireNonNullElse(rows.lock(about).stage(), ReadinessStage.LOGISTICS);
        return jdbc.sql(
                        """
                        INSERT INTO readiness_note (round_id, tps_code, kind, stage, owner, items, text, number, decided_on, relocated, staff_id, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(about.round().id(), about.tps(), kind.name(), stage.name(), owner)
                .param(items.toArray(String[]::new))
                .params(text, number, decidedOn, relocated, staffId)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }
}
