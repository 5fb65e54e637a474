package id.deskpilkada.election.setup;

import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.StationsAdded;
import id.deskpilkada.election.setup.PollingStationImporter.StationRow;
import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.platform.FieldProblem;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores a list of polling stations in one statement and counts what it did. */
@Component
class StationUpsert {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StationUpsert(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** All villages, as digits. */
    Set<String> villages() {
        return jdbc.sql("SELECT area FROM region WHERE level = 'VILLAGE'")
                .query(String.class)
                .set();
    }

    Set<String> codes(long election) {
        return jdbc.sql("SELECT code FROM polling_station WHERE election_id = ?")
                .param(election)
                .query(String.class)
                .set();
    }

    private record Counts(int created, int updated) {}

    /**
     * @param address whether the file has addresses; otherwise those stored stay
     * @param place whether the file has coordinates; otherwise those stored stay
     */
    ImportOutcome store(
            long election, List<StationRow> rows, boolean address, boolean place, List<FieldProblem> warnings) {
        Counts counts = jdbc.sql(
                        """
                        WITH stored AS (
                          INSERT INTO polling_station AS p (election_id, code, village_area, district_area, number, address, lat, lng)
                          SELECT ?, code, left(code, 10), left(code, 6), right(code, 3)::int, address, lat, lng
                          FROM unnest(?::text[], ?::text[], ?::float8[], ?::float8[]) AS input (code, address, lat, lng)
                          ON CONFLICT (election_id, code) DO UPDATE SET
                            address = CASE WHEN ? THEN excluded.address ELSE p.address END,
                            lat = CASE WHEN ? THEN excluded.lat ELSE p.lat END, lng = CASE WHEN ? THEN excluded.lng ELSE p.lng END
                          WHERE ? AND p.address IS DISTINCT FROM excluded.address OR ? AND (p.lat, p.lng) IS DISTINCT FROM (excluded.lat, excluded.lng)
                          RETURNING xmax = 0 AS created)
                        SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
                        """)
                .params(
                        election,
                        texts(rows, row -> row.code().value()),
                        texts(rows, StationRow::address),
                        numbers(rows, row -> row.at() == null ? null : row.at().lat()),
                        numbers(rows, row -> row.at() == null ? null : row.at().lng()),
                        address,
                        place,
                        place,
                        address,
                        place)
                .query(Counts.class)
                .single();
        events.publishEvent(new ElectionDataChanged(election));
        if (counts.created() > 0) {
            events.publishEvent(new StationsAdded(election));
        }
        return new ImportOutcome(
                counts.created(), counts.updated(), rows.size() - counts.created() - counts.updated(), warnings);
    }

    private static @Nullable String[] texts(List<StationRow> rows, Function<StationRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable Double[] numbers(List<StationRow> rows, Function<StationRow, @Nullable Double> value) {
        return rows.stream().map(value).toArray(Double[]::new);
    }
}
