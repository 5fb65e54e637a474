package id.deskpilkada.dashboard.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. Hints wait here until they are sent; a page that does not take them is dropped and may connect again. */
final class Listener {

    private static final int WAITING_AT_MOST = 500;
    private static final String ALIVE = "event:hidup\ndata:1\n\n";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    /** A write is over at once, or the page does not read and the write waits for it. */
    private static final Duration QUICK = Duration.ofMillis(200);

    private final Predicate<Hint> wanted;
    private final SseEmitter emitter;
    private final Executor senders;
    private final Clock clock;
    private final Set<Hint> waiting = new LinkedHashSet<>();
    private @Nullable Instant writing;
    private boolean heartbeat;
    private boolean sending;
    private boolean dropped;

    Listener(Predicate<Hint> wanted, SseEmitter emitter, Executor senders, Clock clock) {
        this.wanted = wanted;
        this.emitter = emitter;
        this.senders = senders;
        this.clock = clock;
    }

    synchronized void offer(List<Hint> hints) {
        if (!dropped) {
            hints.stream().filter(wanted).forEach(waiting::add);
            if (waiting.size() > WAITING_AT_MOST) {
                drop();
            }
            send();
        }
    }

    synchronized void heartbeat() {
        heartbeat = true;
        send();
    }

    /** Whether a thread waits for this page to read. */
    synchronized boolean isStuck() {
        return writing != null && writing.plus(QUICK).isBefore(clock.instant());
    }

    /** Whether nothing more will be sent and no thread is busy with it. */
    synchronized boolean isGone() {
        return dropped && !sending;
    }

    private void send() {
        if (!dropped && !sending && (heartbeat || !waiting.isEmpty())) {
            sending = true;
            try {
                senders.execute(this::drain);
            } catch (RejectedExecutionException stopping) {
                sending = false;
                drop();
            }
        }
    }

    private void drain() {
        try {
            for (var batch = take(); !batch.isEmpty(); batch = take()) {
                emitter.send(Set.of(new DataWithMediaType(batch.text(), TEXT)));
            }
        } catch (IOException | IllegalStateException gone) {
            fail();
        }
    }

    private synchronized Batch take() {
        var batch = new Batch(heartbeat, List.copyOf(waiting));
        heartbeat = false;
        waiting.clear();
        sending = !batch.isEmpty() && !dropped;
        writing = sending ? clock.instant() : null;
        if (dropped) {
            emitter.complete();
        }
        return sending ? batch : Batch.NOTHING;
    }

    private synchronized void fail() {
        sending = false;
        writing = null;
        drop();
    }

    synchronized void close() {
        drop();
    }

    /** To complete a page that is being written to waits for the write: then the thread that writes does it afterwards. */
    private void drop() {
        dropped = true;
        waiting.clear();
        if (!sending) {
            emitter.complete();
        }
    }

    /** Written and flushed as one: in the rush of the evening each page hears of some dozen changes each second. */
    private record Batch(boolean heartbeat, List<Hint> hints) {

        static final Batch NOTHING = new Batch(false, List.of());

        boolean isEmpty() {
            return !heartbeat && hints.isEmpty();
        }

        String text() {
            var text = new StringBuilder(heartbeat ? ALIVE : "");
            hints.forEach(hint -> text.append(hint.event()));
            return text.toString();
        }
    }
}
