package id.deskpilkada.staff.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The real Keycloak server with the realm that installations use, on a free port, from the distribution that the build unpacks. */
public final class KeycloakServer implements AutoCloseable {

    public static final String CLIENT_SECRET = "rahasia-klien-web-uji";
    public static final String PROVISIONING_SECRET = "rahasia-klien-akun-uji";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REALM = Path.of("docker/keycloak/desk-realm.json");
    private static final Path LOG = Path.of("target/keycloak.log");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private final int port;
    private final String publicUrl;
    private Process process;

    private KeycloakServer(Path home, int port, String publicUrl) throws IOException {
        this.home = home;
        this.port = port;
        this.publicUrl = publicUrl;
        this.process = launch();
    }

    /**
     * Starts a server without any account. Returns at once; {@link #awaitReady} waits.
     *
     * @param publicUrl address of the application, without a slash at the end
     */
    public static KeycloakServer start(String publicUrl) throws IOException {
        var home = Path.of(System.getProperty("keycloak.home")).toAbsolutePath();
        FileSystemUtils.deleteRecursively(home.resolve("data"));
        Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, home.resolve("data/import/desk-realm.json"));
        return new KeycloakServer(home, freePort(), publicUrl);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        var builder = new ProcessBuilder(
                        "/bin/bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx400m",
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "uji",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        "uji",
                        "DESK_PUBLIC_URL",
                        publicUrl,
                        "DESK_BACKCHANNEL_URL",
                        publicUrl,
                        "DESK_KEYCLOAK_CLIENT_SECRET",
                        CLIENT_SECRET,
                        "DESK_KEYCLOAK_PROVISIONING_SECRET",
                        PROVISIONING_SECRET));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    public KeycloakServer awaitReady() throws IOException, InterruptedException {
        var deadline = Instant.now().plus(Duration.ofMinutes(4));
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Keycloak did not start; see " + LOG.toAbsolutePath());
            }
            process.waitFor(300, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    private boolean answers() throws InterruptedException {
        try {
            var keys = HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/certs"))
                    .timeout(Duration.ofSeconds(20));
            return http.send(keys.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public String issuer() {
        return "http://localhost:" + port + "/realms/desk";
    }

    /** The settings that an application needs to sign in through this server. */
    public Map<String, String> settings() {
        return Map.of(
                "DESK_SIGN_IN_MODE",
                "keycloak",
                "DESK_KEYCLOAK_ISSUER",
                issuer(),
                "DESK_KEYCLOAK_CLIENT_SECRET",
                CLIENT_SECRET,
                "DESK_KEYCLOAK_PROVISIONING_SECRET",
                PROVISIONING_SECRET);
    }

    /** Takes the server away; {@link #restart} brings it back with everything that it knew. */
    public void stop() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    public KeycloakServer restart() throws IOException, InterruptedException {
        process = launch();
        return awaitReady();
    }

    /** A call of the realm's administration as the server's own administrator. @param body JSON, or nothing */
    public JsonNode admin(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/realms/desk" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isBlank() ? JSON.missingNode() : JSON.readTree(answer.body());
    }

    /** The account of a user name; a missing node where there is none. */
    public JsonNode account(String username) throws IOException, InterruptedException {
        return admin("GET", "/users?exact=true&username=" + username, "").path(0);
    }

    private String adminToken() throws IOException, InterruptedException {
        return token("master", "grant_type=password&client_id=admin-cli&username=uji&password=uji");
    }

    /** An access token of a realm for the given form. */
    public String token(String realm, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var token = JSON.readTree(answer.body()).path("access_token").asText();
        if (token.isEmpty()) {
            throw new IllegalStateException("no token: " + answer.body());
        }
        return token;
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
