package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does by itself; looks ten times a second and leaves the processor to that process meanwhile. */
public final class Until {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Until() {}

    /** Fails with what was waited for when it does not come in time. */
    public static void holds(String what, Duration atMost, Callable<Boolean> condition) throws Exception {
        holds(what, atMost, BETWEEN_LOOKS, condition);
    }

    /** @param between two looks; short where one looks for what passes quickly */
    public static void holds(String what, Duration atMost, Duration between, Callable<Boolean> condition)
            throws Exception {
        var deadline = Instant.now().plus(atMost);
        while (!condition.call()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            LockSupport.parkNanos(between.toNanos());
        }
    }
}
