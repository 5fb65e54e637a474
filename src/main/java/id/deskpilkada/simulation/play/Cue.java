package id.deskpilkada.simulation.play;

import id.deskpilkada.simulation.play.Errand.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A step whose turn comes at a time. Overdue ones are taken in the order in which they were meant, so that a slow machine plays slower and not in another order.
 *
 * @param number of the step in its errand, from 0
 * @param attempt from 1
 */
record Cue(Errand errand, int number, int attempt, Instant at, Clock clock) implements Delayed {

    static Cue first(Errand errand, Clock clock) {
        return of(errand, 0, clock);
    }

    private static Cue of(Errand errand, int number, Clock clock) {
        return new Cue(errand, number, 1, errand.steps().get(number).at(), clock);
    }

    Step step() {
        return errand.steps().get(number);
    }

    boolean isLast() {
        return number + 1 == errand.steps().size();
    }

    Cue next() {
        return of(errand, number + 1, clock);
    }

    Cue again(Duration pause) {
        return new Cue(errand, number, attempt + 1, clock.instant().plus(pause), clock);
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(clock.instant(), at));
    }

    @Override
    public int compareTo(Delayed other) {
        return other instanceof Cue cue ? at.compareTo(cue.at) : 0;
    }
}
