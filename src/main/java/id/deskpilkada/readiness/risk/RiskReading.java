package id.deskpilkada.readiness.risk;

import id.deskpilkada.platform.Page;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the register inside somebody's reach. */
@Component
@Transactional(readOnly = true)
class RiskReading {

    private static final int BATCH = 1_000;

    private static final String ROW =
            """
            SELECT r.id, r.area, r.indicator, i.variable, i.label, i.label_en, i.weight, i.owner, r.note, r.state, r.close_reason, r.mitigation, r.mitigation_due,
                   r.handed_to, c.level, r.recorded_at, r.changed_at, coalesce(p.lat, g.lat) AS lat, coalesce(p.lng, g.lng) AS lng, p.lat IS NOT NULL AS exact
            """;

    private static final String FROM =
            """
            FROM risk r JOIN risk_indicator i ON i.code = r.indicator
            LEFT JOIN risk_class c ON c.election_id = r.election_id AND c.area = r.area
            """;

    private static final String PLACES =
            """
            LEFT JOIN polling_station p ON p.election_id = r.election_id AND p.code = r.area
            LEFT JOIN region g ON g.area = left(r.area, 10)
            """;

    /** An agency sees what lies with it or has been done by it, not what it declined or had taken back. */
    private static final String SEEN =
            """
            WHERE r.election_id = :election AND r.area COLLATE "C" >= :from AND r.area COLLATE "C" < :to
            AND (EXISTS (SELECT 1 FROM unnest(string_to_array(:areas, ',')) a WHERE starts_with(r.area, a) OR starts_with(a, r.area))
              OR EXISTS (SELECT 1 FROM risk_handover_item t JOIN unnest(string_to_array(:handed, ',')) h ON t.agency = split_part(h, ' ', 1)
                         WHERE t.risk_id = r.id AND (t.ended IS NULL OR t.ended = 'DONE') AND starts_with(t.area, split_part(h, ' ', 2))))
            """;

    private static final String ASKED =
            """
            AND (:variable = '' OR i.variable = :variable) AND (:indicator = '' OR r.indicator = :indicator) AND (:owner = '' OR i.owner = :owner)
            AND (:level = '' OR c.level = :level OR :level = 'NONE' AND c.level IS NULL)
            AND CASE :state WHEN '' THEN true WHEN 'CLOSED' THEN r.state = 'CLOSED' ELSE r.state = 'OPEN' AND CASE :state
              WHEN 'WAITING' THEN r.mitigation = 'NONE' WHEN 'HANDED' THEN r.mitigation = 'HANDED' WHEN 'ACKNOWLEDGED' THEN r.mitigation = 'ACKNOWLEDGED'
              WHEN 'PLANNED' THEN r.mitigation = 'PLANNED' AND r.mitigation_due >= :today WHEN 'LATE' THEN r.mitigation = 'PLANNED' AND r.mitigation_due < :today
              WHEN 'MITIGATED' THEN r.mitigation = 'DONE' ELSE true END END
            """;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Clock clock;
    private final TransactionTemplate batches;

    RiskReading(JdbcClient jdbc, Regions regions, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.clock = clock;
        this.batches = transaction;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(regions.zone()));
    }

    Page<RiskRow> page(long election, RiskQuestion question, RiskReach reach, Page.Window window) {
        var items = asked(
                        ROW + FROM + PLACES + SEEN + ASKED
                                + "ORDER BY r.area COLLATE \"C\", r.id LIMIT :limit OFFSET :offset",
                        election,
                        question,
                        reach)
                .param("limit", window.size())
                .param("offset", window.offset())
                .query(RiskRow.class)
                .list();
        return new Page<>(items, window.page(), window.size(), count(election, question, reach));
    }

    long count(long election, RiskQuestion question, RiskReach reach) {
        return asked("SELECT count(*) " + FROM + SEEN + ASKED, election, question, reach)
                .query(Long.class)
                .single();
    }

    /** All of them by place, some at a time, each part in a transaction of its own. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public void each(long election, RiskQuestion question, RiskReach reach, Consumer<RiskRow> consumer) {
        var last = new String[] {"", "0"};
        List<RiskRow> batch;
        do {
            batch = batch(election, question, reach, last);
            batch.forEach(consumer);
            if (!batch.isEmpty()) {
                var row = batch.get(batch.size() - 1);
                last = new String[] {row.area(), Long.toString(row.id())};
            }
        } while (batch.size() == BATCH);
    }

    @SuppressWarnings("NullAway") // the template answers what the body answers
    private List<RiskRow> batch(long election, RiskQuestion question, RiskReach reach, String[] last) {
        return batches.execute(status -> asked(
                        ROW + FROM + PLACES + SEEN + ASKED
                                + "AND (r.area COLLATE \"C\" > :lastArea OR r.area COLLATE \"C\" = :lastArea AND r.id > :lastId) ORDER BY r.area COLLATE \"C\", r.id LIMIT :limit",
                        election,
                        question,
                        reach)
                .param("lastArea", last[0])
                .param("lastId", Long.parseLong(last[1]))
                .param("limit", BATCH)
                .query(RiskRow.class)
                .list());
    }

    Optional<RiskRow> one(long id, RiskReach reach) {
        return jdbc.sql("SELECT election_id FROM risk WHERE id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .flatMap(election -> asked(
                                ROW + FROM + PLACES + SEEN + ASKED + "AND r.id = :id",
                                election,
                                new RiskQuestion("", "", "", "", "", ""),
                                reach)
                        .param("id", id)
                        .query(RiskRow.class)
                        .optional());
    }

    /** What holds for a place: its own open entries first, then those of the areas above it. */
    List<RiskRow> holding(long election, String area, RiskReach reach) {
        return asked(
                        ROW + FROM + PLACES + SEEN
                                + "AND r.state = 'OPEN' AND starts_with(:place, r.area) ORDER BY length(r.area) DESC, i.position, r.id",
                        election,
                        new RiskQuestion("", "", "", "", "", ""),
                        reach)
                .param("place", area)
                .query(RiskRow.class)
                .list();
    }

    /** Open entries by variable. */
    Map<String, Integer> byVariable(long election, String area, RiskReach reach) {
        var counts = new LinkedHashMap<String, Integer>();
        asked(
                        "SELECT i.variable, count(*) AS risks " + FROM + SEEN
                                + "AND r.state = 'OPEN' GROUP BY i.variable ORDER BY min(i.position)",
                        election,
                        new RiskQuestion(area, "", "", "", "", ""),
                        reach)
                .query(row -> {
                    counts.put(row.getString("variable"), row.getInt("risks"));
                });
        return counts;
    }

    private StatementSpec asked(String sql, long election, RiskQuestion question, RiskReach reach) {
        return jdbc.sql(sql)
                .param("election", election)
                .param("from", question.area())
                .param("to", question.area() + "~")
                .param("areas", String.join(",", reach.areas()))
                .param("handed", String.join(",", reach.handed()))
                .param("variable", question.variable())
                .param("indicator", question.indicator())
                .param("owner", question.owner())
                .param("level", question.level())
                .param("state", question.state())
                .param("today", today());
    }
}
