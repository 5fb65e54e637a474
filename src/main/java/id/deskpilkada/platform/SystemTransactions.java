package id.deskpilkada.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of the application's own work, over all districts. Inside a running transaction they join it and leave its territory as it was. */
@Component
public class SystemTransactions {

    private final TransactionTemplate reads;
    private final TransactionTemplate writes;

    SystemTransactions(PlatformTransactionManager transactions) {
        this.reads = new TransactionTemplate(transactions);
        this.reads.setReadOnly(true);
        this.writes = new TransactionTemplate(transactions);
    }

    /** @param work as for {@link Scope#system} */
    public <T extends @Nullable Object> T read(String work, Supplier<T> body) {
        return within(work, reads, body);
    }

    public <T extends @Nullable Object> T write(String work, Supplier<T> body) {
        return within(work, writes, body);
    }

    public void write(String work, Runnable body) {
        Scope.system(work, () -> writes.executeWithoutResult(status -> body.run()));
    }

    @SuppressWarnings("NullAway") // the template answers what the body answers
    private static <T extends @Nullable Object> T within(String work, TransactionTemplate template, Supplier<T> body) {
        return Scope.system(work, () -> template.execute(status -> body.get()));
    }
}
