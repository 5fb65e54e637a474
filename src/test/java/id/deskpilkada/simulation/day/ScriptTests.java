package id.deskpilkada.simulation.day;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTests {

    static final long SEED = 20241127;
    static final Duration DAY = Duration.ofMinutes(5);
    static final World WORLD = World.of(SEED, 0);
    static final int FORMS = 4_710;

    static List<FormStory> script() {
        return new Script(WORLD, SEED, DAY).write();
    }

    @Test
    void theSameSeedWritesTheSameDay() {
        assertThat(script()).isEqualTo(script());
    }

    @Test
    void aboutSixInSevenFormsArriveAndThreeInFiveAreVerified() {
        var stories = script();
        long copied =
                stories.stream().filter(form -> form.story() != Story.STRANGER).count();
        long verified = stories.stream()
                .filter(form -> form.story().acts().contains(Act.REKEY))
                .filter(form -> !form.story().name().endsWith("_LEFT"))
                .count();
        assertThat(copied * 100.0 / FORMS).isBetween(84.0, 87.0);
        assertThat(verified * 100.0 / FORMS).isBetween(59.0, 62.0);
    }

    @Test
    void everyKindOfMishapHappensEvenInOneDistrict() {
        Map<Story, Long> told = new Script(World.of(SEED, 1), SEED, DAY)
                .write().stream().collect(Collectors.groupingBy(FormStory::story, Collectors.counting()));
        assertThat(told)
                .containsOnlyKeys(java.util.Arrays.stream(Story.values())
                        .filter(story -> story != Story.MISSING)
                        .toList());
    }

    @Test
    void theActsOfAFormFollowEachOtherWithinTheDay() {
        assertThat(script()).allSatisfy(form -> {
            assertThat(form.times()).hasSameSizeAs(form.story().acts()).isSorted();
            assertThat(form.times()).allMatch(time -> time.compareTo(DAY) < 0);
        });
    }

    @Test
    void aMisreadPaperDiffersInOneNumber() {
        assertThat(script()).allSatisfy(form -> assertThat(form.misread()).isNotEqualTo(form.paper()));
    }

    @Test
    void reportsStartSlowlyAndComeThickInTheMiddle() {
        var fifths = script().stream()
                .collect(Collectors.groupingBy(
                        form -> (int) (form.times().get(0).toMillis() * 5 / DAY.toMillis()), Collectors.counting()));
        assertThat(fifths.getOrDefault(0, 0L)).isLessThan(fifths.get(1)).isLessThan(fifths.get(2));
        assertThat(IntStream.range(0, 4)).allMatch(fifth -> fifths.getOrDefault(fifth, 0L) > 0);
    }

    @Test
    void halfOfTheVisitorsVillageIsLeftToTheVisitor() {
        var village = WORLD.visitorsVillage();
        assertThat(script().stream().filter(form -> form.station().village().equals(village)))
                .isNotEmpty()
                .allMatch(form -> Integer.parseInt(form.station().number()) % 2 == 1);
    }

    @Test
    void twoVillagesAreSilent() {
        var villages = WORLD.territory().villages();
        var silent = villages.subList(villages.size() - 2, villages.size());
        assertThat(script()).noneMatch(form -> silent.contains(form.station().village()));
    }
}
