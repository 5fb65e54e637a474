package id.deskpilkada;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** One person's program that talks to the application over HTTP, as the contract describes it. */
public final class DeskClient {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String authorization;

    public DeskClient(int port, String username, String password) {
        this.base = "http://localhost:" + port;
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** @param body of the answer; a missing node when it is empty or no JSON */
    public record Answer(int status, JsonNode body, String text) {}

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public Answer put(String path, Object body) {
        return send(json(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    public Answer post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(body.toString())));
    }

    public Answer putBytes(String path, String type, byte[] bytes) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    /** A file, as a form with one field {@code file} sends it. */
    public Answer upload(String path, String fileName, String content) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--x--\r\n";
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Any file in the field {@code file}. */
    public Answer upload(String path, String fileName, String type, byte[] content) {
        var name = fileName.replace("\"", "%22");
        var head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: "
                + type + "\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A C1 report, sent from the field now. */
    public Answer reportC1(UUID id, String race, String tps, JsonNode data, String more) {
        var text =
                """
                {"kind": "C1", "race": "%s", "tps": "%s", "observedAt": "2024-11-27T15:00:00+07:00"%s, "data": %s}"""
                        .formatted(race, tps, more, data);
        return put("/api/field-reports/" + id, text);
    }

    private HttpRequest.Builder json(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    request.header("Authorization", authorization)
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(answer.statusCode(), read(answer.body()), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
