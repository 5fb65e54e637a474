package id.deskpilkada.platform.engine;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Failures that say nothing about what was asked, only that another transaction was faster: deadlock, serialisation failure, optimistic lock. Whoever meets one may try again. */
public final class LostRace {

    private static final String ROLLED_BACK_BY_DATABASE = "40";
    private static final int TRIES = 4;

    private LostRace() {}

    public static boolean is(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || cause instanceof OptimisticLockingException
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith(ROLLED_BACK_BY_DATABASE)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Does something that is one transaction by itself, and once more when it has only lost a race: whoever presses a button while a clock fires should not notice. Inside a
     * running transaction it is done once, for that one cannot go on.
     */
    public static <T extends @Nullable Object> T again(Supplier<T> transaction) {
        boolean inside = TransactionSynchronizationManager.isActualTransactionActive();
        for (int tries = 1; ; tries++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (inside || tries == TRIES || !is(failure)) {
                    throw failure;
                }
            }
        }
    }

    public static void again(Runnable transaction) {
        again(() -> {
            transaction.run();
            return true;
        });
    }
}
