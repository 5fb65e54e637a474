package id.deskpilkada.region.boundary;

import id.deskpilkada.imports.ImportOutcome;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.region.boundary.BoundaryImporter.Extent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code boundary}. */
@Component
class BoundaryStore {

    private final JdbcClient jdbc;

    BoundaryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> regions(String area) {
        return jdbc.sql("SELECT area FROM region WHERE starts_with(area, ?)")
                .param(area)
                .query(String.class)
                .set();
    }

    /** All of Indonesia where no centres are known. */
    Extent extent(String area) {
        return jdbc.sql(
                        """
                        SELECT coalesce(min(lat) - 0.2, -11.2) AS south, coalesce(max(lat) + 0.2, 6.3) AS north,
                          coalesce(min(lng) - 0.2, 94.7) AS west, coalesce(max(lng) + 0.2, 141.1) AS east
                        FROM region WHERE starts_with(area, ?) AND lat IS NOT NULL AND lng IS NOT NULL
                        """)
                .param(area)
                .query(Extent.class)
                .single();
    }

    private record Counts(int created, int updated) {}

    ImportOutcome put(Map<String, Outline> outlines, List<FieldProblem> warnings) {
        String[] areas = outlines.keySet().toArray(String[]::new);
        String[] geometries = outlines.values().stream().map(Outline::geoJson).toArray(String[]::new);
        Integer[] points = outlines.values().stream().map(Outline::points).toArray(Integer[]::new);
        String[] digests =
                java.util.Arrays.stream(geometries).map(BoundaryStore::digest).toArray(String[]::new);
        var counts = jdbc.sql(
                        """
                        WITH stored AS (
                          INSERT INTO boundary AS b (area, geometry, points, digest)
                          SELECT * FROM unnest(?::text[], ?::text[], ?::int[], ?::text[])
                          ON CONFLICT (area) DO UPDATE SET geometry = excluded.geometry, points = excluded.points, digest = excluded.digest
                          WHERE b.digest <> excluded.digest
                          RETURNING xmax = 0 AS created)
                        SELECT count(*) FILTER (WHERE created) AS created, count(*) FILTER (WHERE NOT created) AS updated FROM stored
                        """)
                .params(areas, geometries, points, digests)
                .query(Counts.class)
                .single();
        return new ImportOutcome(
                counts.created(), counts.updated(), outlines.size() - counts.created() - counts.updated(), warnings);
    }

    private static String digest(String geometry) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(geometry.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
