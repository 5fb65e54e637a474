package id.deskpilkada.dashboard.live;

import id.deskpilkada.platform.Actor;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. Hints wait here until they are sent; a page that does not take them is dropped and may connect again. */
final class Listener {

    private static final int WAITING_AT_MOST = 500;

    private final Actor actor;
    private final SseEmitter emitter;
    private final Executor senders;
    private final Set<Hint> waiting = new LinkedHashSet<>();
    private boolean heartbeat;
    private boolean sending;
    private boolean dropped;

    Listener(Actor actor, SseEmitter emitter, Executor senders) {
        this.actor = actor;
        this.emitter = emitter;
        this.senders = senders;
    }

    /** @return false when this listener is to be forgotten */
    synchronized boolean offer(List<Hint> hints) {
        hints.stream().filter(hint -> hint.concerns(actor)).forEach(waiting::add);
        if (waiting.size() > WAITING_AT_MOST) {
            drop();
        }
        return send();
    }

    synchronized boolean heartbeat() {
        heartbeat = true;
        return send();
    }

    private boolean send() {
        if (!dropped && !sending && (heartbeat || !waiting.isEmpty())) {
            sending = true;
            try {
                senders.execute(this::drain);
            } catch (RejectedExecutionException e) {
                drop();
            }
        }
        return !dropped;
    }

    private void drain() {
        try {
            for (var batch = take(); !batch.isEmpty() || batch.heartbeat(); batch = take()) {
                if (batch.heartbeat()) {
                    emitter.send(SseEmitter.event().comment("hidup"));
                }
                for (var hint : batch.hints()) {
                    emitter.send(SseEmitter.event().data(hint, MediaType.APPLICATION_JSON));
                }
            }
        } catch (IOException | IllegalStateException gone) {
            drop();
        }
    }

    private synchronized Batch take() {
        var batch = new Batch(heartbeat, List.copyOf(waiting));
        heartbeat = false;
        waiting.clear();
        sending = batch.heartbeat() || !batch.isEmpty();
        return batch;
    }

    synchronized void close() {
        drop();
    }

    private synchronized void drop() {
        dropped = true;
        waiting.clear();
        emitter.complete();
    }

    private record Batch(boolean heartbeat, List<Hint> hints) {

        boolean isEmpty() {
            return hints.isEmpty();
        }
    }
}
