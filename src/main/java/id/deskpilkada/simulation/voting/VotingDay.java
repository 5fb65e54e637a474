package id.deskpilkada.simulation.voting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.voting.Hours.Slot;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Place;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Everything that people do while the polls are open. */
public final class VotingDay {

    private static final double EXCUSED = 0.04;
    private static final double NO_NEWS = 0.8;
    private static final int CHANGING_WEATHER = 4;
    private static final double REMINDED = 0.04;
    private static final double DESK_CALLS = 0.07;
    private static final double LEADER_IS_TOLD = 0.14;

    private final Office office;
    private final World world;
    private final Casting casting;
    private final Hours hours;
    private final long seed;
    private final Clock clock;

    public VotingDay(Office office, World world, Hours hours, long seed, Clock clock) {
        this.office = office;
        this.world = world;
        this.casting = new Casting(world, seed);
        this.hours = hours;
        this.seed = seed;
        this.clock = clock;
    }

    public List<Errand> errands() {
        var errands = new ArrayList<Errand>();
        casting.reporting()
                .forEach(station -> errands.add(new StationDay(office, casting, hours, station, seed).errand()));
        casting.reportingVillages().forEach(village -> errands.add(situations(village)));
        hours.slots().forEach(slot -> errands.add(excuse(slot)));
        errands.add(noNews());
        errands.add(new Errand(new Step("SET_LATE_STEPS", hours.opens(), this::chaseFaster)));
        errands.add(new Extension(office, casting, hours, clock).errand());
        return errands;
    }

    /** A quarter of an hour is longer than a slot of the demo. */
    private Answer chaseFaster() {
        var steps = Office.object();
        var list = steps.putArray("steps");
        list.add(step("REPORTER", -REMINDED))
                .add(step("CAMAT", 0))
                .add(step("DESK", DESK_CALLS))
                .add(step("LEADER", LEADER_IS_TOLD));
        return office.put("desk1", office.roundPath() + "/late-steps", steps);
    }

    private ObjectNode step(String addressee, double share) {
        return Office.object().put("kind", "VOTING").put("addressee", addressee).put("afterSeconds", (long)
                (hours.voting().length().toSeconds() * share));
    }

    /** The weather of the morning; in some villages it changes. */
    private Errand situations(Place village) {
        var dice = Dice.of(seed, "weather", village.code());
        var errand = new Errand(
                village.code(),
                List.of(situation(
                        village,
                        hours.slot(Hours.PREPARING),
                        dice.nextDouble(),
                        Office.object()
                                .put("security", "CALM")
                                .put("weather", dice.nextBoolean() ? "CLEAR" : "CLOUDY")
                                .put("power", "ON"))));
        if (dice.nextInt(CHANGING_WEATHER) != 0) {
            return errand;
        }
        boolean dark = dice.nextBoolean();
        return errand.then(situation(
                village,
                hours.slot(Hours.MORNING),
                dice.nextDouble(),
                Office.object()
                        .put("security", dark ? "ATTENTION" : "CALM")
                        .put("weather", "RAIN")
                        .put("power", dark ? "PARTIAL" : "ON")
                        .put(
                                "remarks",
                                dark
                                        ? "Sebagian desa padam sejak hujan (karangan)."
                                        : "Hujan, pemilih menunggu reda (karangan).")));
    }

    private Step situation(Place village, Slot slot, double share, ObjectNode data) {
        var at = slot.at(0.1 + 0.7 * share);
        return new Step(
                "REPORT_SITUATION",
                at,
                () -> office.report(
                        People.villageAdmin(village),
                        "situasi/" + slot.name(),
                        village.code(),
                        office.envelope("SITUATION", village.code(), at)
                                .put("slot", slot.name())
                                .set("data", data)));
    }

    /** Its camat knows that nothing can come from the village without signal before evening. */
    private Errand excuse(Slot slot) {
        var at = slot.dueAt().plus(hours.voting().part(EXCUSED));
        return new Errand(new Step("EXCUSE", at, () -> excused(slot)));
    }

    private Answer excused(Slot slot) {
        var village = casting.excusedVillage();
        var excuse = Office.object()
                .put("kind", "VOTING")
                .put("slot", slot.name())
                .put("reason", "Blank spot: kurir membawa laporan kertas, tiba sore hari (karangan).");
        var tps = excuse.putArray("tps");
        world.stationsOf(village).stream().map(Station::tps).forEach(tps::add);
        return office.post(People.camat(world.territory().district(village)), "/api/progress/excuses", excuse);
    }

    /** The admin of a late village says so of one TPS. */
    private Errand noNews() {
        var village = casting.lateVillages().get(0);
        var slot = hours.slot(Hours.OPENING);
        return new Errand(new Step("NOTE_NO_NEWS", slot.at(NO_NEWS), () -> noted(village, slot)));
    }

    private Answer noted(Place village, Slot slot) {
        var tps = world.stationsOf(village).get(0).tps();
        var answer = office.put(
                People.villageAdmin(village),
                "/api/voting/no-news/" + tps,
                Office.object().put("slot", slot.name()));
        return answer.code().equals("TPS_HAS_REPORTED") ? Office.doneBefore() : answer;
    }
}
