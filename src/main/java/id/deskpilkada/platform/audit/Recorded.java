package id.deskpilkada.platform.audit;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Marks the running transaction as one whose act is in the trail already. The mark rests while another transaction runs inside and goes with its own. */
final class Recorded implements TransactionSynchronization {

    private static final Object KEY = Recorded.class;

    private Recorded() {}

    static void mark() {
        if (TransactionSynchronizationManager.isSynchronizationActive() && !isMarked()) {
            TransactionSynchronizationManager.bindResource(KEY, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new Recorded());
        }
    }

    static boolean isMarked() {
        return TransactionSynchronizationManager.hasResource(KEY);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(KEY, Boolean.TRUE);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }
}
