package id.deskpilkada.dashboard.publicview.mirror;

import id.deskpilkada.dashboard.publicview.PublicFile;
import id.deskpilkada.dashboard.publicview.PublicFiles;
import id.deskpilkada.dashboard.publicview.PublicFilesChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the folder to what this node hands out, whenever that changes. A folder that cannot be written stops nothing else: it is tried again every few seconds, told once and counted. Several
 * nodes may share one folder, since each writes the same bytes.
 */
@Component
@EnableConfigurationProperties(MirrorSettings.class)
class Mirror {

    private static final Logger log = LoggerFactory.getLogger(Mirror.class);
    private static final long NEVER = -1;

    private final LongSupplier version;
    private final Supplier<Collection<PublicFile>> files;
    private final Optional<PublicFolder> folder;
    private final Counter failures;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Executor writer;
    private volatile long held = NEVER;
    private volatile boolean failed;

    @Autowired
    Mirror(PublicFiles files, MirrorSettings settings, MeterRegistry meters) {
        this(files::version, files::all, settings, meters, inTurn());
    }

    Mirror(
            LongSupplier version,
            Supplier<Collection<PublicFile>> files,
            MirrorSettings settings,
            MeterRegistry meters,
            Executor writer) {
        this.version = version;
        this.files = files;
        this.writer = writer;
        this.folder = settings.folder().isBlank()
                ? Optional.empty()
                : Optional.of(new PublicFolder(
                        Path.of(settings.folder().strip()), settings.most().toBytes()));
        this.failures = Counter.builder("desk.public.mirror.failures").register(meters);
        Gauge.builder("desk.public.mirror.failing", this, mirror -> mirror.failed ? 1 : 0)
                .register(meters);
    }

    /** A thread of its own: a disk that hangs must not keep anything else waiting. */
    private static Executor inTurn() {
        return Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "public-mirror");
            thread.setDaemon(true);
            return thread;
        });
    }

    @EventListener(PublicFilesChanged.class)
    void changed() {
        ask();
    }

    /** After the start, when nothing has changed since, and after a failure. */
    @Scheduled(fixedDelay = 3_000)
    void look() {
        if (failed || held != version.getAsLong()) {
            ask();
        }
    }

    private void ask() {
        if (folder.isPresent() && waiting.compareAndSet(false, true)) {
            writer.execute(() -> {
                waiting.set(false);
                folder.ifPresent(this::bring);
            });
        }
    }

    private void bring(PublicFolder folder) {
        long edition = version.getAsLong();
        if (edition == NEVER) {
            return;
        }
        try {
            var brought = folder.hold(files.get());
            held = edition;
            if (failed) {
                log.info("The public files lie in their folder again");
            }
            failed = false;
            log.debug("Public files of edition {}: {}", edition, brought);
        } catch (IOException | UncheckedIOException e) {
            failures.increment();
            if (!failed) {
                log.error("The public files cannot be written to their folder; trying again every few seconds", e);
            }
            failed = true;
        }
    }
}
