package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.readiness.risk.RiskPlaces;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of a list, frozen when it is handed over, and what they say about how far each risk has come. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandoverItems {

    private static final String WORK = "risk-handover";

    /** Open risks of the choice that do not lie with this agency already. */
    private static final String WAITING =
            """
            FROM risk r JOIN risk_indicator i ON i.code = r.indicator LEFT JOIN risk_class c ON c.election_id = r.election_id AND c.area = r.area
            WHERE r.election_id = :election AND r.state = 'OPEN' AND starts_with(r.area, :area) AND r.indicator = ANY (string_to_array(:indicators, ','))
              AND NOT EXISTS (SELECT 1 FROM risk_handover_item t WHERE t.risk_id = r.id AND t.agency = :agency AND t.ended IS NULL)
            """;

    private final Elections elections;
    private final RiskPlaces places;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverItems(Elections elections, RiskPlaces places, JdbcClient jdbc, Clock clock) {
        this.elections = elections;
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One row of a list as the agency got it. */
    record Item(
            long riskId,
            String area,
            String place,
            String indicator,
            String label,
            @Nullable String note,
            @Nullable String level,
            boolean covered) {}

    private record Found(
            long riskId, String area, String indicator, String label, @Nullable String note, @Nullable String level) {}

    /** How many rows a list of this choice would have. */
    int waiting(long roundId, HandoverChoice choice) {
        return jdbc.sql("SELECT count(*) " + WAITING)
                .param("election", elections.round(roundId).electionId())
                .param("area", choice.area())
                .param("indicators", String.join(",", choice.indicators()))
                .param("agency", choice.agency())
                .query(Integer.class)
                .single();
    }

    /** Freezes the list of the newest attempt and answers how many rows it has. */
    int freeze(Handover list, @Nullable Long by) {
        return Scope.system(WORK, () -> {
            var found = jdbc.sql("SELECT r.id AS risk_id, r.area, r.indicator, i.label, r.note, c.level " + WAITING
                            + "ORDER BY r.area COLLATE \"C\", i.position FOR UPDATE OF r")
                    .param("election", elections.round(list.roundId()).electionId())
                    .param("area", list.area())
                    .param("indicators", String.join(",", list.indicators()))
                    .param("agency", list.agency())
                    .query(Found.class)
                    .list();
            int rows = insert(list, found);
            told(list, "HANDED_OVER", list.agency(), by);
            follow(list);
            return rows;
        });
    }

    private int insert(Handover list, List<Found> found) {
        // Whoever hands the same risks over at the same moment waits at the unique index and gets none of them.
        return jdbc.sql(
                        """
                        INSERT INTO risk_handover_item (handover_id, attempt, agency, risk_id, area, place, indicator, label, note, level)
                        SELECT ?, ?, ?, risk_id, area, place, indicator, label, note, level
                        FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                          AS input (risk_id, area, place, indicator, label, note, level)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        list.id(),
                        list.attempt(),
                        list.agency(),
                        found.stream().map(Found::riskId).toArray(Long[]::new),
                        found.stream().map(Found::area).toArray(String[]::new),
                        found.stream().map(row -> places.name(row.area())).toArray(String[]::new),
                        found.stream().map(Found::indicator).toArray(String[]::new),
                        found.stream().map(Found::label).toArray(String[]::new),
                        found.stream().map(Found::note).toArray(String[]::new),
                        found.stream().map(Found::level).toArray(String[]::new))
                .update();
    }

    /** The list no longer lies with its agency. @param how DONE, DECLINED or TAKEN_BACK */
    void end(Handover list, String how, @Nullable String detail, @Nullable Long by) {
        Scope.system(WORK, () -> {
            jdbc.sql("UPDATE risk_handover_item SET ended = ? WHERE handover_id = ? AND attempt = ? AND ended IS NULL")
                    .params(how, list.id(), list.attempt())
                    .update();
            told(list, how.equals("DONE") ? "MITIGATED" : how, detail, by);
            follow(list);
        });
    }

    void acknowledged(Handover list, @Nullable Long by) {
        Scope.system(WORK, () -> {
            told(list, "ACKNOWLEDGED", list.agency(), by);
            follow(list);
        });
    }

    private void told(Handover list, String act, @Nullable String detail, @Nullable Long by) {
        jdbc.sql(
                        """
                        INSERT INTO risk_event (risk_id, act, detail, actor_id, at)
                        SELECT risk_id, ?, ?, ?::bigint, ? FROM risk_handover_item WHERE handover_id = ? AND attempt = ?
                        """)
                .params(act, detail, by, OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)), list.id(), list.attempt())
                .update();
    }

    /** Writes at each risk of the list how far its newest hand-over has come. */
    void follow(Handover list) {
        Scope.system(WORK, () -> jdbc.sql(
                        """
                                WITH newest AS (
                                  SELECT DISTINCT ON (t.risk_id) t.risk_id, t.area, t.indicator, t.agency, t.ended, t.handover_id, h.state
                                  FROM risk_handover_item t JOIN risk_handover h ON h.id = t.handover_id
                                  WHERE t.risk_id IN (SELECT risk_id FROM risk_handover_item WHERE handover_id = :list)
                                  ORDER BY t.risk_id, t.ended IS NULL DESC, t.ended = 'DONE' DESC, t.id DESC
                                ), stand AS (
                                  SELECT n.risk_id, n.agency,
                                    CASE WHEN n.ended IN ('DECLINED', 'TAKEN_BACK') THEN 'NONE' WHEN n.ended = 'DONE' THEN 'DONE' WHEN n.state = 'HANDED' THEN 'HANDED'
                                         WHEN count(m.id) = 0 THEN 'ACKNOWLEDGED' WHEN count(m.id) = count(m.done_on) THEN 'DONE' ELSE 'PLANNED' END AS mitigation,
                                    min(m.due_on) FILTER (WHERE m.done_on IS NULL) AS due
                                  FROM newest n LEFT JOIN risk_measure m ON m.handover_id = n.handover_id AND m.agency = n.agency AND NOT m.dropped
                                    AND starts_with(n.area, m.area) AND (m.indicator IS NULL OR m.indicator = n.indicator)
                                  GROUP BY n.risk_id, n.agency, n.ended, n.state
                                )
                                UPDATE risk r SET mitigation = s.mitigation, mitigation_due = CASE WHEN s.mitigation = 'PLANNED' THEN s.due END,
                                  handed_to = CASE WHEN s.mitigation = 'NONE' THEN NULL ELSE s.agency END
                                FROM stand s WHERE r.id = s.risk_id
                                """)
                .param("list", list.id())
                .update());
    }

    Page<Item> page(Handover list, Page.Window window) {
        var items = jdbc.sql(
                        """
                        SELECT t.risk_id, t.area, t.place, t.indicator, t.label, t.note, t.level, EXISTS (
                          SELECT 1 FROM risk_measure m WHERE m.handover_id = t.handover_id AND m.agency = t.agency AND NOT m.dropped
                            AND starts_with(t.area, m.area) AND (m.indicator IS NULL OR m.indicator = t.indicator)) AS covered
                        FROM risk_handover_item t WHERE t.handover_id = ? AND t.attempt = ? ORDER BY t.area COLLATE "C", t.id LIMIT ? OFFSET ?
                        """)
                .params(list.id(), list.attempt(), window.size(), window.offset())
                .query(Item.class)
                .list();
        return new Page<>(items, window.page(), window.size(), count(list));
    }

    int count(Handover list) {
        return jdbc.sql("SELECT count(*) FROM risk_handover_item WHERE handover_id = ? AND attempt = ?")
                .params(list.id(), list.attempt())
                .query(Integer.class)
                .single();
    }

    /** Rows of the list for which no measure is written down. */
    List<String> uncovered(Handover list) {
        return jdbc.sql(
                        """
                        SELECT t.place FROM risk_handover_item t WHERE t.handover_id = ? AND t.attempt = ? AND NOT EXISTS (
                          SELECT 1 FROM risk_measure m WHERE m.handover_id = t.handover_id AND m.agency = t.agency AND NOT m.dropped
                            AND starts_with(t.area, m.area) AND (m.indicator IS NULL OR m.indicator = t.indicator))
                        ORDER BY t.area COLLATE "C"
                        """)
                .params(list.id(), list.attempt())
                .query(String.class)
                .list();
    }

    boolean holds(Handover list, String area) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM risk_handover_item WHERE handover_id = ? AND attempt = ? AND starts_with(area, ?))")
                .params(list.id(), list.attempt(), area)
                .query(Boolean.class)
                .single();
    }
}
