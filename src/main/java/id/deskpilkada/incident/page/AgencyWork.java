package id.deskpilkada.incident.page;

import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.IncidentPeople;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.dispatch.DispatchState;
import id.deskpilkada.incident.reading.IncidentReach;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the agencies of a person were sent to. */
@Service
class AgencyWork {

    private static final String OURS =
            """
            FROM dispatch d JOIN incident i ON i.id = d.incident_id
            WHERE EXISTS (SELECT 1 FROM unnest(string_to_array(:agencies, ',')) own WHERE own LIKE d.agency || ':%' AND starts_with(d.area, split_part(own, ':', 2)))
            """;

    private static final String LINES =
            """
            SELECT d.id, d.incident_id, d.agency, d.area, d.state, d.acknowledge_by, d.acknowledged_at, d.answered_by, d.remark, d.ended_at,
                   i.category, i.severity, i.description, i.lat, i.lng, i.place_doubtful
            """
                    + OURS
                    + """
                     ORDER BY d.ended_at IS NOT NULL, d.state <> 'SENT', CASE WHEN d.ended_at IS NULL THEN i.severity END DESC, d.ended_at DESC, d.acknowledge_by, d.id
                    LIMIT :size OFFSET :offset
                    """;

    private final JdbcClient jdbc;
    private final IncidentPlaces places;
    private final IncidentPeople people;

    AgencyWork(JdbcClient jdbc, IncidentPlaces places, IncidentPeople people) {
        this.jdbc = jdbc;
        this.places = places;
        this.people = people;
    }

    /** One dispatch with its incident. @param area digits */
    record Line(
            long id,
            long incidentId,
            String agency,
            String area,
            DispatchState state,
            Instant acknowledgeBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String answeredBy,
            @Nullable String remark,
            @Nullable Instant endedAt,
            IncidentCategory category,
            int severity,
            String description,
            @Nullable Double lat,
            @Nullable Double lng,
            boolean placeDoubtful) {

        public boolean isOpen() {
            return state.isOpen();
        }
    }

    /** Those that wait for an answer first, then what they are at, then what is over. @throws id.deskpilkada.platform.Problem 403 {@code FORBIDDEN} */
    @Transactional(readOnly = true)
    public Page<Line> page(Page.Window window, Actor actor) {
        actor.require(Permission.ANSWER_DISPATCHES);
        var lines = IncidentReach.mine(jdbc.sql(LINES), actor)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Line.class)
                .list();
        long total = IncidentReach.mine(jdbc.sql("SELECT count(*) " + OURS), actor)
                .query(Long.class)
                .single();
        return new Page<>(lines, window.page(), window.size(), total);
    }

    /** E.g. {@code TPS 001 Baros}. */
    public String place(Line line) {
        return places.name(line.area());
    }

    /** What officials call the agency. */
    public String agency(Line line) {
        return people.agency(line.agency());
    }
}
