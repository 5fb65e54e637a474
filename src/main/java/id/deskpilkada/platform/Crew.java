package id.deskpilkada.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;

/** Threads of this node that work something off: each goes on as long as there is something, then waits for its bell or for the next look. */
public final class Crew implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Crew.class);
    private static final long LONGEST_STEP = 10_000;

    private final String work;
    private final boolean enabled;
    private final Duration look;
    private final Duration afterFault;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param work what is worked off, for the log
     * @param enabled whether it begins with the application
     * @param look how long a worker waits for its bell before it looks by itself
     * @param afterFault the same after a fault
     */
    public Crew(String work, boolean enabled, Duration look, Duration afterFault) {
        this.work = work;
        this.enabled = enabled;
        this.look = look;
        this.afterFault = afterFault;
    }

    /** What wakes a worker. */
    public interface Bell {

        void ring();

        /** Returns when it was rung, or when the time is over. */
        void await(long millis) throws InterruptedException;
    }

    /** Each ring wakes one worker; rings that nobody has heard count as one. */
    public static class Doorbell implements Bell {

        private final Semaphore rung = new Semaphore(0);

        @Override
        public void ring() {
            if (rung.availablePermits() == 0) {
                rung.release();
            }
        }

        @Override
        public void await(long millis) throws InterruptedException {
            if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        }
    }

    private record Worker(String name, BooleanSupplier next, Bell bell) {}

    /** @param next works one off; whether there was one */
    public Crew with(String name, BooleanSupplier next, Bell bell) {
        workers.add(new Worker(name, next, bell));
        return this;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var worker : workers) {
            var thread = new Thread(() -> work(worker), worker.name());
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(Worker worker) {
        try {
            while (running) {
                worker.bell().await((workedOff(worker) ? look : afterFault).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean workedOff(Worker worker) {
        try {
            while (running && worker.next().getAsBoolean()) {
                log.trace("{} worked off one", worker.name());
            }
            return true;
        } catch (RuntimeException e) {
            log.warn("{} cannot be worked off now: {}", work, "" + NestedExceptionUtils.getMostSpecificCause(e));
            return false;
        }
    }

    /** Lets each worker finish what it is at. */
    @Override
    public synchronized void stop() {
        running = false;
        workers.forEach(worker -> worker.bell().ring());
        for (var thread : threads) {
            try {
                thread.join(LONGEST_STEP);
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
