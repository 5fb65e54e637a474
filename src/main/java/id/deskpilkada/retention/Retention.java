package id.deskpilkada.retention;

import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.audit.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases what is past its time, in small batches and never more than so many in a night; what went stands in the trail. */
@Service
public class Retention {

    private static final String WORK = "retention";

    private final ObjectProvider<Retained> kinds;
    private final RetentionSettings settings;
    private final Audit audit;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            ObjectProvider<Retained> kinds,
            RetentionSettings settings,
            Audit audit,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.kinds = kinds;
        this.settings = settings;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What would go now, and when the next goes after that.
     *
     * @param before what is older than this is past its time
     * @param due how many would go tonight
     * @param nextAt when the time of the oldest one is over; null when there is none
     */
    public record Due(String kind, Period period, Instant before, long due, @Nullable Instant nextAt) {}

    public List<Due> report() {
        return Scope.system(
                WORK,
                () -> transaction.execute(status -> kinds.stream()
                        .map(this::due)
                        .sorted(Comparator.comparing(Due::kind))
                        .toList()));
    }

    private Due due(Retained kind) {
        var before = before(kind);
        var nextAt = kind.oldest()
                .map(oldest ->
                        oldest.atOffset(ZoneOffset.UTC).plus(kind.period()).toInstant());
        return new Due(kind.kind(), kind.period(), before, kind.due(before), nextAt.orElse(null));
    }

    /** Does the work of one night. */
    public void run() {
        kinds.forEach(kind -> {
            var before = before(kind);
            for (int batch = 0; batch < settings.batches() && fullBatch(kind, before); batch++) {
                continue;
            }
        });
    }

    /** False when nothing more is to be done, or another node does it. */
    private boolean fullBatch(Retained kind, Instant before) {
        return Scope.system(
                WORK,
                () -> Boolean.TRUE.equals(transaction.execute(status -> {
                    if (!Boolean.TRUE.equals(jdbc.queryForObject(
                            "SELECT pg_try_advisory_xact_lock(hashtext('retention'))", Boolean.class))) {
                        return false;
                    }
                    var gone = kind.erase(before, settings.batch());
                    if (gone > 0) {
                        audit.record(
                                "retention.erased",
                                kind.kind(),
                                null,
                                Map.of("rows", Long.toString(gone), "before", before.toString()));
                    }
                    return gone == settings.batch();
                })));
    }

    private Instant before(Retained kind) {
        return clock.instant().atOffset(ZoneOffset.UTC).minus(kind.period()).toInstant();
    }
}
