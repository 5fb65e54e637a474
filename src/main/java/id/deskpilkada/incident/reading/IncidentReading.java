package id.deskpilkada.incident.reading;

import id.deskpilkada.election.Elections;
import id.deskpilkada.incident.AssignedAgencies;
import id.deskpilkada.incident.Duplicates;
import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.IncidentState;
import id.deskpilkada.incident.Timeline;
import id.deskpilkada.incident.reading.IncidentView.Head;
import id.deskpilkada.incident.reading.IncidentView.Sent;
import id.deskpilkada.incident.reading.IncidentView.Step;
import id.deskpilkada.incident.reading.IncidentView.Told;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of incidents and dispatches somebody may read: the desk and the offices those of their area, agencies those that they were sent to. */
@Service
@Transactional(readOnly = true)
class IncidentReading {

    private static final int SUMMARY = 160;

    /** Own places, or a dispatch of an own agency at an own place. */
    private static final String MINE =
            """
            (EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) own WHERE starts_with(i.area, own))
             OR EXISTS (SELECT 1 FROM dispatch d JOIN unnest(string_to_array(:agencies, ',')) own ON own LIKE d.agency || ':%'
                        WHERE d.incident_id = i.id AND starts_with(i.area, split_part(own, ':', 2))))
            """;

    private static final String FOUND = "FROM incident i WHERE " + MINE
            + """
              AND (:state = '' OR i.state = :state) AND (:severity = 0 OR i.severity = :severity) AND (:category = '' OR i.category = :category)
              AND starts_with(i.area, :region)
            """;

    private static final String DISPATCHES =
            """
            FROM dispatch d JOIN incident i ON i.id = d.incident_id
            WHERE (EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) own WHERE starts_with(d.area, own))
               OR EXISTS (SELECT 1 FROM unnest(string_to_array(:agencies, ',')) own WHERE own LIKE d.agency || ':%' AND starts_with(d.area, split_part(own, ':', 2))))
              AND (NOT :late OR d.state = 'SENT' AND d.acknowledge_by < :now) AND (:state = '' OR d.state = :state) AND (:agency = '' OR d.agency = :agency)
            """;

    private static final String SENT =
            """
            SELECT d.id, 'K-' || d.incident_id AS incident, d.agency, d.part, d.state, d.started_at, d.acknowledge_by, d.state = 'SENT' AND d.acknowledge_by < :now AS late,
                   d.acknowledged_at, d.answered_via, d.answered_by, d.remark, d.ended_at
            """;

    private final JdbcClient jdbc;
    private final IncidentRows rows;
    private final Duplicates duplicates;
    private final AssignedAgencies agencies;
    private final Timeline timeline;
    private final IncidentPlaces places;
    private final Elections elections;
    private final Clock clock;

    IncidentReading(
            JdbcClient jdbc,
            IncidentRows rows,
            Duplicates duplicates,
            AssignedAgencies agencies,
            Timeline timeline,
            IncidentPlaces places,
            Elections elections,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.duplicates = duplicates;
        this.agencies = agencies;
        this.timeline = timeline;
        this.places = places;
        this.elections = elections;
        this.clock = clock;
    }

    /** Which incidents a list is to show; what is null does not matter. */
    record Question(
            @Nullable IncidentState state,
            @Nullable Integer severity,
            @Nullable String category,
            @Nullable String region) {}

    /** The gravest and latest first. */
    Page<Head> page(Question question, Page.Window window, Actor actor) {
        requireReader(actor);
        var items = asked(
                        "SELECT i.* " + FOUND
                                + " ORDER BY i.severity DESC, i.reported_at DESC, i.id DESC LIMIT :size OFFSET :offset",
                        question,
                        actor)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Incident.class)
                .list();
        long total = asked("SELECT count(*) " + FOUND, question, actor)
                .query(Long.class)
                .single();
        return new Page<>(items.stream().map(this::head).toList(), window.page(), window.size(), total);
    }

    private StatementSpec asked(String sql, Question question, Actor actor) {
        return mine(jdbc.sql(sql), actor)
                .param("state", question.state() == null ? "" : question.state().name())
                .param("severity", Objects.requireNonNullElse(question.severity(), 0))
                .param("category", Objects.requireNonNullElse(question.category(), ""))
                .param("region", Area.digits(Objects.requireNonNullElse(question.region(), "")));
    }

    /** Dispatches, those first that have waited longest. @param late those only that nobody has confirmed in time */
    Page<Sent> dispatches(
            boolean late, @Nullable String state, @Nullable String agency, Page.Window window, Actor actor) {
        requireReader(actor);
        var items = sent(
                        SENT + DISPATCHES + " ORDER BY d.acknowledge_by, d.id LIMIT :size OFFSET :offset",
                        late,
                        state,
                        agency,
                        actor)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Sent.class)
                .list();
        long total = sent("SELECT count(*) " + DISPATCHES, late, state, agency, actor)
                .query(Long.class)
                .single();
        return new Page<>(items, window.page(), window.size(), total);
    }

    private StatementSpec sent(String sql, boolean late, @Nullable String state, @Nullable String agency, Actor actor) {
        return mine(jdbc.sql(sql), actor)
                .param("late", late)
                .param("now", now())
                .param("state", Objects.requireNonNullElse(state, ""))
                .param("agency", Objects.requireNonNullElse(agency, ""));
    }

    private static StatementSpec mine(StatementSpec statement, Actor actor) {
        return statement
                .param("areas", String.join(",", actor.areas(Permission.SEE_INCIDENTS)))
                .param("agencies", String.join(",", ownAgencies(actor)));
    }

    /** As {@code bpbd:3604}. */
    private static List<String> ownAgencies(Actor actor) {
        return actor.grants().stream()
                .flatMap(grant -> grant.agency().map(code -> code + ":" + grant.area()).stream())
                .toList();
    }

    /** @throws Problem 404 {@code UNKNOWN_INCIDENT}, also for one that is not the reader's */
    IncidentView one(long id, Actor actor) {
        requireReader(actor);
        var incident = rows.get(id);
        boolean whole = actor.may(Permission.SEE_INCIDENTS, incident.area());
        var sent = sentTo(id).stream()
                .filter(dispatch -> whole || works(actor, dispatch.agency(), incident.area()))
                .toList();
        if (!whole && sent.isEmpty()) {
            throw Problem.notFound("UNKNOWN_INCIDENT");
        }
        boolean judges = actor.may(Permission.TRIAGE_INCIDENTS, incident.area())
                && incident.state().isOpen();
        return new IncidentView(
                head(incident),
                incident.description(),
                incident.outcome(),
                incident.hurtCount(),
                incident.votingResumedAt(),
                whole ? reports(id) : List.of(),
                sent,
                steps(id).filter(step -> whole || isOf(step, sent)).toList(),
                judges ? duplicates.of(incident).stream().map(this::head).toList() : List.of(),
                judges ? agencies.proposed(incident) : List.of());
    }

    private static boolean isOf(Step step, List<Sent> sent) {
        return sent.stream().anyMatch(one -> Objects.equals(one.id(), step.dispatch()));
    }

    private static boolean works(Actor actor, String agency, String area) {
        return actor.grants().stream()
                .filter(grant -> grant.covers(area))
                .map(Grant::agency)
                .flatMap(Optional::stream)
                .anyMatch(agency::equals);
    }

    private static void requireReader(Actor actor) {
        if (!actor.may(Permission.SEE_INCIDENTS) && !actor.may(Permission.ANSWER_DISPATCHES)) {
            throw Problem.forbidden("FORBIDDEN");
        }
    }

    private Stream<Step> steps(long id) {
        return timeline.of(id).stream()
                .map(entry -> new Step(
                        entry.step(),
                        entry.dispatchId(),
                        entry.detail(),
                        entry.channel(),
                        entry.who(),
                        entry.message(),
                        entry.at()));
    }

    private List<Sent> sentTo(long incident) {
        return jdbc.sql(SENT + "FROM dispatch d WHERE d.incident_id = :id ORDER BY d.id")
                .param("now", now())
                .param("id", incident)
                .query(Sent.class)
                .list();
    }

    /** Its own reports, and those of what was merged into it. */
    private List<Told> reports(long id) {
        return jdbc.sql(
                        """
                        SELECT r.source, m.name AS reporter, e.name AS entered_by, r.caller, r.description, r.photos, r.at,
                               CASE WHEN i.id <> :id THEN 'K-' || i.id END AS of
                        FROM incident_report r JOIN incident i ON i.id = r.incident_id LEFT JOIN staff_member m ON m.id = r.reporter_id
                        LEFT JOIN staff_member e ON e.id = r.entered_by_id WHERE i.id = :id OR i.merged_into = :id ORDER BY r.at, r.id
                        """)
                .param("id", id)
                .query((row, number) -> new Told(
                        row.getString("source"),
                        row.getString("reporter"),
                        row.getString("entered_by"),
                        row.getString("caller"),
                        row.getString("description"),
                        List.of((String[]) row.getArray("photos").getArray()),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("of")))
                .list();
    }

    private Head head(Incident incident) {
        var round = elections.round(incident.roundId());
        var waiting = sentTo(incident.id()).stream()
                .filter(sent -> sent.state().equals("SENT"))
                .toList();
        var text = incident.description();
        return new Head(
                incident.id(),
                incident.number(),
                round.electionCode(),
                round.code(),
                incident.tpsCode(),
                incident.tpsCode() == null ? Area.dotted(incident.area()) : null,
                places.name(incident.area()),
                incident.category(),
                incident.severity(),
                incident.state(),
                text.length() <= SUMMARY ? text : text.substring(0, text.offsetByCodePoints(0, 80)) + "…",
                incident.peopleHurt(),
                incident.votingHalted(),
                incident.needsAmbulance(),
                incident.lat(),
                incident.lng(),
                incident.placeDoubtful(),
                incident.origin(),
                incident.observedAt(),
                incident.reportedAt(),
                incident.triageBy(),
                incident.endedAt(),
                incident.mergedInto() == null ? null : "K-" + incident.mergedInto(),
                incident.openDispatches(),
                waiting.size(),
                waiting.stream().anyMatch(Sent::late));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
