package id.deskpilkada.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldTests {

    static final long SEED = 20241127;
    static final World WORLD = World.of(SEED, 0);

    @Test
    void theRegencyHasItsRealSize() {
        assertThat(WORLD.territory().districts()).hasSize(29);
        assertThat(WORLD.territory().villages()).hasSize(326);
        assertThat(WORLD.stations()).hasSize(2_355);
    }

    @Test
    void theSameSeedGivesTheSameRegency() {
        assertThat(World.of(SEED, 0)).isEqualTo(WORLD);
    }

    @Test
    void anotherSeedGivesOtherVoterLists() {
        assertThat(World.of(SEED + 1, 0).stations()).isNotEqualTo(WORLD.stations());
    }

    @Test
    void everyStationHasACodeOfItsOwnInsideItsVillage() {
        assertThat(WORLD.stations()).extracting(Station::tps).doesNotHaveDuplicates();
        assertThat(WORLD.stations()).allSatisfy(station -> assertThat(station.tps())
                .hasSize(13)
                .startsWith(station.village().area()));
    }

    @Test
    void everyVillageHasStations() {
        assertThat(WORLD.stations().stream().map(Station::village).distinct()).hasSize(326);
    }

    @Test
    void regularListsHaveBetween250And600VotersAndAreTheSameForBothRaces() {
        assertThat(WORLD.stations().stream().filter(station -> !station.special()))
                .allSatisfy(station -> {
                    assertThat(station.voters(Contest.BUPATI).total()).isBetween(250, 600);
                    assertThat(station.voters(Contest.BUPATI)).isEqualTo(station.voters(Contest.GUBERNUR));
                });
    }

    @Test
    void oneSpecialStationHasAnotherListForEachRace() {
        assertThat(WORLD.stations().stream().filter(Station::special))
                .singleElement()
                .satisfies(prison -> {
                    assertThat(prison.number()).isEqualTo("901");
                    assertThat(prison.voters(Contest.BUPATI)).isNotEqualTo(prison.voters(Contest.GUBERNUR));
                });
    }

    @Test
    void everyVillageAndDistrictHasItsPeople() {
        assertThat(WORLD.people()).extracting(Person::username).doesNotHaveDuplicates();
        assertThat(people("village-admin")).isEqualTo(325);
        assertThat(WORLD.people())
                .extracting(Person::username)
                .doesNotContain(People.villageAdmin(WORLD.territory().villageWithoutAdmin()));
        assertThat(people("camat")).isEqualTo(29);
        assertThat(people("district-admin")).isEqualTo(29);
        assertThat(people("district-verifier")).isEqualTo(58);
        assertThat(people("desk")).isEqualTo(3);
    }

    @Test
    void noCandidateBearsTheNameOfARealOne() throws IOException {
        var real = Path.of("../shared/data/pilkada2024/paslon.json");
        assumeTrue(Files.exists(real));
        var names = Files.readString(real).toUpperCase(Locale.ROOT);
        assertThat(Arrays.stream(Contest.values())
                        .flatMap(contest -> contest.pairs().stream())
                        .flatMap(pair ->
                                Stream.of(pair.name().replace(" (karangan)", "").split(" – "))))
                .allSatisfy(name -> assertThat(names).doesNotContain(name.toUpperCase(Locale.ROOT)));
    }

    @Test
    void everyCandidateIsCalledMadeUp() {
        assertThat(Arrays.stream(Contest.values()).flatMap(contest -> contest.pairs().stream()))
                .allSatisfy(pair -> assertThat(pair.name()).endsWith("(karangan)"));
    }

    private static long people(String role) {
        return WORLD.people().stream()
                .filter(person -> person.role().equals(role))
                .count();
    }
}
