package id.deskpilkada.simulation.play;

import java.time.Duration;

/**
 * How often and after what pauses a step is tried again whose time has not come.
 *
 * @param pause before the second try; each further one is longer by as much, for a slow machine needs patience more than requests
 */
public record Patience(int tries, Duration pause, Duration longest) {

    boolean goesOnAfter(int attempt) {
        return attempt < tries;
    }

    Duration pauseAfter(int attempt, Duration asked) {
        var own = pause.multipliedBy(attempt);
        var bounded = own.compareTo(longest) < 0 ? own : longest;
        return bounded.compareTo(asked) < 0 ? asked : bounded;
    }
}
