package id.deskpilkada.simulation.voting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Errand.Step;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.voting.Hours.Slot;
import id.deskpilkada.simulation.voting.Told.Teller;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Station;
import java.time.Instant;
import java.util.List;

/** The reports of one TPS over the hours of voting, slot by slot: when they come, and from whom. */
final class StationDay {

    private static final double SOON = 0.03;

    private final Office office;
    private final Casting casting;
    private final Hours hours;
    private final Station station;
    private final Lines lines;
    private final long seed;

    StationDay(Office office, Casting casting, Hours hours, Station station, long seed) {
        this.office = office;
        this.casting = casting;
        this.hours = hours;
        this.station = station;
        this.lines = new Lines(new Sheet(hours, station, seed), casting.mishap(station), station, seed);
        this.seed = seed;
    }

    Errand errand() {
        var steps = hours.slots().stream()
                .filter(slot -> !casting.leftToVisitor(station, slot))
                .flatMap(slot -> steps(slot).stream())
                .toList();
        return new Errand(station.tps(), steps);
    }

    private List<Step> steps(Slot slot) {
        var at = when(slot);
        return lines.of(slot, at).stream().map(told -> step(slot, at, told)).toList();
    }

    private Step step(Slot slot, Instant at, Told told) {
        var when = told.afterwards() ? at.plus(hours.voting().part(SOON)) : at;
        return new Step(
                told.step(),
                when,
                () -> send(slot, told, envelope(slot, when, told.teller())),
                told.teller().isRefused());
    }

    private Answer send(Slot slot, Told told, ObjectNode envelope) {
        if (told.teller() == Teller.REFUSED_REPORTER && !earlierIsTaken()) {
            return Office.notYet();
        }
        return office.report(
                sender(told.teller()),
                name(slot.name(), told.step()),
                station.tps(),
                envelope.set("data", told.data().get()));
    }

    /** Only a figure that has been taken in speaks against a lower one. */
    private boolean earlierIsTaken() {
        var report = office.reportOf(casting.reporter(station), name(Hours.MORNING, Lines.TOO_MANY), station.tps());
        return report.body().path("state").asText().equals("ACCEPTED");
    }

    private static String name(String slot, String step) {
        return "pemungutan/" + slot + "/" + step;
    }

    private String sender(Teller teller) {
        return switch (teller) {
            case REPORTER, REFUSED_REPORTER -> casting.reporter(station);
            case BY_PHONE -> People.districtAdmin(station.village().districtCode());
            case STRANGER -> People.villageAdmin(casting.strangersVillage());
        };
    }

    private ObjectNode envelope(Slot slot, Instant at, Teller teller) {
        var envelope = office.envelope("VOTING", station.tps(), at).put("slot", slot.name());
        return teller == Teller.BY_PHONE
                ? envelope.put("source", "PHONE").put("onBehalfOf", casting.reporter(station))
                : envelope;
    }

    /** The TPS of a village are told one soon after the other. */
    private Instant when(Slot slot) {
        double village = Dice.of(seed, slot.name(), station.village().code()).nextDouble();
        double tps = Dice.of(seed, slot.name(), station.tps()).nextDouble();
        if (casting.isLate(station, slot)) {
            return slot.dueAt().plus(hours.voting().part(0.06 + 0.03 * village + SOON * tps));
        }
        if (slot.name().equals(Hours.CLOSING)) {
            var closed = casting.mishap(station).isExtended() ? Extension.closesAt(hours) : hours.pollsClose();
            return closed.plus(hours.voting().part(0.02 + 0.10 * village + SOON * tps));
        }
        return slot.at(0.08 + 0.62 * village + 0.14 * tps);
    }
}
