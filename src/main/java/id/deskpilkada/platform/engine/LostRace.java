package id.deskpilkada.platform.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Failures that say nothing about what was asked, only that another transaction was faster: deadlock, serialisation failure, optimistic lock. Whoever meets one may try again. */
public final class LostRace {

    private static final String ROLLED_BACK_BY_DATABASE = "40";

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
}
