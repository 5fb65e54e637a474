package id.deskpilkada.simulation.play;

import java.time.Duration;
import java.time.Instant;

/** A part of the simulated time. */
public record Span(Instant began, Duration length) {

    public static Span between(Instant from, Instant to) {
        return new Span(from, Duration.between(from, to));
    }

    public Instant ends() {
        return began.plus(length);
    }

    /** When so large a share of it is over. */
    public Instant at(double share) {
        return began.plus(part(share));
    }

    public Duration part(double share) {
        return Duration.ofMillis((long) (length.toMillis() * share));
    }
}
