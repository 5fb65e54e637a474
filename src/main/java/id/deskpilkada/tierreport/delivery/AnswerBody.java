package id.deskpilkada.tierreport.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What another installation says, read no further and awaited no longer than is given; the client's own timeout ends with the head of an answer. */
final class AnswerBody {

    private AnswerBody() {}

    /** @throws HttpTimeoutException when it has not ended within the wait */
    static byte[] read(InputStream body, int longest, Duration wait) throws IOException {
        var late = new AtomicBoolean();
        var end = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    close(body);
                },
                CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS));
        try (body) {
            var read = body.readNBytes(longest);
            if (!late.get()) {
                return read;
            }
        } catch (IOException e) {
            if (!late.get()) {
                throw e;
            }
        } finally {
            end.cancel(false);
        }
        throw new HttpTimeoutException("no whole answer within " + wait);
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // Whoever reads it is told.
        }
    }
}
