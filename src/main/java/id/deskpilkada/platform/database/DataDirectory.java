package id.deskpilkada.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded database, held by one running application at a time. A PostgreSQL that outlived a killed application is stopped before the next start: once
 * the lock is ours, whoever still runs on these files is an orphan.
 */
final class DataDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataDirectory take(Path root) {
        try {
            Files.createDirectories(root);
            var channel =
                    FileChannel.open(root.resolve("desk.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new IllegalStateException(
                        "Folder data " + root.toAbsolutePath()
                                + " sedang dipakai aplikasi Desk Pilkada lain. Hentikan yang lain, atau pakai DESK_DATA_DIR yang berbeda.");
            }
            var directory = new DataDirectory(root.toAbsolutePath(), channel);
            directory.stopOrphan();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("Folder data tidak dapat dipakai: " + root.toAbsolutePath(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    private void stopOrphan() throws IOException {
        var pidFile = postgres().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::trim)
                .filter(line -> line.matches("\\d+"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(DataDirectory::isPostgres);
        if (orphan.isPresent()) {
            log.warn(
                    "PostgreSQL {} is left from an application that was killed; stopping it",
                    orphan.get().pid());
            stop(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
