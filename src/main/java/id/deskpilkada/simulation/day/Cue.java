package id.deskpilkada.simulation.day;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * An act whose turn comes at a time. Overdue ones are taken in the order in which they were meant, so that a slow machine plays the day slower and not in another order.
 *
 * @param number of the act in its story, from 0
 * @param attempt from 1
 */
record Cue(FormStory form, int number, int attempt, Instant at, Clock clock) implements Delayed {

    Act act() {
        return form.story().acts().get(number);
    }

    boolean isLast() {
        return number + 1 == form.times().size();
    }

    Cue next(Instant opened) {
        return new Cue(form, number + 1, 1, opened.plus(form.times().get(number + 1)), clock);
    }

    Cue again(Duration pause) {
        return new Cue(form, number, attempt + 1, clock.instant().plus(pause), clock);
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
