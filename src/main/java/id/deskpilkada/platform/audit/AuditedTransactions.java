package id.deskpilkada.platform.audit;

import id.deskpilkada.platform.CurrentActor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Leaves an entry with every change that a signed-in request commits, whatever code made it, ours or the engine's: in the same commit, so there is no change without it.
 * A transaction that turns out to have written nothing leaves none.
 */
@Component
class AuditedTransactions implements TransactionExecutionListener {

    private final AuditRows rows;

    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    AuditedTransactions(AuditRows rows) {
        this.rows = rows;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isReadOnly()
                || Recorded.isMarked()
                || CurrentActor.get().isEmpty()) {
            return;
        }
        Origin.request().ifPresent(request -> {
            entities.flush();
            var origin = Origin.now(null);
            rows.insertIfWritten(origin, AuditEntry.done("change", origin.path(), null, Map.of()));
        });
    }
}
