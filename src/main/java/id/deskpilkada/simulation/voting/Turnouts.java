package id.deskpilkada.simulation.voting;

import static id.deskpilkada.simulation.voting.Hours.CLOSING;
import static id.deskpilkada.simulation.voting.Hours.MORNING;
import static id.deskpilkada.simulation.voting.Hours.NOON;
import static id.deskpilkada.simulation.voting.Hours.OPENING;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.Papers;
import id.deskpilkada.simulation.world.Station;
import java.util.Map;

/** How many have voted at a TPS by the hour of a slot; at the end as many as stand on its Form C1. */
final class Turnouts {

    /** Shares of those who come at all: a few at once, most before noon. */
    private static final Map<String, Double> COME = Map.of(OPENING, 0.07, MORNING, 0.46, NOON, 0.86, CLOSING, 1.0);

    private static final double LEAN = 0.06;
    private static final int PERMILLE_BY_SEX = 300;

    private final long seed;
    private final Papers papers;

    Turnouts(long seed) {
        this.seed = seed;
        this.papers = new Papers(seed);
    }

    int by(String slot, Station station) {
        return people(slot, station, "total");
    }

    /** As it is reported: some tell men and women apart. */
    ObjectNode voters(String slot, Station station) {
        var voters = Office.object();
        if (Dice.of(seed, "sexes", station.tps()).nextInt(1000) < PERMILLE_BY_SEX) {
            int male = people(slot, station, "male");
            voters.put("male", male).put("female", by(slot, station) - male);
        }
        return voters.put("total", by(slot, station));
    }

    private int people(String slot, Station station, String which) {
        int all = papers.of(station, Contest.GUBERNUR).number("voters.total." + which);
        double come = COME.getOrDefault(slot, 0.0);
        return come == 1.0 ? all : (int) (all * (come + lean(station) * come * (1 - come)));
    }

    /** Some villages come earlier than others, and so do some TPS. */
    private double lean(Station station) {
        double village = Dice.of(seed, "early", station.village().code()).nextDouble() - 0.5;
        double tps = Dice.of(seed, "early", station.tps()).nextDouble() - 0.5;
        return 8 * LEAN * (village + tps);
    }
}
