package id.deskpilkada.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The setting {@code desk.scope} of the running transaction, which the policies of the tables read; it ends with the transaction, so that a pooled connection carries nothing on. */
final class ScopeSetting {

    private static final Logger log = LoggerFactory.getLogger(ScopeSetting.class);

    private ScopeSetting() {}

    static void write(Connection connection, String areas) {
        try (var statement = connection.prepareStatement(Scope.SETTING)) {
            statement.setString(1, areas);
            statement.setString(2, person());
            statement.execute();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The transaction's territory could not be set", e);
        }
    }

    /** Runs under another setting and puts the former back; what the body left to be written is written before that, because the former scope may not reach it. */
    static <T extends @Nullable Object> T changed(String areas, String former, Supplier<T> body) {
        var connection = running();
        if (connection.isEmpty()) {
            return body.get();
        }
        write(connection.get(), areas);
        try {
            var result = body.get();
            flush();
            return result;
        } finally {
            restore(connection.get(), former);
        }
    }

    /** A statement that failed has ended the transaction for the database: nothing can be set any more, and nothing can be read either. */
    private static void restore(Connection connection, String former) {
        try {
            write(connection, former);
        } catch (DataAccessResourceFailureException e) {
            log.debug("Territory not put back, the transaction has failed: {}", e.getMessage());
        }
    }

    /** Key of the signed-in person, empty for nobody: whoever sent a photo sees it before a report names it. */
    static String person() {
        return CurrentActor.get().map(actor -> Long.toString(actor.id())).orElse("");
    }

    private static Optional<Connection> running() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? resource(ConnectionHolder.class).map(ConnectionHolder::getConnection)
                : Optional.empty();
    }

    private static void flush() {
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            resource(EntityManagerHolder.class)
                    .ifPresent(holder -> holder.getEntityManager().flush());
        }
    }

    private static <T> Optional<T> resource(Class<T> type) {
        return TransactionSynchronizationManager.getResourceMap().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
