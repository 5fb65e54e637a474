package id.deskpilkada.readiness.screening;

import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.readiness.screening.OfficerImporter.OfficerRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores a list of officers in one statement; a puskesmas area comes to be with its first officer and widens with them. */
@Component
class OfficerUpsert {

    private static final String WORK = "officer-import";
    private static final int DISTRICT = 6;

    private final JdbcClient jdbc;
    private final DeskSettings settings;
    private final ApplicationEventPublisher events;

    OfficerUpsert(JdbcClient jdbc, DeskSettings settings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Where officers can work.
     *
     * @param regions villages and districts, as digits
     */
    record Places(Set<String> stations, Set<String> regions) {}

    Places places(long election) {
        return new Places(
                jdbc.sql("SELECT code FROM polling_station WHERE election_id = ?")
                        .param(election)
                        .query(String.class)
                        .set(),
                jdbc.sql("SELECT area FROM region WHERE level IN ('DISTRICT', 'VILLAGE') AND starts_with(area, ?)")
                        .param(settings.area())
                        .query(String.class)
                        .set());
    }

    private record Counts(int created, int updated) {}

    /** @param phone whether the file has telephone numbers; otherwise those stored stay */
    ImportOutcome store(long election, List<OfficerRow> rows, boolean phone) {
        if (rows.isEmpty()) {
            return new ImportOutcome(0, 0, 0, List.of());
        }
        var puskesmas = puskesmas(election, rows);
        Counts counts = Scope.system(WORK, () -> upsert(election, rows, puskesmas, phone));
        widen(election);
        events.publishEvent(new ScreeningsRecorded(Set.copyOf(puskesmas.values()), counts.created() > 0));
        return new ImportOutcome(
                counts.created(), counts.updated(), rows.size() - counts.created() - counts.updated(), List.of());
    }

    private Counts upsert(long election, List<OfficerRow> rows, Map<String, Long> puskesmas, boolean phone) {
        return jdbc.sql(
                        """
                        WITH stored AS (
                          INSERT INTO officer AS o (election_id, code, name, duty, area, puskesmas_id, phone, active)
                          SELECT ?, * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[])
                          ON CONFLICT (election_id, code) DO UPDATE SET name = excluded.name, duty = excluded.duty, area = excluded.area,
                            puskesmas_id = excluded.puskesmas_id, active = excluded.active, phone = CASE WHEN ? THEN excluded.phone ELSE o.phone END
                          WHERE (o.name, o.duty, o.area, o.puskesmas_id, o.active) IS DISTINCT FROM
                                (excluded.name, excluded.duty, excluded.area, excluded.puskesmas_id, excluded.active)
                             OR ? AND o.phone IS DISTINCT FROM excluded.phone
                          RETURNING xmax = 0 AS created)
                        SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
                        """)
                .params(
                        election,
                        texts(rows, OfficerRow::code),
                        texts(rows, OfficerRow::name),
                        texts(rows, row -> row.duty().name()),
                        texts(rows, OfficerRow::area),
                        rows.stream().map(row -> puskesmas.get(key(row))).toArray(Long[]::new),
                        texts(rows, OfficerRow::phone),
                        rows.stream().map(OfficerRow::active).toArray(Boolean[]::new),
                        phone,
                        phone)
                .query(Counts.class)
                .single();
    }

    private record Named(String key, long id) {}

    private Map<String, Long> puskesmas(long election, List<OfficerRow> rows) {
        Map<String, OfficerRow> first = new HashMap<>();
        rows.forEach(row -> first.putIfAbsent(key(row), row));
        jdbc.sql(
                        """
                        INSERT INTO puskesmas (election_id, name, area) SELECT ?, * FROM unnest(?::text[], ?::text[])
                        ON CONFLICT (election_id, lower(name)) DO NOTHING
                        """)
                .params(
                        election,
                        first.values().stream().map(OfficerRow::puskesmas).toArray(String[]::new),
                        first.values().stream()
                                .map(row -> row.area().substring(0, DISTRICT))
                                .toArray(String[]::new))
                .update();
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("SELECT lower(name) AS key, id FROM puskesmas WHERE election_id = ?")
                .param(election)
                .query(Named.class)
                .list()
                .forEach(named -> ids.put(named.key(), named.id()));
        var missing = new HashSet<>(first.keySet());
        missing.removeAll(ids.keySet());
        missing.forEach(key -> ids.put(key, byDatabase(election, key)));
        return ids.entrySet().stream()
                .filter(entry -> first.containsKey(entry.getKey()))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The database may lower a letter otherwise than Java does. */
    private long byDatabase(long election, String name) {
        return jdbc.sql("SELECT id FROM puskesmas WHERE election_id = ? AND lower(name) = lower(?)")
                .params(election, name)
                .query(Long.class)
                .single();
    }

    /** A puskesmas whose officers work in more than one district belongs to the regency. */
    private void widen(long election) {
        Scope.system(WORK, () -> jdbc.sql(
                        """
                        UPDATE puskesmas p SET area = found.area FROM (
                          SELECT puskesmas_id, CASE WHEN count(DISTINCT left(area, 6)) = 1 THEN min(left(area, 6)) ELSE ? END AS area
                          FROM officer WHERE election_id = ? AND active GROUP BY puskesmas_id) found
                        WHERE p.id = found.puskesmas_id AND p.area <> found.area
                        """)
                .params(settings.area(), election)
                .update());
    }

    private static String key(OfficerRow row) {
        return row.puskesmas().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String[] texts(List<OfficerRow> rows, Function<OfficerRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
