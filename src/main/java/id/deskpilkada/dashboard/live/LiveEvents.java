package id.deskpilkada.dashboard.live;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The node's open pages and the one reader of the change table that serves them all; without open pages nothing is read. */
@Component
class LiveEvents {

    private static final Duration CONNECTION = Duration.ofMinutes(10);
    private static final int SENDERS = 64;
    private static final int UNCOMMITTED = 500;

    private final Changes changes;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ExecutorService senders =
            new ThreadPoolExecutor(0, SENDERS, 30, TimeUnit.SECONDS, new SynchronousQueue<>());
    private @Nullable ChangeWindow window;

    LiveEvents(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** A connection ends after ten minutes, so that the browser's next one is checked again. */
    SseEmitter listen(Actor actor) {
        var emitter = new SseEmitter(CONNECTION.toMillis());
        var listener = new Listener(actor, emitter, senders);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(() -> {
            listeners.remove(listener);
            emitter.complete();
        });
        emitter.onError(error -> listeners.remove(listener));
        open();
        listeners.add(listener);
        listener.heartbeat();
        return emitter;
    }

    private synchronized void open() {
        if (window == null) {
            window = new ChangeWindow(changes, Math.max(0, changes.latest() - UNCOMMITTED));
            window.next(clock.instant());
        }
    }

    @Scheduled(fixedDelay = 250)
    synchronized void tell() {
        if (listeners.isEmpty()) {
            window = null;
            return;
        }
        open();
        var current = window;
        if (current == null) {
            return;
        }
        List<Hint> hints = current.next(clock.instant()).stream()
                .map(change -> new Hint(change.topic(), change.area()))
                .distinct()
                .toList();
        if (!hints.isEmpty()) {
            listeners.removeIf(listener -> !listener.offer(hints));
        }
    }

    @Scheduled(fixedDelay = 15_000)
    void heartbeat() {
        listeners.removeIf(listener -> !listener.heartbeat());
    }

    /** Open pages would otherwise keep a stopping server waiting for them. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.forEach(Listener::close);
        senders.shutdown();
    }
}
