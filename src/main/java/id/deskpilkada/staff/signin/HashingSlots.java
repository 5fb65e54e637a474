package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Problem;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets no more password checks run at once than there are cores, and few wait: each costs memory and a tenth of a second, so that a flood of them would otherwise take every
 * thread from those who report.
 */
@Component
class HashingSlots {

    static final int MOST_WAITING = 16;
    private static final int PATIENCE_SECONDS = 5;

    private final Semaphore running;
    private final Semaphore present;

    HashingSlots() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    HashingSlots(int atOnce) {
        running = new Semaphore(atOnce, true);
        present = new Semaphore(atOnce + MOST_WAITING);
    }

    /** @throws Problem 503 {@code TRY_AGAIN} when too many wait already, or the wait was too long */
    boolean check(BooleanSupplier password) {
        if (!present.tryAcquire()) {
            throw busy();
        }
        try {
            return inTurn(password);
        } finally {
            present.release();
        }
    }

    private boolean inTurn(BooleanSupplier password) {
        try {
            if (!running.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return password.getAsBoolean();
        } finally {
            running.release();
        }
    }

    private static Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "TRY_AGAIN");
    }
}
