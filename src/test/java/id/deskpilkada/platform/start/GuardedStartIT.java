package id.deskpilkada.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.PackagedProgram;
import id.deskpilkada.Until;
import id.deskpilkada.platform.web.RawHttp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application takes its secrets from files, says none of them, and does not start with one that everybody knows. */
class GuardedStartIT {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String PASSWORD = "Kopi-susu-3-gelas";
    private static final String TOKEN = "token-pemantauan-9f3b1c";

    @TempDir
    Path folder;

    @Test
    void aKnownPasswordStopsTheStartBeforeAnythingIsOpened() throws Exception {
        var output = new StringBuffer();
        var process = start(Map.of("DESK_ADMIN_PASSWORD", "admin123"), output, new CompletableFuture<>());

        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(output.toString())
                .contains("diketahui semua orang", "everybody knows", "DESK_ADMIN_PASSWORD")
                .doesNotContain("admin123", "\tat ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void secretsFromFilesServeAndAreNeverSaid() throws Exception {
        var password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        var output = new StringBuffer();
        var ports = new CompletableFuture<List<Integer>>();
        var process = start(
                Map.of("DESK_ADMIN_PASSWORD_FILE", password.toString(), "DESK_MANAGEMENT_TOKEN", TOKEN), output, ports);
        try {
            int main = ports.get(3, TimeUnit.MINUTES).get(0);
            int management = ports.get().get(1);
            awaitReadiness(main);
            assertThat(signIn(main)).contains("\"token\"");
            assertThat(new RawHttp(main)
                            .send("GET /actuator/prometheus HTTP/1.1")
                            .status())
                    .isEqualTo(404);
            assertThat(new RawHttp(management)
                            .send("GET /actuator/prometheus HTTP/1.1")
                            .status())
                    .isEqualTo(403);
            assertThat(new RawHttp(management)
                            .send("GET /actuator/prometheus HTTP/1.1", "Authorization: Bearer " + TOKEN)
                            .status())
                    .isEqualTo(200);
        } finally {
            process.destroy();
            process.waitFor(40, TimeUnit.SECONDS);
        }
        assertThat(output.toString()).contains("Started DeskPilkadaApplication").doesNotContain(PASSWORD, TOKEN, "??");
    }

    /** The first administrator's account is made at the end of the start. */
    private static void awaitReadiness(int port) throws Exception {
        Until.holds(
                "ready",
                Duration.ofSeconds(60),
                () -> new RawHttp(port)
                                .send("GET /actuator/health/readiness HTTP/1.1")
                                .status()
                        == 200);
    }

    private static String signIn(int port) {
        var body = "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}";
        return new RawHttp(port)
                .exchange(
                        "POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                .body();
    }

    private Process start(Map<String, String> settings, StringBuffer output, CompletableFuture<List<Integer>> ports)
            throws Exception {
        var builder = PackagedProgram.runOneFile();
        var environment = builder.environment();
        environment.put("DESK_DATA_DIR", folder.resolve("data").toString());
        environment.put(
                "DESK_DATABASE_BINARIESDIR",
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        environment.put("SERVER_PORT", "0");
        environment.put("DESK_MANAGEMENT_PORT", "0");
        environment.putAll(settings);
        var process = builder.start();
        var reader = new Thread(() -> read(process, output, ports), "output of the start");
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    private static void read(Process process, StringBuffer output, CompletableFuture<List<Integer>> ports) {
        process.inputReader().lines().forEach(line -> {
            output.append(line).append('\n');
            if (line.contains("Started DeskPilkadaApplication")) {
                ports.complete(PORT.matcher(output)
                        .results()
                        .map(found -> Integer.parseInt(found.group(1)))
                        .toList());
            }
        });
        ports.completeExceptionally(new IllegalStateException("ended:\n" + output));
    }
}
