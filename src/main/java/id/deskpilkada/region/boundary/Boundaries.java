package id.deskpilkada.region.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The stored outlines. They are indicative, not legal; regions without one are absent. */
@Service
public class Boundaries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;

    Boundaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By area: digests by which one knows whether an outline has changed. */
    public Map<String, String> digests(Collection<String> areas) {
        return column("digest", areas);
    }

    /** By area: GeoJSON geometries. */
    public Map<String, String> geometries(Collection<String> areas) {
        return column("geometry", areas);
    }

    /** By area. */
    public Map<String, Outline> outlines(Collection<String> areas) {
        Map<String, Outline> outlines = new HashMap<>();
        geometries(areas).forEach((area, geometry) -> outlines.put(area, parsed(geometry)));
        return outlines;
    }

    private Map<String, String> column(String name, Collection<String> areas) {
        Map<String, String> values = new HashMap<>();
        jdbc.sql("SELECT area, " + name + " AS value FROM boundary WHERE area = ANY (?)")
                .param(areas.toArray(String[]::new))
                .query(row -> {
                    values.put(row.getString("area"), row.getString("value"));
                });
        return values;
    }

    private static Outline parsed(String geometry) {
        try {
            return Geometries.read(JSON.readTree(geometry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored outline is no GeoJSON", e);
        }
    }
}
