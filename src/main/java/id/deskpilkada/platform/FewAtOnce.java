package id.deskpilkada.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/**
 * Lets costly work of requests run a few at a time, and few wait for it: each that waits holds a thread of the server, so that a crowd of them would take the threads of all others, those who
 * report among them.
 */
public final class FewAtOnce {

    private final Semaphore running;
    private final Semaphore present;
    private final Duration patience;

    /** @param patience how long one waits for its turn */
    public FewAtOnce(int atOnce, int mostWaiting, Duration patience) {
        running = new Semaphore(atOnce, true);
        present = new Semaphore(atOnce + mostWaiting);
        this.patience = patience;
    }

    /** @throws Problem 503 {@code TRY_AGAIN} when too many wait already, or the wait was too long */
    public <T> T run(Supplier<T> work) {
        if (!present.tryAcquire()) {
            throw busy();
        }
        try {
            return inTurn(work);
        } finally {
            present.release();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    private static Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "TRY_AGAIN");
    }
}
