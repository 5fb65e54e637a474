package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.platform.audit.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what changed, one node at a time: whoever holds the lock writes, nobody waits for it, and it goes with the transaction, so that a node that dies is replaced by the next that looks.
 */
@Component
class EditionWriter {

    private static final Logger log = LoggerFactory.getLogger(EditionWriter.class);

    private final EditionRows rows;
    private final PublicViews views;
    private final EditionReader reader;
    private final EditionFiles files;
    private final Clock clock;
    private final Duration spacing;
    private final TransactionTemplate transaction;

    EditionWriter(
            EditionRows rows,
            PublicViews views,
            EditionReader reader,
            EditionFiles files,
            Clock clock,
            @Value("${desk.public.spacing:3s}") Duration spacing,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.views = views;
        this.reader = reader;
        this.files = files;
        this.clock = clock;
        this.spacing = spacing;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether this call has written another edition than the one before. */
    boolean write() {
        return rows.due(spacing) && Boolean.TRUE.equals(transaction.execute(status -> writeAlone()));
    }

    private boolean writeAlone() {
        // Another may have written between the question and the lock.
        if (!rows.lock() || !rows.due(spacing)) {
            return false;
        }
        // What is written follows from records that have their entries; also where it is written for whoever turned the
        // switch.
        Audit.isItsOwnRecord();
        var readAt = rows.now();
        var view = views.now();
        if (!view.mode().on()) {
            rows.removeAll();
            return true;
        }
        var edition = reader.read(view, clock.instant());
        var contents = files.of(edition);
        long version = rows.lockEdition();
        if (!Objects.equals(views.now().changedAt(), view.changedAt())) {
            return false;
        }
        int changed = rows.store(version + 1, clock.instant(), contents);
        rows.finish(changed == 0 ? version : version + 1, readAt, wakesAt(edition));
        if (changed > 0) {
            log.debug("Public edition {}: {} of {} files written or removed", version + 1, changed, contents.size());
        }
        return changed > 0;
    }

    private static @Nullable OffsetDateTime wakesAt(Edition edition) {
        return edition.wakesAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
