package id.deskpilkada.simulation.world;

import java.util.Random;

/** Chance that is the same on every run: one die for each thing that is decided, known by its seed and its name. */
public final class Dice {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Dice() {}

    public static Random of(long seed, Object... name) {
        long hash = OFFSET ^ seed;
        for (var part : name) {
            var text = part + "/";
            for (int at = 0; at < text.length(); at++) {
                hash = (hash ^ text.charAt(at)) * PRIME;
            }
        }
        return new Random(hash ^ (hash >>> 29));
    }
}
