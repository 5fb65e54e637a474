package id.deskpilkada.incident.board;

import id.deskpilkada.incident.board.BoardCard.Agency;
import id.deskpilkada.incident.board.BoardCard.Facts;
import id.deskpilkada.incident.board.BoardCounts.Line;
import id.deskpilkada.incident.board.IncidentBoard.PlaceGrades;
import id.deskpilkada.incident.board.IncidentBoard.Spot;
import id.deskpilkada.incident.reading.IncidentReach;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the board in few statements, however many incidents are open. */
@Component
class BoardRows {

    /**
     * Those of the reader with their stage and what they wait for. Dispatches count as far as the reader sees them. Found before they are filtered, because nobody can
     * foretell how many a filter leaves, and a join for a handful of rows is slow for thousands.
     */
    private static final String OWN =
            """
            WITH told AS (
              SELECT d.incident_id, count(*) FILTER (WHERE d.state = 'SENT') AS waiting, min(d.acknowledge_by) FILTER (WHERE d.state = 'SENT') AS confirm_by,
                     count(*) FILTER (WHERE d.state IN ('ACKNOWLEDGED', 'ON_THE_WAY', 'ARRIVED', 'DONE')) AS confirmed
              FROM dispatch d WHERE %s GROUP BY d.incident_id
            ), own AS MATERIALIZED (
              SELECT i.*, %s AS stage, t.confirm_by, least(CASE WHEN i.state = 'REPORTED' THEN i.triage_by END, t.confirm_by) AS due,
                     coalesce(least(CASE WHEN i.state = 'REPORTED' THEN i.triage_by END, t.confirm_by) < :now, false) AS late,
                     i.severity = 4 AND i.state IN ('REPORTED', 'HANDLING') AND (coalesce(t.waiting, 0) > 0
                       OR coalesce(t.confirmed, 0) = 0 AND (i.state = 'REPORTED' OR i.open_dispatches > 0)) AS unanswered
              FROM incident i LEFT JOIN told t ON t.incident_id = i.id
              WHERE #state AND %s AND (:round = 0 AND %s OR i.round_id = :round) AND starts_with(i.area, :area)
            ), found AS (
              SELECT * FROM own WHERE (:stage = '' OR stage = :stage) AND (:severity = 0 OR severity = :severity) AND (:category = '' OR category = :category)
                AND (:only = 'ALL' OR :only = 'UNANSWERED' AND unanswered OR :only = 'LATE' AND late OR :only = 'UNCONFIRMED' AND confirm_by < :now) AND %s
            )
            """
                    .formatted(
                            IncidentReach.OWN_DISPATCHES,
                            Stage.OF_INCIDENT,
                            IncidentReach.OWN_INCIDENTS,
                            IncidentReach.NO_PRACTICE,
                            BoardWords.FOUND);

    private static final String COUNTED =
            """
            SELECT stage, severity, count(*) AS count, count(*) FILTER (WHERE late) AS late, count(*) FILTER (WHERE unanswered) AS unanswered,
                   count(*) FILTER (WHERE confirm_by < :now) AS unconfirmed
            FROM found GROUP BY stage, severity
            """;

    /** What waits longest stands first within its severity; what ended, the latest first. */
    private static final String ORDER = "ended_at DESC NULLS FIRST, severity DESC, due NULLS LAST, reported_at, id";

    private static final String SHOWN =
            """
            SELECT c.id, c.round_id, c.tps_code, c.area, c.category, c.severity, c.stage, left(c.description, 300) AS description, c.people_hurt, c.voting_halted,
                   c.needs_ambulance, c.place_doubtful, c.reported_at, c.triage_by, c.confirm_by, c.due, c.late, c.unanswered, c.ended_at, c.merged_into,
                   m.name AS reporter, m.phone, o.name AS opened_by, p.opened_at,
                   (SELECT count(*) FROM incident_report r WHERE r.incident_id = c.id) AS reports,
                   (SELECT r.caller FROM incident_report r WHERE r.incident_id = c.id AND r.caller IS NOT NULL ORDER BY r.id LIMIT 1) AS caller
            FROM (%s) c LEFT JOIN staff_member m ON m.id = c.reporter_id
              LEFT JOIN incident_opening p ON p.incident_id = c.id LEFT JOIN staff_member o ON o.id = p.staff_id
            """
                    + "ORDER BY " + ORDER;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Clock clock;

    BoardRows(JdbcClient jdbc, Regions regions, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
    }

    /** For the rest of the transaction: a plan that fits every question is many times slower than the one for this question. */
    void planEach() {
        jdbc.sql("SELECT set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    BoardCounts counts(BoardQuestion question, Actor actor) {
        return new BoardCounts(
                asked(OWN + COUNTED, question, actor).query(Line.class).list());
    }

    /** The first of each stage. */
    List<Facts> heads(BoardQuestion question, int perStage, Actor actor) {
        var first = "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY stage ORDER BY " + ORDER
                + ") AS place FROM found) numbered WHERE place <= :size";
        return asked(OWN + SHOWN.formatted(first), question, actor)
                .param("size", perStage)
                .query(Facts.class)
                .list();
    }

    List<Facts> page(BoardQuestion question, Page.Window window, Actor actor) {
        var some = "SELECT * FROM found ORDER BY " + ORDER + " LIMIT :size OFFSET :offset";
        return asked(OWN + SHOWN.formatted(some), question, actor)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(Facts.class)
                .list();
    }

    /** Those with a place on the map, the gravest first. */
    List<Spot> spots(BoardQuestion question, int most, Actor actor) {
        var some =
                """
                SELECT id, area, category, severity, stage, late, place_doubtful AS doubtful, lat, lng FROM found WHERE lat IS NOT NULL AND lng IS NOT NULL
                ORDER BY severity DESC, due NULLS LAST, id LIMIT :size
                """;
        return asked(OWN + some, question, actor)
                .param("size", most)
                .query(Spot.class)
                .list();
    }

    /** Counted no further than {@code most}. */
    int open(int most, Actor actor) {
        return IncidentReach.mine(
                        jdbc.sql(
                                "SELECT count(*) FROM (SELECT 1 FROM incident i WHERE i.state IN ('REPORTED', 'HANDLING') AND "
                                        + IncidentReach.OWN_INCIDENTS + " AND " + IncidentReach.NO_PRACTICE
                                        + " LIMIT :most) counted"),
                        actor)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** How many of a round are open in each place, by the first digits of their codes. */
    List<PlaceGrades> grades(long roundId, String area, int digits) {
        return jdbc.sql(
                        """
                        SELECT left(area, :digits) AS place, count(*) FILTER (WHERE severity = 4) AS fourth, count(*) FILTER (WHERE severity = 3) AS third,
                               count(*) FILTER (WHERE severity = 2) AS second, count(*) FILTER (WHERE severity = 1) AS first
                        FROM incident WHERE state IN ('REPORTED', 'HANDLING') AND round_id = :round AND starts_with(area, :area) AND length(area) >= :digits GROUP BY 1
                        """)
                .param("digits", digits)
                .param("round", roundId)
                .param("area", area)
                .query(PlaceGrades.class)
                .list();
    }

    private StatementSpec asked(String sql, BoardQuestion question, Actor actor) {
        var stage = question.stage();
        var category = question.category();
        var state = question.isEnded() ? "i.ended_at IS NOT NULL" : "i.state IN ('REPORTED', 'HANDLING')";
        return BoardWords.of(question.words(), regions)
                .into(IncidentReach.mine(jdbc.sql(sql.replace("#state", state)), actor))
                .param("now", now())
                .param("round", question.roundId())
                .param("area", question.area())
                .param("stage", stage == null ? "" : stage.name())
                .param("severity", question.severity())
                .param("category", category == null ? "" : category.name())
                .param("only", question.only().name());
    }

    /** By the ids of incidents; the gravest for whom to wait first. */
    Map<Long, List<Agency>> agencies(Collection<Long> incidents, Actor actor) {
        var found = new HashMap<Long, List<Agency>>();
        IncidentReach.mine(
                        jdbc.sql(
                                "SELECT d.incident_id, d.agency, d.state, d.state = 'SENT' AND d.acknowledge_by < :now AS late FROM dispatch d WHERE d.incident_id = ANY (:ids) AND d.state NOT IN ('DECLINED', 'WITHDRAWN') AND "
                                        + IncidentReach.OWN_DISPATCHES + " ORDER BY d.acknowledge_by, d.id"),
                        actor)
                .param("now", now())
                .param("ids", incidents.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("incident_id"), id -> new ArrayList<>())
                            .add(new Agency(row.getString("agency"), row.getString("state"), row.getBoolean("late")));
                });
        return found;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
