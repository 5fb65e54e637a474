package id.deskpilkada;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged application in a JVM of its own, on a data folder that outlives it. */
public final class PackagedDesk implements AutoCloseable {

    public static final String PASSWORD = "rahasia-admin-uji";
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final int port;

    private PackagedDesk(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static PackagedDesk start(Path data) throws Exception {
        return start(data, Map.of());
    }

    /** Returns once the application takes requests. @param settings more environment variables */
    public static PackagedDesk start(Path data, Map<String, String> settings) throws Exception {
        return start(PackagedProgram.run(), data, settings);
    }

    /** From the one file that the build makes: laid out beside its libraries, Tasklist does not find its plug-ins. */
    public static PackagedDesk startOneFile(Path data, Map<String, String> settings) throws Exception {
        return start(PackagedProgram.runOneFile(), data, settings);
    }

    private static PackagedDesk start(ProcessBuilder builder, Path data, Map<String, String> settings)
            throws Exception {
        var environment = builder.environment();
        environment.put("DESK_DATA_DIR", data.toString());
        environment.put("SERVER_PORT", "0");
        environment.put("DESK_MANAGEMENT_PORT", "0");
        environment.put("DESK_ADMIN_USERNAME", "admin");
        environment.put("DESK_ADMIN_PASSWORD", PASSWORD);
        environment.put("DESK_LEDGER_BURST", "100000");
        environment.put(
                "DESK_DATABASE_BINARIESDIR",
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        environment.putAll(settings);
        var process = builder.start();
        var desk = new PackagedDesk(process, port(process));
        desk.awaitReadiness();
        return desk;
    }

    /** What still runs at the end of the start, such as the first administrator's account, is there when it says that it is ready. */
    private void awaitReadiness() throws Exception {
        var client = HttpClient.newHttpClient();
        Until.holds(
                "the application is ready",
                Duration.ofSeconds(60),
                () -> send(client, request("/actuator/health/readiness")).statusCode() == 200);
    }

    private static int port(Process process) throws IOException {
        var output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var told = new StringBuilder();
        var port = 0;
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            told.append(line).append('\n');
            var match = PORT.matcher(line);
            // The first is the main port, the second that of the management.
            port = port == 0 && match.find() ? Integer.parseInt(match.group(1)) : port;
            if (line.contains("Started DeskPilkadaApplication")) {
                drain(output);
                return port;
            }
        }
        throw new IllegalStateException("The application did not start:\n" + told);
    }

    /** A full pipe would stop the application. */
    private static void drain(BufferedReader output) {
        var reader = new Thread(() -> {
            try (output) {
                output.transferTo(Writer.nullWriter());
            } catch (IOException ended) {
                Thread.currentThread().interrupt();
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    public String signIn(HttpClient client) throws IOException, InterruptedException {
        var answer = send(
                client,
                request("/api/sessions")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\":\"admin\",\"password\":\"%s\"}".formatted(PASSWORD))));
        return answer.body().replaceFirst("(?s).*\"token\":\"([^\"]+)\".*", "$1");
    }

    public int port() {
        return port;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    public static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Ends the JVM without giving it a chance to do anything about it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new UncheckedIOException(new IOException("The application did not end when asked"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
