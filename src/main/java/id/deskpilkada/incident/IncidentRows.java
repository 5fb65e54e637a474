package id.deskpilkada.incident;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Coordinates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents as they are stored; whoever changes one holds its row. */
@Component
public class IncidentRows {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final String ALL = "SELECT * FROM incident WHERE id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    IncidentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(IncidentDraft draft, int severity, Instant triageBy, @Nullable Coordinates at, boolean doubtful) {
        var what = draft.what();
        return jdbc.sql(
                        """
                        INSERT INTO incident (round_id, tps_code, area, category, severity, description, people_hurt, voting_halted, needs_ambulance, choice, lat, lng,
                          place_doubtful, origin, reporter_id, observed_at, reported_at, state, triage_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::double precision, ?::double precision, ?, ?, ?::bigint, ?, ?, 'REPORTED', ?) RETURNING id
                        """)
                .params(
                        draft.roundId(),
                        draft.tps(),
                        draft.area(),
                        what.category().name(),
                        severity)
                .params(what.description(), what.peopleHurt(), what.votingHalted(), what.needsAmbulance())
                .param(what.choice())
                .params(at == null ? null : at.lat(), at == null ? null : at.lng(), doubtful)
                .params(draft.origin(), draft.reporterId(), utc(draft.observedAt()), utc(draft.reportedAt()))
                .param(utc(triageBy))
                .query(Long.class)
                .single();
    }

    void report(long incident, IncidentDraft draft) {
        jdbc.sql(
                        """
                        INSERT INTO incident_report (incident_id, source_id, source, reporter_id, entered_by_id, caller, description, photos, at)
                        VALUES (?, ?, ?, ?::bigint, ?::bigint, ?, ?, ?, ?)
                        """)
                .params(incident, draft.sourceId(), draft.source(), draft.reporterId(), draft.enteredById())
                .params(draft.caller(), draft.what().description())
                .param(draft.photos().toArray(String[]::new))
                .param(utc(draft.reportedAt()))
                .update();
    }

    /** The incident that a report has become. */
    public Optional<Long> ofSource(UUID source) {
        return jdbc.sql("SELECT incident_id FROM incident_report WHERE source_id = ?")
                .param(source)
                .query(Long.class)
                .optional();
    }

    public Optional<Incident> find(long id) {
        return jdbc.sql(ALL).param(id).query(Incident.class).optional();
    }

    /** @throws Problem 404 {@code UNKNOWN_INCIDENT} */
    public Incident get(long id) {
        return find(id).orElseThrow(() -> Problem.notFound("UNKNOWN_INCIDENT"));
    }

    /** Not against those who only add something to it: a clock that writes to the timeline holds its dispatch already. @throws Problem 404 {@code UNKNOWN_INCIDENT} */
    public Incident lock(long id) {
        return jdbc.sql(ALL + " FOR NO KEY UPDATE")
                .param(id)
                .query(Incident.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_INCIDENT"));
    }

    /** @throws Problem 409 {@code INCIDENT_STATE} when that is not what comes next */
    void move(Incident incident, IncidentState next, @Nullable Long into, @Nullable String outcome) {
        if (!incident.state().mayBecome(next)) {
            throw Problem.conflict("INCIDENT_STATE", incident.number());
        }
        jdbc.sql("UPDATE incident SET state = ?, merged_into = ?::bigint, outcome = ?, ended_at = ? WHERE id = ?")
                .params(next.name(), into, outcome, next.isOpen() ? null : utc(clock.instant()), incident.id())
                .update();
        if (into != null) {
            // What was merged into this one before goes on with it: nobody's report is more than one step away.
            jdbc.sql("UPDATE incident SET merged_into = ? WHERE merged_into = ?")
                    .params(into, incident.id())
                    .update();
        }
    }

    /** @throws Problem 422 {@code MALFORMED} for a time that has not come yet, or of another election */
    void closed(long id, @Nullable Integer hurtCount, @Nullable Instant votingResumedAt) {
        requirePast(votingResumedAt);
        jdbc.sql("UPDATE incident SET hurt_count = ?::int, voting_resumed_at = ?::timestamptz WHERE id = ?")
                .params(hurtCount, votingResumedAt == null ? null : utc(votingResumedAt), id)
                .update();
    }

    private void requirePast(@Nullable Instant resumedAt) {
        var now = clock.instant();
        if (resumedAt != null && (resumedAt.isAfter(now.plus(CLOCKS_APART)) || resumedAt.isBefore(LONG_AGO))) {
            throw Problem.unprocessable(
                    "MALFORMED",
                    List.of(FieldProblem.field("votingResumedAt", resumedAt.toString(), "NOT_A_PAST_TIME")));
        }
    }

    void again(long id, Instant triageBy) {
        jdbc.sql("UPDATE incident SET run = run + 1, triage_by = ? WHERE id = ?")
                .params(utc(triageBy), id)
                .update();
    }

    void grade(long id, int severity, Instant triageBy) {
        jdbc.sql("UPDATE incident SET severity = ?, triage_by = least(triage_by, ?) WHERE id = ?")
                .params(severity, utc(triageBy), id)
                .update();
    }

    void halted(long id) {
        jdbc.sql("UPDATE incident SET voting_halted = true WHERE id = ?")
                .param(id)
                .update();
    }

    /** One more agency is at it, or one less; tells how many that makes. */
    public int count(long id, int more) {
        return jdbc.sql(
                        "UPDATE incident SET open_dispatches = open_dispatches + ? WHERE id = ? RETURNING open_dispatches")
                .params(more, id)
                .query(Integer.class)
                .single();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
