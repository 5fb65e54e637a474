package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.FewAtOnce;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Lets no more password checks run at once than there are cores, and few wait: each costs memory and a tenth of a second. */
@Component
class HashingSlots {

    static final int MOST_WAITING = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FewAtOnce slots;

    HashingSlots() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    HashingSlots(int atOnce) {
        slots = new FewAtOnce(atOnce, MOST_WAITING, PATIENCE);
    }

    /** @throws id.deskpilkada.platform.Problem 503 {@code TRY_AGAIN} when too many wait already, or the wait was too long */
    boolean check(BooleanSupplier password) {
        return slots.run(password::getAsBoolean);
    }
}
