package id.deskpilkada;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The packaged application: for most tests laid out in a folder with its libraries beside it, from where it starts in two thirds of the time; whoever uses Tasklist runs the one file, as people do. */
public final class PackagedProgram {

    private static final Path JAR = Path.of(System.getProperty("desk.jar", "target/desk-pilkada.jar"));
    private static final Path FOLDER = JAR.resolveSibling("laid-out");
    private static final String BUILD = System.getProperty("desk.build.time", "");

    private PackagedProgram() {}

    /** A JVM that runs it and keeps to a small part of the machine. */
    public static ProcessBuilder run() throws IOException, InterruptedException {
        layOut();
        return java("-jar", FOLDER.resolve(JAR.getFileName()).toString());
    }

    /** A JVM that runs the one file that the build makes. */
    public static ProcessBuilder runOneFile() {
        return java("-jar", JAR.toString());
    }

    private static ProcessBuilder java(String... program) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + Integer.getInteger("desk.compiler", 1),
                "-XX:ReservedCodeCacheSize=240m"));
        command.addAll(List.of(program));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Once in a build, by whichever JVM of tests comes first. */
    private static void layOut() throws IOException, InterruptedException {
        try (var channel = FileChannel.open(
                        FOLDER.resolveSibling("laid-out.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            var made = FOLDER.resolve("made-by-build");
            if (lock.isValid() && Files.exists(made) && Files.readString(made).equals(BUILD)) {
                return;
            }
            FileSystemUtils.deleteRecursively(FOLDER);
            var tool = java("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", FOLDER.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!tool.waitFor(2, TimeUnit.MINUTES) || tool.exitValue() != 0) {
                throw new IllegalStateException("The application cannot be laid out in " + FOLDER);
            }
            Files.writeString(made, BUILD);
        }
    }
}
