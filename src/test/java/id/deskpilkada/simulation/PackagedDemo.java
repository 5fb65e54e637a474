package id.deskpilkada.simulation;

import id.deskpilkada.PackagedProgram;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The packaged application with the profile demo, in a JVM of its own: one district, a short day. */
final class PackagedDemo implements AutoCloseable {

    private static final Pattern ROOT = Pattern.compile("SIMULASI dimulai\\. Buka (http://localhost:\\d+)/masuk");
    private static final Pattern END = Pattern.compile("SIMULASI: (selesai|dihentikan) .*");

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<URI> root = new CompletableFuture<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();

    private PackagedDemo(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "output of the demo");
        reader.setDaemon(true);
        reader.start();
    }

    static PackagedDemo start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        var builder = PackagedProgram.run();
        var environment = builder.environment();
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        environment.put("SERVER_PORT", "0");
        environment.put("DESK_DATA_DIR", data.toString());
        environment.put("DESK_DEMO_DURATION", "15s");
        environment.put("DESK_DEMO_DISTRICTS", "1");
        environment.put("DESK_TIERREPORTS_FLOW_WAITFORDISTRICTS", "3s");
        environment.put(
                "DESK_DATABASE_BINARIESDIR",
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        environment.putAll(settings);
        return new PackagedDemo(builder.start());
    }

    private void read() {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                var opened = ROOT.matcher(line);
                if (opened.find()) {
                    root.complete(URI.create(opened.group(1)));
                }
                var ended = END.matcher(line);
                if (ended.find()) {
                    end.complete(ended.group());
                }
            }
            var gone = new IllegalStateException("the demo has ended:\n" + output);
            root.completeExceptionally(gone);
            end.completeExceptionally(gone);
        } catch (IOException e) {
            root.completeExceptionally(e);
            end.completeExceptionally(e);
        }
    }

    URI root() throws Exception {
        return root.get(3, TimeUnit.MINUTES);
    }

    /** The line by which the simulation says that the day is over, with how often each act was done. */
    String end() throws Exception {
        return end.get(14, TimeUnit.MINUTES);
    }

    /** Everything it said, once it has ended by itself. */
    String refusal() throws InterruptedException {
        process.waitFor(2, TimeUnit.MINUTES);
        return output.toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
