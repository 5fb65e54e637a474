package id.deskpilkada.region;

import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.region.RegionImporter.RegionRow;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores a list of regions in one statement and counts what it did. */
@Component
class RegionUpsert {

    private final JdbcClient jdbc;
    private final RegionLookup lookup;

    RegionUpsert(JdbcClient jdbc, RegionLookup lookup) {
        this.jdbc = jdbc;
        this.lookup = lookup;
    }

    List<String> codes() {
        return jdbc.sql("SELECT code FROM region").query(String.class).list();
    }

    private record Counts(int created, int updated) {}

    /** @param withCoordinates whether the file has them; otherwise those stored stay */
    ImportOutcome store(List<RegionRow> rows, boolean withCoordinates, List<FieldProblem> warnings) {
        Counts counts = jdbc.sql(
                        """
                        WITH stored AS (
                          INSERT INTO region AS r (code, area, name, level, parent_code, lat, lng)
                          SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::float8[])
                          ON CONFLICT (code) DO UPDATE SET name = excluded.name,
                            lat = CASE WHEN ? THEN excluded.lat ELSE r.lat END, lng = CASE WHEN ? THEN excluded.lng ELSE r.lng END
                          WHERE r.name <> excluded.name OR ? AND (r.lat, r.lng) IS DISTINCT FROM (excluded.lat, excluded.lng)
                          RETURNING xmax = 0 AS created)
                        SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
                        """)
                .params(
                        texts(rows, row -> row.code().value()),
                        texts(rows, row -> row.code().area()),
                        texts(rows, RegionRow::name),
                        texts(rows, row -> row.code().level().name()),
                        texts(rows, row -> row.code()
                                .parent()
                                .map(RegionCode::value)
                                .orElse(null)),
                        numbers(rows, Coordinates::lat),
                        numbers(rows, Coordinates::lng),
                        withCoordinates,
                        withCoordinates,
                        withCoordinates)
                .query(Counts.class)
                .single();
        forgetAfterwards();
        return new ImportOutcome(
                counts.created(), counts.updated(), rows.size() - counts.created() - counts.updated(), warnings);
    }

    private void forgetAfterwards() {
        lookup.forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    lookup.forget();
                }
            });
        }
    }

    private static @Nullable String[] texts(List<RegionRow> rows, Function<RegionRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable Double[] numbers(List<RegionRow> rows, Function<Coordinates, Double> value) {
        return rows.stream()
                .map(row -> row.at() == null ? null : value.apply(Objects.requireNonNull(row.at())))
                .toArray(Double[]::new);
    }
}
