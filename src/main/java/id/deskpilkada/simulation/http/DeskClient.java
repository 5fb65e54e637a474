package id.deskpilkada.simulation.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Calls the application over HTTP as one of its users; each signs in once. */
public final class DeskClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "desk-simulasi-7f3a91";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI root;
    private final String password;

    /** @param password of everybody in the demo */
    public DeskClient(URI root, String password) {
        this.root = root;
        this.password = password;
    }

    public Answer get(String username, String path) {
        return send(username, path, request -> request.GET());
    }

    public Answer put(String username, String path, JsonNode body) {
        return send(username, path, request -> json(request).PUT(body(body)));
    }

    public Answer post(String username, String path, JsonNode body) {
        return send(username, path, request -> json(request).POST(body(body)));
    }

    public Answer photo(String username, String path, byte[] jpeg) {
        return send(username, path, request -> request.header("Content-Type", "image/jpeg")
                .PUT(BodyPublishers.ofByteArray(jpeg)));
    }

    /** One CSV file as a multipart upload. */
    public Answer file(String username, String path, String name, String csv) {
        var body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + csv + "\r\n--" + BOUNDARY + "--\r\n";
        return send(
                username, path, request -> request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private Answer send(String username, String path, Call call) {
        var answer = exchange(call.on(request(path).header("Authorization", "Bearer " + token(username))));
        if (answer.status() == 401) {
            tokens.remove(username);
        }
        return answer;
    }

    private String token(String username) {
        return tokens.computeIfAbsent(username, this::signIn);
    }

    private String signIn(String username) {
        var credentials =
                JsonNodeFactory.instance.objectNode().put("username", username).put("password", password);
        var answer = exchange(json(request("/api/sessions")).POST(body(credentials)));
        if (!answer.done()) {
            throw new IllegalStateException(username + " cannot sign in: " + answer.code());
        }
        return answer.body().path("token").asText();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/geo+json");
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private BodyPublisher body(JsonNode body) {
        return BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8);
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            return answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private Answer answer(HttpResponse<byte[]> response) throws IOException {
        var type = response.headers().firstValue("Content-Type").orElse("");
        var body = type.contains("json") && response.body().length > 0
                ? json.readTree(response.body())
                : MissingNode.getInstance();
        var seconds = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(Long::valueOf)
                .orElse(0L);
        return new Answer(response.statusCode(), body, Duration.ofSeconds(seconds));
    }

    private interface Call {
        HttpRequest.Builder on(HttpRequest.Builder request);
    }
}
