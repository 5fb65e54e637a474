package id.deskpilkada.readiness.risk;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.StationsAdded;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Scope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the class of every TPS and village in step with what is known of it. Each indicator counts once for a place, however often it was recorded for it and the areas above. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RiskClasses {

    private static final String WORK = "risk-classes";
    private static final int VILLAGE_DIGITS = 10;
    private static final int ONE_BY_ONE = 50;

    private static final String KNOWN =
            """
            WITH places AS (
              SELECT code AS area FROM polling_station WHERE election_id = :election AND code COLLATE "C" >= :from AND code COLLATE "C" < :to
              UNION ALL
              SELECT area FROM region WHERE level = 'VILLAGE' AND starts_with(area, :installation) AND area COLLATE "C" >= :from AND area COLLATE "C" < :to
            ), open_risk AS (
              SELECT r.area, i.code, i.variable, i.weight FROM risk r JOIN risk_indicator i ON i.code = r.indicator
              WHERE r.election_id = :election AND r.state = 'OPEN' AND i.active
            ), known AS (
              SELECT p.area, o.code, o.variable, o.weight
              FROM places p CROSS JOIN unnest(ARRAY[2, 4, 6, 10, 13]) AS digits (n) JOIN open_risk o ON length(o.area) = n AND o.area = left(p.area, n)
              UNION
              SELECT left(o.area, 10), o.code, o.variable, o.weight FROM open_risk o
              WHERE length(o.area) = 13 AND o.area COLLATE "C" >= :from AND o.area COLLATE "C" < :to
            ), of_variable AS (
              SELECT area, sum(weight) AS weight, string_agg(code, ',' ORDER BY code) AS codes FROM known GROUP BY area, variable
            )
            SELECT area, sum(weight)::int AS score, max(weight)::int AS highest, string_agg(codes, ',' ORDER BY codes) AS codes FROM of_variable GROUP BY area
            """;

    private final RiskTable table;
    private final Elections elections;
    private final DeskSettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Changes changes;
    private final Clock clock;

    RiskClasses(
            RiskTable table,
            Elections elections,
            DeskSettings settings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Changes changes,
            Clock clock) {
        this.table = table;
        this.elections = elections;
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    private record Known(String area, int score, int highest, String codes) {}

    /** After the risks of some areas have changed: everything inside them, and the villages of their TPS. */
    void recompute(long election, Collection<String> areas) {
        var roots = Actor.widest(areas.stream()
                .map(area -> area.substring(0, Math.min(VILLAGE_DIGITS, area.length())))
                .toList());
        var parts = roots.size() > ONE_BY_ONE ? List.of("") : roots;
        Scope.system(WORK, () -> {
            lock(election);
            parts.forEach(part -> part(election, part));
        });
        changes.announce("risk", parts.size() == 1 && !parts.get(0).isEmpty() ? parts.get(0) : settings.area());
        events.publishEvent(new RiskChanged(election, parts));
    }

    /** After indicators have changed. */
    void recomputeAll() {
        elections.all().forEach(election -> recompute(election.id(), List.of("")));
    }

    @EventListener
    void stationsWereAdded(StationsAdded added) {
        recompute(added.electionId(), List.of(""));
    }

    /** One after the other, so that the second sees what the first has recorded. */
    private void lock(long election) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('risk-classes'), CAST(? AS int))")
                .param(Math.floorMod(election, Integer.MAX_VALUE))
                .query((row, number) -> "")
                .single();
    }

    private void part(long election, String root) {
        var known = jdbc.sql(KNOWN)
                .param("election", election)
                .param("from", root)
                .param("to", root + "~")
                .param("installation", settings.area())
                .query(Known.class)
                .list();
        Map<List<Integer>, RiskLevel> levels = new HashMap<>();
        var classes = known.stream()
                .map(place -> levels.computeIfAbsent(
                        List.of(place.score(), place.highest()), facts -> table.level(facts.get(0), facts.get(1))))
                .map(Enum::name)
                .toArray(String[]::new);
        store(election, root, known, classes);
    }

    private void store(long election, String root, List<Known> known, String[] levels) {
        var areas = known.stream().map(Known::area).toArray(String[]::new);
        jdbc.sql(
                        """
                        DELETE FROM risk_class WHERE election_id = ? AND area COLLATE "C" >= ? AND area COLLATE "C" < ? AND area NOT IN (SELECT unnest(?::text[]))
                        """)
                .params(election, root, root + "~", areas)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO risk_class AS c (election_id, area, district_area, score, highest, level, indicators, changed_at)
                        SELECT ?, area, left(area, 6), score, highest, level, string_to_array(codes, ','), ?
                        FROM unnest(?::text[], ?::int[], ?::int[], ?::text[], ?::text[]) AS input (area, score, highest, level, codes)
                        ON CONFLICT (election_id, area) DO UPDATE SET score = excluded.score, highest = excluded.highest, level = excluded.level,
                          indicators = excluded.indicators, changed_at = excluded.changed_at
                        WHERE (c.score, c.highest, c.level, c.indicators) IS DISTINCT FROM (excluded.score, excluded.highest, excluded.level, excluded.indicators)
                        """)
                .params(
                        election,
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)),
                        areas,
                        known.stream().map(Known::score).toArray(Integer[]::new),
                        known.stream().map(Known::highest).toArray(Integer[]::new),
                        levels,
                        known.stream().map(Known::codes).toArray(String[]::new))
                .update();
    }
}
