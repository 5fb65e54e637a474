package id.deskpilkada.fieldreport.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's threads that work off the ledger, each as long as there is something, then waiting for a nudge or the next look. */
@Component
class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private final Handling handling;
    private final Nudge nudge;
    private final DispatcherSettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Workers(Handling handling, Nudge nudge, DispatcherSettings settings) {
        this.handling = handling;
        this.nudge = nudge;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public synchronized void start() {
        running = true;
        employ(Lane.INCIDENTS, settings.incidentWorkers());
        employ(Lane.OTHERS, settings.workers());
    }

    private void employ(Lane lane, int count) {
        for (int number = 1; number <= count; number++) {
            var thread = new Thread(() -> work(lane), "ledger-" + lane.name().toLowerCase() + "-" + number);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(Lane lane) {
        while (running) {
            try {
                while (running && handling.next(lane)) {
                    log.trace("Handled a report of {}", lane);
                }
                nudge.await(lane, settings.poll().toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("The ledger cannot be worked off now: {}", String.valueOf(e.getCause()));
                rest(lane);
            }
        }
    }

    private void rest(Lane lane) {
        try {
            nudge.await(lane, 1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets each worker finish the report it is at. */
    @Override
    public synchronized void stop() {
        running = false;
        for (var thread : threads) {
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
