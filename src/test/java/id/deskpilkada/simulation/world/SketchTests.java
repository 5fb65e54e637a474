package id.deskpilkada.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SketchTests {

    static final World WORLD = World.of(1, 0);
    static final Sketch SKETCH = World.sketch();
    static final double VILLAGE = area(SKETCH.outline(WORLD.visitorsVillage().area()));

    @Test
    void everyVillageIsOneHexagonInAPlaceOfItsOwn() {
        var villages = WORLD.territory().villages();
        assertThat(villages).allSatisfy(village -> assertThat(SKETCH.outline(village.area()))
                .hasSize(7)
                .endsWith(SKETCH.outline(village.area()).get(0)));
        assertThat(villages.stream().map(village -> SKETCH.middle(village.area())))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyDistrictIsInOnePieceAndHasNoHoles() {
        assertThat(WORLD.territory().districts()).allSatisfy(district -> {
            int villages = WORLD.territory().villagesOf(district).size();
            assertThat(area(SKETCH.outline(district.area())))
                    .isCloseTo(villages * VILLAGE, Percentage.withPercentage(0.5));
        });
    }

    @Test
    void aStationStandsInsideItsVillage() {
        assertThat(WORLD.stations()).allSatisfy(station -> {
            var spot = SKETCH.spot(1, station);
            var middle = SKETCH.middle(station.village().area());
            assertThat(Math.hypot(spot.lat() - middle.lat(), spot.lng() - middle.lng()))
                    .isLessThan(0.012);
        });
    }

    private static double area(List<Point> line) {
        double sum = 0;
        for (int at = 1; at < line.size(); at++) {
            var from = line.get(at - 1);
            var to = line.get(at);
            sum += from.lng() * to.lat() - to.lng() * from.lat();
        }
        return Math.abs(sum) / 2;
    }
}
