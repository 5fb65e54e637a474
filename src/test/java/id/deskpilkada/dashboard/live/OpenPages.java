package id.deskpilkada.dashboard.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listeners of {@code /api/events} that read only when they are told to, as a telephone without signal does; or all the time, once they listen. */
public final class OpenPages implements AutoCloseable {

    private final List<SocketChannel> channels = new ArrayList<>();
    private @Nullable Selector selector;

    private OpenPages() {}

    /** Returns when each has had its first sign of life. @param token of one session, as several tabs of a browser have it */
    public static OpenPages open(int port, String token, int count) {
        var pages = new OpenPages();
        var request =
                "GET /api/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n";
        try {
            for (int page = 0; page < count; page++) {
                var channel = SocketChannel.open(new InetSocketAddress("localhost", port));
                pages.channels.add(channel);
                channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int page = 0; page < count; page++) {
            if (!pages.read(page, "hidup", Duration.ofSeconds(20))) {
                throw new IllegalStateException("page " + page + " was not let in");
            }
        }
        return pages;
    }

    /** Whether a page hears a word in time; what it hears until then is gone. */
    public boolean read(int page, String word, Duration within) {
        var socket = channels.get(page).socket();
        var heard = new StringBuilder();
        var until = Instant.now().plus(within);
        var buffer = new byte[8192];
        try {
            while (heard.indexOf(word) < 0 && Instant.now().isBefore(until)) {
                socket.setSoTimeout(
                        (int) Math.max(1, Duration.between(Instant.now(), until).toMillis()));
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    return false;
                }
                heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException late) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard.indexOf(word) >= 0;
    }

    /** From now on they take whatever they are sent. */
    public OpenPages listen() throws IOException {
        var all = Selector.open();
        selector = all;
        for (var channel : channels) {
            channel.configureBlocking(false);
            channel.register(all, SelectionKey.OP_READ);
        }
        var reader = new Thread(() -> take(all), "open-pages");
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    private static void take(Selector all) {
        var buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (all.isOpen()) {
                all.select(key -> {
                    try {
                        if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
                            key.cancel();
                        }
                    } catch (IOException gone) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException | ClosedSelectorException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            if (selector != null) {
                selector.close();
            }
            for (var channel : channels) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
