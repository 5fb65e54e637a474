package id.deskpilkada.simulation.voting;

import static id.deskpilkada.simulation.voting.Hours.CLOSING;
import static id.deskpilkada.simulation.voting.Hours.NOON;
import static id.deskpilkada.simulation.voting.Hours.OPENING;
import static id.deskpilkada.simulation.voting.Hours.PREPARING;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.voting.Hours.Slot;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.Station;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** What is known at a TPS in the hour of a slot, as {@code data} of a report. */
final class Sheet {

    private static final Map<String, String> COMING =
            Map.of(OPENING, "NORMAL", Hours.MORNING, "HIGH", NOON, "NORMAL", CLOSING, "LOW");
    private static final int LONGEST_QUEUE = 35;
    private static final int HUNDREDS = 100;
    private static final double JUST_AFTER = 0.01;

    private final Hours hours;
    private final Station station;
    private final Turnouts turnouts;
    private final long seed;

    Sheet(Hours hours, Station station, long seed) {
        this.hours = hours;
        this.station = station;
        this.turnouts = new Turnouts(seed);
        this.seed = seed;
    }

    ObjectNode usual(Slot slot, Instant at) {
        var data = Office.object().put("security", "CALM");
        if (slot.name().equals(PREPARING)) {
            return data.put("officersCondition", "HEALTHY")
                    .put("onDutySince", slot.opensAt().toString());
        }
        if (slot.name().equals(OPENING)) {
            data.put("openedAt", opened(slot, at).toString());
        }
        if (slot.name().equals(CLOSING)) {
            data.put("closedAt", closed(at).toString());
        }
        data.set("voters", turnouts.voters(slot.name(), station));
        return data.put("mobility", COMING.get(slot.name())).put("queue", queue(slot));
    }

    ObjectNode worse(Slot slot, Instant at, String security, String remarks) {
        return usual(slot, at).put("security", security).put("remarks", remarks);
    }

    /** Nobody has voted yet. */
    ObjectNode closed(String remarks) {
        return Office.object().put("security", "ATTENTION").put("remarks", remarks);
    }

    /** Just after the time by which the polls should be open. */
    ObjectNode openedLate(Slot slot, Instant at) {
        var opened = slot.opensAt().plus(hours.voting().part(JUST_AFTER));
        return usual(slot, at).put("openedAt", opened.toString());
    }

    /** More than there will be at noon. */
    ObjectNode tooMany(Slot slot, Instant at) {
        return withTurnout(slot, at, turnouts.by(NOON, station) + 12);
    }

    /** The first digit is read as a nine: more than any TPS has. */
    ObjectNode absurd(Slot slot, Instant at) {
        return withTurnout(slot, at, 9 * HUNDREDS + turnouts.by(slot.name(), station) % HUNDREDS);
    }

    private ObjectNode withTurnout(Slot slot, Instant at, int total) {
        var data = usual(slot, at);
        data.putObject("voters").put("total", total);
        return data;
    }

    private Instant opened(Slot slot, Instant at) {
        var latest = at.isBefore(slot.dueAt()) ? at : slot.dueAt();
        return latest.minus(hours.voting().part(0.005 + 0.02 * dice("opened").nextDouble()));
    }

    private Instant closed(Instant at) {
        return at.minus(hours.voting().part(0.005 + 0.01 * dice("closed").nextDouble()));
    }

    private int queue(Slot slot) {
        return slot.name().equals(CLOSING) ? 0 : dice("queue/" + slot.name()).nextInt(LONGEST_QUEUE);
    }

    private Random dice(String what) {
        return Dice.of(seed, what, station.tps());
    }
}
