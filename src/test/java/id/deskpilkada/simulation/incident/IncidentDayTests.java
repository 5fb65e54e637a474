package id.deskpilkada.simulation.incident;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.play.Span;
import id.deskpilkada.simulation.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentDayTests {

    static final long SEED = 20241127;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyIncidentHasAPlaceOfItsOwnHoweverManyDistrictsTakePart(int districts) {
        var scenes = new Scenes(World.of(SEED, districts), SEED);
        assertThat(List.of(
                        scenes.flooded(),
                        scenes.brawl(),
                        scenes.collapse(),
                        scenes.dark(),
                        scenes.withoutBallots(),
                        scenes.watched(),
                        scenes.objected(),
                        scenes.rumour(),
                        scenes.windy(),
                        scenes.blocked()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theStepsOfAnIncidentFollowEachOtherWithinTheHoursOfVoting() {
        var hours = new Span(Instant.parse("2024-11-27T00:00:00Z"), Duration.ofMinutes(3));
        var nobody = new DeskClient(URI.create("http://localhost:1"), "");
        var errands = new IncidentDay(new Office(nobody, "simulasi", "R1", hours), World.of(SEED, 1), SEED).errands();
        assertThat(errands).extracting(Errand::about).hasSize(11).doesNotHaveDuplicates();
        assertThat(errands).allSatisfy(errand -> assertThat(errand.steps())
                .extracting(Step::at)
                .isSorted()
                .allMatch(at -> !at.isBefore(hours.began()) && at.isBefore(hours.ends())));
    }
}
