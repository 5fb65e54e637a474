package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.fieldreport.ReportKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes this node's workers when a report was stored here, so that it need not wait for their next look. */
@Component
public class Nudge {

    private final Map<Lane, Semaphore> bells = new EnumMap<>(Lane.class);

    Nudge() {
        for (var lane : Lane.values()) {
            bells.put(lane, new Semaphore(0));
        }
    }

    public void stored(ReportKind kind) {
        var bell = bell(Lane.of(kind));
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    /** Returns when a report was stored, or when the time is over. */
    void await(Lane lane, long millis) throws InterruptedException {
        if (bell(lane).tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            bell(lane).drainPermits();
        }
    }

    private Semaphore bell(Lane lane) {
        return Objects.requireNonNull(bells.get(lane));
    }
}
