package id.deskpilkada.simulation.voting;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.Papers;
import id.deskpilkada.simulation.world.World;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VotingDayTests {

    static final long SEED = 20241127;
    static final Instant OPENS = Instant.parse("2024-11-27T03:00:00Z");
    static final Duration LENGTH = Duration.ofMinutes(10);
    static final Hours HOURS = Hours.beginning(OPENS, LENGTH);
    static final World WHOLE = World.of(SEED, 0);
    static final World ONE_DISTRICT = World.of(SEED, 1);
    static final List<Errand> WHOLE_DAY = errands(WHOLE);

    static List<Errand> errands(World world) {
        var nobody = new DeskClient(URI.create("http://localhost:1"), "");
        var office = new Office(nobody, "simulasi", "R1", HOURS.voting());
        return new VotingDay(office, world, HOURS, SEED, Clock.systemUTC()).errands();
    }

    static Map<String, Long> counts(List<Errand> errands) {
        return errands.stream()
                .flatMap(errand -> errand.steps().stream())
                .collect(Collectors.groupingBy(Step::name, Collectors.counting()));
    }

    @Test
    void votingTakesAThirdOfTheDayAndTheSlotsFollowEachOther() {
        assertThat(HOURS.voting().length()).isEqualTo(LENGTH.dividedBy(3));
        assertThat(HOURS.ends()).isEqualTo(OPENS.plus(LENGTH));
        assertThat(HOURS.slots())
                .extracting(Hours.Slot::name)
                .containsExactly("06.00", "07.30", "10.00", "12.00", "13.30");
        for (int at = 1; at < HOURS.slots().size(); at++) {
            assertThat(HOURS.slots().get(at).opensAt())
                    .isEqualTo(HOURS.slots().get(at - 1).dueAt());
        }
        assertThat(HOURS.pollsClose())
                .isBetween(
                        HOURS.slot(Hours.NOON).dueAt(),
                        HOURS.slot(Hours.CLOSING).dueAt());
    }

    @Test
    void aShortDayHasTimeEnoughToBeLate() {
        var hours = Hours.beginning(OPENS, Duration.ofSeconds(15));
        assertThat(hours.voting().length()).isEqualTo(Duration.ofSeconds(20));
        assertThat(hours.counting().length()).isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void everyKindOfMishapHappensEvenInOneDistrict() {
        assertThat(counts(errands(ONE_DISTRICT)))
                .containsKeys(
                        "REPORT_VOTING",
                        "WAIT_FOR_BOX",
                        "OPEN_LATE",
                        "COUNT_TOO_MANY",
                        "LOWER_WITHOUT_REASON",
                        "LOWER_WITH_REASON",
                        "MEND_TURNOUT",
                        "HALT",
                        "RESUME",
                        "REPORT_UNREST",
                        "REPORT_FOREIGN_TPS",
                        "REPORT_BY_PHONE",
                        "REPORT_ATTENTION",
                        "REPORT_SITUATION",
                        "NOTE_NO_NEWS",
                        "EXTEND_HOURS")
                .containsEntry("EXCUSE", 5L)
                .containsEntry("MISTYPE_TURNOUT", 2L);
    }

    @Test
    void everyTpsReportsInEverySlotButWhereItIsMeantNotTo() {
        var counts = counts(WHOLE_DAY);
        var casting = new Casting(WHOLE, SEED);
        long left = WHOLE.stationsOf(WHOLE.visitorsVillage()).stream()
                .filter(station -> Integer.parseInt(station.number()) % 2 == 0)
                .count();
        long twice = counts.get("LOWER_WITHOUT_REASON") + counts.get("MEND_TURNOUT") + counts.get("REPORT_FOREIGN_TPS");
        long reports = counts.entrySet().stream()
                .filter(count -> !List.of(
                                "REPORT_SITUATION", "EXCUSE", "NOTE_NO_NEWS", "EXTEND_HOURS", "SET_LATE_STEPS")
                        .contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(reports - twice).isEqualTo(5L * casting.reporting().size() - 3 * left);
    }

    @Test
    void onlyTheLateVillagesReportTheOpeningAfterItsDeadline() {
        var casting = new Casting(WHOLE, SEED);
        assertThat(casting.lateVillages()).hasSize(2).doesNotContain(WHOLE.visitorsVillage());
        var due = HOURS.slot(Hours.OPENING).dueAt();
        assertThat(WHOLE_DAY).filteredOn(VotingDayTests::isOfATps).allSatisfy(errand -> {
            boolean late = casting.lateVillages().stream()
                    .anyMatch(village -> errand.about().startsWith(village.area()));
            assertThat(errand.steps().get(1).at().isAfter(due))
                    .as(errand.about())
                    .isEqualTo(late);
        });
    }

    private static boolean isOfATps(Errand errand) {
        return errand.about().matches("\\d{13}");
    }

    @Test
    void theStepsOfATpsFollowEachOther() {
        assertThat(WHOLE_DAY)
                .allSatisfy(errand ->
                        assertThat(errand.steps()).extracting(Step::at).isSorted());
    }

    @Test
    void turnoutNeverFallsAndEndsAsOnTheForm() {
        var turnouts = new Turnouts(SEED);
        var papers = new Papers(SEED);
        assertThat(WHOLE.stations()).allSatisfy(station -> {
            assertThat(HOURS.slots())
                    .extracting(slot -> turnouts.by(slot.name(), station))
                    .isSorted();
            assertThat(turnouts.by(Hours.CLOSING, station))
                    .isEqualTo(papers.of(station, Contest.GUBERNUR).number("voters.total.total"));
        });
    }

    @Test
    void turnoutBySexAddsUpAndNeverFalls() {
        var turnouts = new Turnouts(SEED);
        assertThat(WHOLE.stations()).allSatisfy(station -> assertThat(HOURS.slots())
                .filteredOn(slot -> turnouts.voters(slot.name(), station).has("male"))
                .allSatisfy(slot -> {
                    var voters = turnouts.voters(slot.name(), station);
                    assertThat(voters.path("male").asInt()).isNotNegative();
                    assertThat(voters.path("female").asInt()).isNotNegative();
                    assertThat(voters.path("male").asInt()
                                    + voters.path("female").asInt())
                            .isEqualTo(voters.path("total").asInt());
                }));
    }

    @Test
    void theSameSeedPlaysTheSameDay() {
        assertThat(played(ONE_DISTRICT)).isEqualTo(played(ONE_DISTRICT));
    }

    private static List<String> played(World world) {
        return errands(world).stream()
                .flatMap(errand ->
                        errand.steps().stream().map(step -> errand.about() + " " + step.name() + " " + step.at()))
                .toList();
    }
}
