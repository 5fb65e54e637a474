package id.deskpilkada.simulation.voting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Place;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** What the hours of voting have left in a demo of one district, asked over HTTP. */
public final class VotingOutcome {

    private static final long SEED = 20241127;
    private static final World WORLD = World.of(SEED, 1);
    private static final Casting CASTING = new Casting(WORLD, SEED);
    private static final List<String> SLOTS =
            List.of(Hours.PREPARING, Hours.OPENING, Hours.MORNING, Hours.NOON, Hours.CLOSING);
    /** More voters than any list of the demo has. */
    private static final int BEYOND = 900;

    private final DeskClient desk;

    public VotingOutcome(DeskClient desk) {
        this.desk = desk;
    }

    public void isAsTheGuideSays() {
        SLOTS.forEach(this::everyReportIsAccountedFor);
        twoVillagesWereLate();
        oneVillageIsExcusedAndOneStillMissing();
        oneVillageIsLeftToTheVisitor();
        SLOTS.stream().skip(1).forEach(this::turnoutIsWhatWasSent);
        whatHappenedAtTheTpsIsKnown();
        theHoursWereExtended();
        theCamatIsAskedToCall();
    }

    private void everyReportIsAccountedFor(String slot) {
        var progress = progress(slot, "36.04");
        assertThat(progress.path("expected").asInt()).isEqualTo(WORLD.stations().size());
        assertThat(sum(progress, "received", "late", "missing", "excused"))
                .isEqualTo(progress.path("expected").asInt());
    }

    private void twoVillagesWereLate() {
        assertThat(CASTING.lateVillages()).hasSize(2).allSatisfy(village -> {
            var progress = progress(Hours.OPENING, village.code());
            assertThat(progress.path("late").asInt()).isEqualTo(stations(village));
            assertThat(progress.path("missing").asInt()).isZero();
        });
    }

    private void oneVillageIsExcusedAndOneStillMissing() {
        var excused = CASTING.excusedVillage();
        var missing = CASTING.missingVillage();
        assertThat(SLOTS).allSatisfy(slot -> {
            assertThat(progress(slot, excused.code()).path("excused").asInt()).isEqualTo(stations(excused));
            assertThat(progress(slot, missing.code()).path("overdue").asInt()).isEqualTo(stations(missing));
        });
        assertThat(get("desk1", "/api/progress/excuses?kind=VOTING")
                        .path("total")
                        .asInt())
                .isEqualTo(SLOTS.size() * stations(excused));
    }

    private void oneVillageIsLeftToTheVisitor() {
        var village = WORLD.visitorsVillage();
        assertThat(progress(Hours.OPENING, village.code()).path("missing").asInt())
                .isZero();
        assertThat(progress(Hours.MORNING, village.code()).path("missing").asInt())
                .isEqualTo((int) WORLD.stationsOf(village).stream()
                        .filter(station -> Integer.parseInt(station.number()) % 2 == 0)
                        .count());
    }

    private void turnoutIsWhatWasSent(String slot) {
        int sent = CASTING.reporting().stream()
                .map(station -> sent(station, slot))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .sum();
        var turnout =
                get("desk1", "/api/voting/summary?region=36.04&slot=" + slot).path("turnout");
        assertThat(turnout.path("voters").asInt()).as(slot).isPositive().isEqualTo(sent);
        assertThat(turnout.path("held").asInt()).as(slot).isEqualTo(slot.equals(Hours.CLOSING) ? 1 : 0);
    }

    /** The last figure of a TPS that counts. */
    private static OptionalInt sent(Station station, String name) {
        var hours = Hours.beginning(Instant.EPOCH, Duration.ofMinutes(1));
        var slot = hours.slot(name);
        if (CASTING.leftToVisitor(station, slot)) {
            return OptionalInt.empty();
        }
        var lines = new Lines(new Sheet(hours, station, SEED), CASTING.mishap(station), station, SEED);
        return lines.of(slot, slot.opensAt()).stream()
                .filter(told -> !told.teller().isRefused())
                .map(told -> told.data().get().path("voters").path("total"))
                .reduce((earlier, later) -> later)
                .filter(total -> total.isInt() && total.asInt() < BEYOND)
                .map(total -> OptionalInt.of(total.asInt()))
                .orElseGet(OptionalInt::empty);
    }

    private void whatHappenedAtTheTpsIsKnown() {
        var now = get("desk1", "/api/voting/summary?region=36.04&slot=" + Hours.CLOSING);
        assertThat(now.path("openedLate").asInt()).isPositive().isLessThan(10);
        assertThat(now.path("opened").asInt()).isEqualTo(CASTING.reporting().size());
        assertThat(now.path("halted").asInt()).isZero();
        assertThat(now.path("security").path("unrest").asInt()).isZero();
    }

    private void theHoursWereExtended() {
        var decisions = get("desk1", "/api/elections/simulasi-2024/rounds/R1/kpu-decisions")
                .path("items");
        assertThat(decisions).singleElement().satisfies(decision -> {
            assertThat(decision.path("kind").asText()).isEqualTo("EXTENSION");
            assertThat(decision.path("number").asText()).isEqualTo(Extension.NUMBER);
            assertThat(decision.path("tps"))
                    .extracting(JsonNode::asText)
                    .containsExactlyElementsOf(
                            CASTING.extended().stream().map(Station::tps).toList());
        });
    }

    private void theCamatIsAskedToCall() {
        var camat = People.camat(WORLD.territory().district(WORLD.visitorsVillage()));
        assertThat(get(camat, "/api/tasks?size=200&process=late-report").path("items"))
                .anyMatch(task -> task.path("subject").asText().contains("/VOTING/" + Hours.MORNING));
    }

    private JsonNode progress(String slot, String region) {
        return get("desk1", "/api/progress?kind=VOTING&slot=" + slot + "&region=" + region);
    }

    private static int stations(Place village) {
        return WORLD.stationsOf(village).size();
    }

    private static int sum(JsonNode progress, String... states) {
        int sum = 0;
        for (var state : states) {
            sum += progress.path(state).asInt();
        }
        return sum;
    }

    private JsonNode get(String username, String path) {
        var answer = desk.get(username, path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
