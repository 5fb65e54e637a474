package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.ReportRejected;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.engine.LostRace;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings one report to its end: its lock, its facts and its new state in one transaction. A report that fails keeps nobody but its own stream waiting. */
@Component
public class Handling {

    private static final Logger log = LoggerFactory.getLogger(Handling.class);
    private static final int TRIES_AT_ONCE = 4;

    private final DispatchQueue queue;
    private final Handlers handlers;
    private final FieldReports reports;
    private final TransactionTemplate transaction;

    Handling(DispatchQueue queue, Handlers handlers, FieldReports reports, TransactionTemplate transaction) {
        this.queue = queue;
        this.handlers = handlers;
        this.reports = reports;
        this.transaction = transaction;
    }

    /** Handles everything that is claimable now, and tells how many reports that were. */
    public int drain() {
        var handled = 0;
        for (var lane : Lane.values()) {
            while (next(lane)) {
                handled++;
            }
        }
        return handled;
    }

    /** False when nothing is claimable. */
    boolean next(Lane lane) {
        return Scope.system("dispatcher", () -> claimed(lane));
    }

    private boolean claimed(Lane lane) {
        var claimed = new AtomicReference<@Nullable UUID>();
        for (int tries = 1; ; tries++) {
            claimed.set(null);
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> handled(lane, claimed)));
            } catch (ReportRejected rejected) {
                settled(claimed.get(), rejected);
                return true;
            } catch (RuntimeException | StackOverflowError | LinkageError failure) {
                if (tries < TRIES_AT_ONCE && LostRace.is(failure)) {
                    continue;
                }
                failed(claimed.get(), failure);
                return true;
            }
        }
    }

    private boolean handled(Lane lane, AtomicReference<@Nullable UUID> claimed) {
        var found = queue.claim(lane);
        if (found.isEmpty()) {
            return false;
        }
        FieldReport report = found.get();
        claimed.set(report.id());
        reports.settle(report.id(), handlers.of(report.kind()).handle(report));
        return true;
    }

    private void settled(@Nullable UUID id, ReportRejected rejected) {
        if (id == null) {
            throw rejected;
        }
        transaction.executeWithoutResult(status -> {
            if (reports.take(id)) {
                reports.settle(id, Outcome.rejected(rejected.reason()));
            }
        });
    }

    private void failed(@Nullable UUID id, Throwable failure) {
        if (id == null) {
            throw new IllegalStateException("no report could be claimed", failure);
        }
        log.error("Field report {} could not be handled", id, failure);
        transaction.executeWithoutResult(status -> queue.failed(id));
    }
}
