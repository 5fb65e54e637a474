package id.deskpilkada.election.setup;

import static java.util.stream.Collectors.toMap;

import id.deskpilkada.region.Coordinates;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each regency reaches, as the box around the centres of its villages and 0.1 degrees (11 km) more. Regencies without coordinates are not in it. */
@Component
class VillageExtents {

    private final JdbcClient jdbc;

    VillageExtents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Extent(String regency, double south, double north, double west, double east) {

        boolean contains(Coordinates point) {
            return point.lat() >= south && point.lat() <= north && point.lng() >= west && point.lng() <= east;
        }
    }

    /** By the regency's digits. */
    Map<String, Extent> byRegency() {
        return jdbc
                .sql(
                        """
                        SELECT left(area, 4) AS regency, min(lat) - 0.1 AS south, max(lat) + 0.1 AS north, min(lng) - 0.1 AS west, max(lng) + 0.1 AS east
                        FROM region WHERE level = 'VILLAGE' AND lat IS NOT NULL AND lng IS NOT NULL GROUP BY left(area, 4)
                        """)
                .query(Extent.class)
                .list()
                .stream()
                .collect(toMap(Extent::regency, extent -> extent));
    }
}
