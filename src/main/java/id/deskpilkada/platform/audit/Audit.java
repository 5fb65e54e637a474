package id.deskpilkada.platform.audit;

import id.deskpilkada.platform.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The trail of who did what, when and from where. Every change by a signed-in request leaves an entry by itself; what changes nothing and must be seen all the same (views of
 * sensitive data, exports, sign-in) and what the installation decides by itself is recorded here.
 */
@Service
public class Audit {

    private final AuditRows rows;
    private final TransactionTemplate joining;
    private final TransactionTemplate apart;

    Audit(AuditRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.joining = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Records an act in the transaction that does it, or in one of its own when none runs or the running one only reads.
     *
     * @param action code of the act, e.g. {@code photo.viewed}
     * @param object what it was done to; null when the action says it all
     * @param area region or TPS code it is about; null when it is about the place of whoever acts
     * @param details in a few words; never secrets, contents of reports or data of voters
     */
    public void record(String action, @Nullable String object, @Nullable String area, Map<String, String> details) {
        write(null, List.of(AuditEntry.done(action, object, area, details)));
    }

    public void record(AuditEntry entry) {
        write(null, List.of(entry));
    }

    /** Many at once, in one go. */
    public void record(List<AuditEntry> entries) {
        write(null, entries);
    }

    /** For somebody who is not signed in yet, or no more. */
    public void record(Actor who, AuditEntry entry) {
        write(who, List.of(entry));
    }

    /** Tells that what the running transaction stores is a chained record in itself, such as a field report, and needs no entry. */
    public static void isItsOwnRecord() {
        Recorded.mark();
    }

    private void write(@Nullable Actor who, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var template = TransactionSynchronizationManager.isCurrentTransactionReadOnly() ? apart : joining;
        template.executeWithoutResult(status -> {
            rows.insert(Origin.now(who), who, entries);
            Recorded.mark();
        });
    }
}
