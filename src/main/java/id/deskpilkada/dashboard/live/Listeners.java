package id.deskpilkada.dashboard.live;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages and the threads that write to them: a few, and one more for each that waits for a page that does not read, so that it keeps no other page waiting. Whoever
 * changes something never waits for a page.
 */
final class Listeners {

    private static final int SENDERS = 4;
    private static final int SENDERS_AT_MOST = 256;

    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor senders = new ThreadPoolExecutor(
            SENDERS, SENDERS_AT_MOST, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                var thread = new Thread(task, "live-sender");
                thread.setDaemon(true);
                return thread;
            });

    Listeners(Clock clock) {
        this.clock = clock;
        senders.allowCoreThreadTimeOut(true);
    }

    void add(Predicate<Hint> wanted, SseEmitter emitter) {
        var listener = new Listener(wanted, emitter, senders, clock);
        emitter.onCompletion(listener::close);
        emitter.onError(error -> listener.close());
        emitter.onTimeout(listener::close);
        listeners.add(listener);
        listener.heartbeat();
    }

    int size() {
        return listeners.size();
    }

    void tell(List<Hint> hints) {
        listeners.forEach(listener -> listener.offer(hints));
    }

    void heartbeat() {
        listeners.forEach(Listener::heartbeat);
    }

    /** Forgets pages that are gone, and has as many threads more as wait for pages that do not read. */
    void tidy() {
        listeners.removeIf(Listener::isGone);
        int stuck = (int) listeners.stream().filter(Listener::isStuck).count();
        int wanted = Math.min(SENDERS_AT_MOST, SENDERS + stuck);
        if (senders.getCorePoolSize() != wanted) {
            senders.setCorePoolSize(wanted);
        }
    }

    void close() {
        listeners.forEach(Listener::close);
        senders.shutdown();
    }
}
