package id.deskpilkada.incident.phone;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.IncidentState;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.region.Regions;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has become of the incidents that somebody reported or typed: also where they may not see the incidents of their area. */
@Component
class OwnIncidents {

    private static final String WORK = "incident";
    private static final int MOST = 20;
    private static final int SHORT = 70;
    private static final int MERGED_AT_MOST = 5;

    private static final String OWN =
            """
            SELECT source_id, incident_id, description, photos FROM (
              SELECT DISTINCT ON (incident_id) source_id, incident_id, description, cardinality(photos) AS photos FROM incident_report
              WHERE reporter_id = :me OR entered_by_id = :me ORDER BY incident_id, id) own ORDER BY incident_id DESC LIMIT :most
            """;

    private static final String ONE =
            """
            SELECT source_id, incident_id, description, cardinality(photos) AS photos FROM incident_report
            WHERE source_id = :id AND (reporter_id = :me OR entered_by_id = :me)
            """;

    private static final String AGENCIES =
            """
            SELECT d.agency, d.state, d.call_opened_at IS NOT NULL AS called,
              (SELECT min(p.at) FROM incident_step p WHERE p.dispatch_id = d.id AND p.step = 'CONTACTED') AS told_at,
              (SELECT max(p.at) FROM incident_step p WHERE p.dispatch_id = d.id AND p.step = d.state) AS state_at
            FROM dispatch d WHERE d.incident_id = ? ORDER BY d.id
            """;

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;
    private final IncidentRows rows;
    private final IncidentPlaces places;
    private final Regions regions;
    private final Messages messages;

    OwnIncidents(
            JdbcClient jdbc,
            SystemTransactions transactions,
            IncidentRows rows,
            IncidentPlaces places,
            Regions regions,
            Messages messages) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = rows;
        this.places = places;
        this.regions = regions;
        this.messages = messages;
    }

    /**
     * One of one's own.
     *
     * @param id of one's own report
     * @param what its first words
     * @param state one line that says how far it has come
     * @param agencies one line for each agency that was sent
     * @param doubtful whether the location that was told cannot be right
     */
    record Own(
            UUID id,
            String number,
            String what,
            String description,
            String place,
            String area,
            int severity,
            String at,
            String state,
            boolean open,
            List<String> agencies,
            boolean doubtful,
            int photos) {}

    private record Row(UUID sourceId, long incidentId, String description, int photos) {}

    private record Agency(
            String agency, String state, boolean called, @Nullable Instant toldAt, @Nullable Instant stateAt) {}

    /** The latest first. */
    List<Own> of(Actor actor) {
        return transactions.read(
                WORK, () -> jdbc.sql(OWN).param("me", actor.id()).param("most", MOST).query(Row.class).list().stream()
                        .map(this::own)
                        .toList());
    }

    /** Empty while the report is not handled, and for a report of somebody else. */
    Optional<Own> one(UUID report, Actor actor) {
        return transactions.read(WORK, () -> jdbc.sql(ONE)
                .param("id", report)
                .param("me", actor.id())
                .query(Row.class)
                .optional()
                .map(this::own));
    }

    private Own own(Row row) {
        var incident = rows.get(row.incidentId());
        var followed = followed(incident);
        return new Own(
                row.sourceId(),
                incident.number(),
                shortened(row.description()),
                row.description(),
                places.name(incident.area()),
                incident.area(),
                followed.severity(),
                time(incident.reportedAt()),
                state(incident, followed),
                followed.state().isOpen(),
                agencies(followed.id()),
                incident.placeDoubtful(),
                row.photos());
    }

    /** Whoever reported what was merged follows the incident that goes on. */
    private Incident followed(Incident incident) {
        var now = incident;
        for (int step = 0; step < MERGED_AT_MOST; step++) {
            var into = now.mergedInto();
            if (now.state() != IncidentState.MERGED || into == null) {
                return now;
            }
            now = rows.get(into);
        }
        return now;
    }

    private String state(Incident incident, Incident followed) {
        var outcome = followed.outcome();
        var how = messages.text(
                "incident.phone.state." + followed.state(),
                followed.severity(),
                outcome == null ? "" : outcome,
                time(followed.reportedAt()));
        return followed.id() == incident.id()
                ? how
                : messages.text("incident.phone.merged", followed.number()) + " " + how;
    }

    private List<String> agencies(long incident) {
        return jdbc.sql(AGENCIES).param(incident).query(Agency.class).list().stream()
                .map(this::line)
                .toList();
    }

    private String line(Agency agency) {
        var key = "incident.agency." + agency.agency();
        var name = messages.text(key);
        return messages.text(
                "incident.phone.agency." + step(agency),
                name.equals(key) ? agency.agency() : name,
                time(agency.toldAt()),
                time(agency.stateAt()));
    }

    private static String step(Agency agency) {
        if (!agency.state().equals("SENT")) {
            return agency.state();
        }
        if (agency.toldAt() == null) {
            return agency.called() ? "CALLING" : "QUEUED";
        }
        return agency.called() ? "SENT_CALLING" : "SENT";
    }

    private String time(@Nullable Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("HH.mm").format(at.atZone(regions.zone()));
    }

    private static String shortened(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }
}
