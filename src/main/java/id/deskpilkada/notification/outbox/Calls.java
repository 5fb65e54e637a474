package id.deskpilkada.notification.outbox;

import id.deskpilkada.notification.ChannelCode;
import id.deskpilkada.notification.channel.Channel;
import id.deskpilkada.notification.channel.NotTaken;
import id.deskpilkada.notification.channel.Outgoing;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Outside calls on threads that can be left behind: whatever a library waits for, names, connections or answers, the courier goes on after a fixed time. */
@Component
class Calls {

    private final Map<ChannelCode, ExecutorService> threads = new EnumMap<>(ChannelCode.class);

    Calls(OutboxSettings settings, ReadyChannels channels) {
        for (var channel : channels.all()) {
            threads.put(channel.code(), pool(channel.code(), 2 * settings.workers()));
        }
    }

    /** @return what the channel calls the message */
    @Nullable
    String make(Channel channel, Outgoing outgoing) throws NotTaken {
        var pool = threads.get(channel.code());
        if (pool == null) {
            throw NotTaken.forGood("CHANNEL_NOT_SET_UP", null);
        }
        Future<@Nullable String> call;
        try {
            call = pool.submit(() -> channel.hand(outgoing));
        } catch (RejectedExecutionException e) {
            throw NotTaken.yet("CHANNEL_HANGS", null);
        }
        try {
            return call.get(channel.patience().call().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw NotTaken.perhaps("NO_ANSWER_IN_TIME", null);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw NotTaken.perhaps("INTERRUPTED", null);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotTaken failure
                    ? failure
                    : NotTaken.perhaps("UNEXPECTED", String.valueOf(e.getCause()));
        }
    }

    private static ExecutorService pool(ChannelCode channel, int most) {
        return new ThreadPoolExecutor(0, most, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            var thread = new Thread(task, "message-" + channel.name().toLowerCase(java.util.Locale.ROOT));
            thread.setDaemon(true);
            return thread;
        });
    }

    @PreDestroy
    void close() {
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}
