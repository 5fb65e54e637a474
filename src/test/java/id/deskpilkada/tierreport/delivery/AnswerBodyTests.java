package id.deskpilkada.tierreport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The end of the wait for an installation that begins to answer. */
class AnswerBodyTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer above;

    @BeforeEach
    void begin() throws IOException {
        above = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        above.setExecutor(Executors.newCachedThreadPool());
        above.createContext("/begins", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        above.createContext("/whole", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        above.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        above.stop(0);
    }

    private InputStream body(String path) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + above.getAddress().getPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
                .body();
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() throws Exception {
        var body = body("/begins");
        assertThatThrownBy(() -> AnswerBody.read(body, 100, Duration.ofMillis(200)))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void aWholeAnswerIsReadUpToItsBound() throws Exception {
        assertThat(AnswerBody.read(body("/whole"), 100, LONG)).hasSize(2);
        assertThat(AnswerBody.read(body("/whole"), 1, LONG)).hasSize(1);
    }
}
