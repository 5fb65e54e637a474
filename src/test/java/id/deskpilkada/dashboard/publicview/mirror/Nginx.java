package id.deskpilkada.dashboard.publicview.mirror;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real nginx with the configuration that containers get, on a port of its own. */
final class Nginx implements AutoCloseable {

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> installed() {
        var search = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(search.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param folder for what it writes
     * @param application port on this machine
     * @param settings {@code DESK_EDGE_*}
     */
    static Nginx start(Path folder, int application, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        for (var name : List.of("run", "cache", "conf", "local")) {
            Files.createDirectories(folder.resolve(name));
        }
        var all = new HashMap<>(Map.of(
                "DESK_EDGE_APP", "127.0.0.1:" + application,
                "DESK_EDGE_LISTEN", Integer.toString(port),
                "DESK_EDGE_RUN", folder.resolve("run").toString(),
                "DESK_EDGE_CACHE", folder.resolve("cache").toString(),
                "DESK_EDGE_LOCAL", folder.resolve("local").toString()));
        all.putAll(settings);
        var render =
                new ProcessBuilder("docker/nginx/render", folder.resolve("conf").toString()).inheritIO();
        render.environment().putAll(all);
        if (render.start().waitFor() != 0) {
            throw new IllegalStateException("The configuration could not be written");
        }
        var process = new ProcessBuilder(
                        installed().orElseThrow().toString(),
                        "-c",
                        folder.resolve("conf/nginx.conf").toString(),
                        "-g",
                        // Root's workers would be somebody else, who may not read a test's folder.
                        "daemon off; user %s;".formatted(System.getProperty("user.name")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        while (!listens(port)) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(Files.readString(folder.resolve("nginx.log")));
            }
        }
        return new Nginx(process, port);
    }

    int port() {
        return port;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
