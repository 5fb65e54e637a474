package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.dashboard.publicview.PublicFileRows.Standing;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The files of the public view as this node holds them in memory: none while the view is off. Whoever reads them asks the database nothing. */
@Component
public class PublicFiles {

    private static final Logger log = LoggerFactory.getLogger(PublicFiles.class);

    private final PublicFileRows rows;
    private final ApplicationEventPublisher events;
    private volatile Held held = Held.NOTHING;

    PublicFiles(PublicFileRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    public Optional<PublicFile> find(String path) {
        return Optional.ofNullable(held.files().get(path));
    }

    /** All of them, by path. */
    public Collection<PublicFile> all() {
        return held.files().values();
    }

    /** Of the edition that this node holds; grows with every change. */
    public long version() {
        return held.version();
    }

    /** Whether the view is on, as far as this node knows. */
    boolean open() {
        return held.on();
    }

    /** Takes in what has been written since, if anything has. While the database is away this node goes on with what it holds. */
    void refresh() {
        try {
            refresh(rows.standing());
        } catch (DataAccessException | TransactionException away) {
            log.warn("The public files stay those of edition {}: {}", held.version(), away.getMessage());
        }
    }

    synchronized void refresh(Standing now) {
        var before = held;
        if (now.on() == before.on() && now.version() == before.version()) {
            return;
        }
        var after = now.on() ? read(before, now.version()) : new Held(false, now.version(), Map.of());
        held = after;
        tell(before, after);
    }

    private Held read(Held before, long version) {
        boolean goesOn = before.on() && version > before.version();
        var edition = rows.since(goesOn ? before.version() : -1);
        var files = new TreeMap<String, PublicFile>();
        if (goesOn) {
            files.putAll(before.files());
            files.keySet().retainAll(edition.paths());
        }
        edition.changed().forEach(file -> files.put(file.path(), file));
        if (!files.isEmpty()) {
            files.put(Manifest.PATH, Manifest.of(files.values()));
        }
        return new Held(true, edition.version(), files);
    }

    private void tell(Held before, Held after) {
        Set<String> written = after.files().values().stream()
                .filter(file -> before.files().get(file.path()) != file)
                .map(PublicFile::path)
                .collect(Collectors.toUnmodifiableSet());
        var gone = new HashSet<>(before.files().keySet());
        gone.removeAll(after.files().keySet());
        if (!written.isEmpty() || !gone.isEmpty()) {
            events.publishEvent(new PublicFilesChanged(after.version(), written, Set.copyOf(gone)));
        }
    }

    /** Replaced as a whole, so that a reader never sees parts of two editions. */
    private record Held(boolean on, long version, Map<String, PublicFile> files) {

        static final Held NOTHING = new Held(false, -1, Map.of());
    }
}
