package id.deskpilkada.dashboard.live;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The node's open pages and the one reader of the change table that serves them all; without open pages nothing is read. */
@Component
public class LiveEvents {

    private static final Duration CONNECTION = Duration.ofMinutes(10);
    private static final int UNCOMMITTED = 500;

    private final Changes changes;
    private final Clock clock;
    private final Listeners listeners;
    private @Nullable ChangeWindow window;

    LiveEvents(Changes changes, Clock clock, MeterRegistry meters) {
        this.changes = changes;
        this.clock = clock;
        this.listeners = new Listeners(clock);
        Gauge.builder("desk.live.pages", listeners, Listeners::size)
                .description("Open pages that are told what changes")
                .register(meters);
    }

    /** A connection ends after ten minutes, so that the browser's next one is checked again. */
    SseEmitter listen(Actor actor) {
        return listen(hint -> hint.concerns(actor));
    }

    /** For a page of the whole installation that belongs to nobody. @param topics those it wants to hear of */
    public SseEmitter listenToAll(Set<String> topics) {
        return listen(hint -> topics.contains(hint.topic()));
    }

    private SseEmitter listen(Predicate<Hint> wanted) {
        var emitter = new SseEmitter(CONNECTION.toMillis());
        open();
        listeners.add(wanted, emitter);
        return emitter;
    }

    private synchronized void open() {
        if (window == null) {
            window = new ChangeWindow(changes, Math.max(0, changes.latest() - UNCOMMITTED));
            window.next(clock.instant());
        }
    }

    @Scheduled(fixedDelay = 100)
    synchronized void tell() {
        listeners.tidy();
        if (listeners.size() == 0) {
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
            listeners.tell(hints);
        }
    }

    @Scheduled(fixedDelay = 15_000)
    void heartbeat() {
        listeners.heartbeat();
    }

    /** Open pages would otherwise keep a stopping server waiting for them. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.close();
    }
}
