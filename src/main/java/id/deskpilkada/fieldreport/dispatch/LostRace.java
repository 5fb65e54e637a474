package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.platform.engine.EngineConflict;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Failures that say nothing about a report, only that another transaction was faster: deadlock, serialisation failure, optimistic lock. */
final class LostRace {

    private static final String ROLLED_BACK_BY_DATABASE = "40";

    private LostRace() {}

    static boolean is(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException
                    || EngineConflict.is(cause)
                    || cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith(ROLLED_BACK_BY_DATABASE)) {
                return true;
            }
        }
        return false;
    }
}
