package id.deskpilkada.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A gateway as they stand at the other end, which answers as the test says. */
public final class SmsGateway implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Mood mood = Mood.WELL;

    enum Mood {
        WELL,
        FAILING,
        HANGING,
        DRIPPING,
        UNCLEAR,
        REFUSING
    }

    public SmsGateway(String url) {
        var uri = URI.create(url);
        try {
            server = HttpServer.create(new InetSocketAddress(uri.getHost(), uri.getPort()), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(uri.getPath(), this::answer);
        server.setExecutor(threads);
        server.start();
    }

    void is(Mood now) {
        mood = now;
    }

    /** What it was given, whatever it answered. */
    public List<JsonNode> taken() {
        return taken;
    }

    List<String> authorizations() {
        return authorizations;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getRequestBody());
        // A test may change the mood as soon as it sees what was taken.
        var now = mood;
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        taken.add(body);
        switch (now) {
            case WELL -> send(exchange, 200, "{\"id\":\"G-" + taken.size() + "\"}");
            case FAILING -> send(exchange, 500, "{}");
            case REFUSING -> send(exchange, 400, "{\"error\":\"saldo habis\"}");
            case UNCLEAR -> send(exchange, 200, "<html>OK</html>");
            case HANGING -> hang();
            case DRIPPING -> drip(exchange);
        }
    }

    private void hang() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        hang();
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
