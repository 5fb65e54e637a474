package id.deskpilkada.region.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.region.Coordinates;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTests {

    /** A square of 0.02 degrees around -6, 106 with a hole of 0.01 degrees. */
    private final Outline square = outline(
            """
            {"type": "Polygon", "coordinates": [
              [[105.99, -6.01], [106.01, -6.01], [106.01, -5.99], [105.99, -5.99], [105.99, -6.01]],
              [[105.995, -6.005], [106.005, -6.005], [106.005, -5.995], [105.995, -5.995]]]}
            """);

    @Test
    void aPointInsideIsNotOutside() {
        assertThat(square.metresOutside(new Coordinates(-6.008, 106))).isZero();
    }

    @Test
    void aPointOutsideIsAsFarAsTheNearestEdge() {
        assertThat(square.metresOutside(new Coordinates(-6.02, 106))).isCloseTo(1_113, within(2.0));
        assertThat(square.metresOutside(new Coordinates(-6, 106.02))).isCloseTo(1_107, within(2.0));
    }

    @Test
    void aPointInAHoleIsOutside() {
        assertThat(square.metresOutside(new Coordinates(-6, 106))).isCloseTo(553.5, within(2.0));
    }

    @Test
    void aRingThatIsNotClosedIsClosed() {
        assertThat(square.points()).isEqualTo(10);
    }

    @Test
    void aDetailedOutlineIsDrawnSimplerAndStaysWhereItIs() {
        var circle = circle(20_000);
        var simple = circle.within(400).orElseThrow();
        assertThat(simple.points()).isBetween(50, 400);
        assertThat(simple.middle().lat()).isCloseTo(-6, within(0.001));
        assertThat(simple.metresOutside(new Coordinates(-6, 106))).isZero();
        assertThat(simple.metresOutside(new Coordinates(-6.1005, 106))).isLessThan(120);
    }

    @Test
    void whatCannotBeDrawnSimplerIsNotDrawn() {
        var crumbs = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            double at = 100 + i * 0.1;
            crumbs.append(i == 0 ? "" : ",").append("[[[%1$s,0],[%2$s,0],[%2$s,1],[%1$s,1]]]".formatted(at, at + 0.09));
        }
        var many = outline("{\"type\": \"MultiPolygon\", \"coordinates\": [" + crumbs + "]}");
        assertThat(many.within(500)).isEmpty();
        assertThat(many.within(1_500))
                .hasValueSatisfying(all -> assertThat(all.polygons()).hasSize(300));
    }

    @Test
    void smallIslandsVanishBeforeTheLargestPart() {
        var island = outline(
                """
                {"type": "MultiPolygon", "coordinates": [
                  [[[106, -6], [106.1, -6], [106.1, -6.1], [106, -6.1], [106, -6]]],
                  [[[107, -6], [107.00001, -6], [107.00001, -6.00001], [107, -6]]]]}
                """);
        assertThat(island.within(8).orElseThrow().polygons()).hasSize(1);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(outline(square.geoJson()).geoJson())
                .isEqualTo(square.geoJson())
                .contains("[105.99,-6.01]", "MultiPolygon");
    }

    private static Outline circle(int points) {
        double[] lng = new double[points];
        double[] lat = new double[points];
        for (int i = 0; i < points; i++) {
            lng[i] = 106 + 0.1 * Math.cos(2 * Math.PI * i / points);
            lat[i] = -6 + 0.1 * Math.sin(2 * Math.PI * i / points);
        }
        return new Outline(List.of(List.of(new Ring(lng, lat))));
    }

    private static Outline outline(String geometry) {
        try {
            return Geometries.read(new ObjectMapper().readTree(geometry));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
