package id.deskpilkada.incident.reading;

import id.deskpilkada.election.Elections;
import id.deskpilkada.incident.AssignedAgencies;
import id.deskpilkada.incident.Duplicates;
import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.IncidentState;
import id.deskpilkada.incident.Timeline;
import id.deskpilkada.incident.dispatch.DispatchSheets;
import id.deskpilkada.incident.reading.DispatchReading.Waiting;
import id.deskpilkada.incident.reading.IncidentView.Head;
import id.deskpilkada.incident.reading.IncidentView.Number;
import id.deskpilkada.incident.reading.IncidentView.Sent;
import id.deskpilkada.incident.reading.IncidentView.Step;
import id.deskpilkada.incident.reading.IncidentView.Told;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of incidents and dispatches somebody may read: the desk and the offices those of their area, agencies those that they were sent to. */
@Service
@Transactional(readOnly = true)
public class IncidentReading {

    private static final int SUMMARY = 160;

    private static final String FOUND =
            "FROM incident i WHERE " + IncidentReach.OWN_INCIDENTS + " AND " + IncidentReach.NO_PRACTICE
                    + """
              AND (:state = '' OR i.state = :state) AND (:severity = 0 OR i.severity = :severity) AND (:category = '' OR i.category = :category)
              AND starts_with(i.area, :region)
            """;

    private final JdbcClient jdbc;
    private final IncidentRows rows;
    private final Duplicates duplicates;
    private final AssignedAgencies agencies;
    private final Timeline timeline;
    private final IncidentPlaces places;
    private final Elections elections;
    private final DispatchReading dispatches;
    private final DispatchSheets sheets;

    IncidentReading(
            JdbcClient jdbc,
            IncidentRows rows,
            Duplicates duplicates,
            AssignedAgencies agencies,
            Timeline timeline,
            IncidentPlaces places,
            Elections elections,
            DispatchReading dispatches,
            DispatchSheets sheets) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.duplicates = duplicates;
        this.agencies = agencies;
        this.timeline = timeline;
        this.places = places;
        this.elections = elections;
        this.dispatches = dispatches;
        this.sheets = sheets;
    }

    /** Which incidents a list is to show; what is null does not matter. */
    record Question(
            @Nullable IncidentState state,
            @Nullable Integer severity,
            @Nullable String category,
            @Nullable String region) {}

    /** The gravest and latest first. */
    Page<Head> page(Question question, Page.Window window, Actor actor) {
        IncidentReach.requireReader(actor);
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
        return new Page<>(heads(items), window.page(), window.size(), total);
    }

    private StatementSpec asked(String sql, Question question, Actor actor) {
        return IncidentReach.mine(jdbc.sql(sql), actor)
                .param("state", question.state() == null ? "" : question.state().name())
                .param("severity", Objects.requireNonNullElse(question.severity(), 0))
                .param("category", Objects.requireNonNullElse(question.category(), ""))
                .param("region", Area.digits(Objects.requireNonNullElse(question.region(), "")));
    }

    /** @throws Problem 404 {@code UNKNOWN_INCIDENT}, also for one that is not the reader's */
    public IncidentView one(long id, Actor actor) {
        IncidentReach.requireReader(actor);
        var incident = rows.get(id);
        boolean whole = actor.may(Permission.SEE_INCIDENTS, incident.area());
        var sent = dispatches.of(id).stream()
                .filter(dispatch -> whole || IncidentReach.works(actor, dispatch.agency(), incident.area()))
                .toList();
        if (!whole && sent.isEmpty()) {
            throw Problem.notFound("UNKNOWN_INCIDENT");
        }
        boolean judges = actor.may(Permission.TRIAGE_INCIDENTS, incident.area())
                && incident.state().isOpen();
        var reports = reports(id);
        return new IncidentView(
                heads(List.of(incident)).get(0),
                incident.description(),
                incident.outcome(),
                incident.hurtCount(),
                incident.votingResumedAt(),
                reports.stream()
                        .flatMap(told -> told.photos().stream())
                        .distinct()
                        .toList(),
                whole ? reports : List.of(),
                sent,
                steps(id).filter(step -> whole || isOf(step, sent)).toList(),
                judges ? numbers(id) : List.of(),
                judges ? heads(duplicates.of(incident)) : List.of(),
                judges ? agencies.proposed(incident) : List.of());
    }

    private List<Number> numbers(long id) {
        return sheets.of(id).stream()
                .filter(sheet -> sheet.dispatch().state().isOpen())
                .flatMap(sheet -> sheet.numbers().stream()
                        .map(number ->
                                new Number(sheet.dispatch().id(), number.name(), number.readable(), number.dial())))
                .toList();
    }

    private static boolean isOf(Step step, List<Sent> sent) {
        return sent.stream().anyMatch(one -> Objects.equals(one.id(), step.dispatch()));
    }

    private Stream<Step> steps(long id) {
        return timeline.of(id).stream()
                .map(entry -> new Step(
                        entry.id(),
                        entry.step(),
                        entry.dispatchId(),
                        entry.detail(),
                        entry.channel(),
                        entry.who(),
                        entry.message(),
                        entry.at()));
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

    private List<Head> heads(List<Incident> incidents) {
        var waiting = dispatches.waiting(incidents.stream().map(Incident::id).toList());
        return incidents.stream()
                .map(incident -> head(incident, waiting.getOrDefault(incident.id(), Waiting.NONE)))
                .toList();
    }

    private Head head(Incident incident, Waiting waiting) {
        var round = elections.round(incident.roundId());
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
                summary(incident.description()),
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
                waiting.count(),
                waiting.late());
    }

    /** Its first characters, with no half of an emoji at the end. */
    private static String summary(String text) {
        return text.codePointCount(0, text.length()) <= SUMMARY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SUMMARY)) + "…";
    }
}
