package id.deskpilkada.tally;

import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Scope;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the totals in step with the forms, in the transaction that changes a form and just before it commits. All rows of TPS are locked before rows of districts, each in key order, so
 * that no two transactions wait for each other and the shared row of a district is held for the shortest time.
 */
@Component
class TallyUpdates {

    private final TallyRows rows;
    private final Changes changes;

    TallyUpdates(TallyRows rows, Changes changes) {
        this.rows = rows;
        this.changes = changes;
    }

    @EventListener
    void collect(C1FormChanged form) {
        var pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.registerSynchronization(pending);
            TransactionSynchronizationManager.bindResource(this, pending);
        }
        pending.forms.put(new FormKey(form.roundId(), form.raceId(), form.tps()), form);
    }

    private void apply(Map<FormKey, C1FormChanged> forms) {
        var districts = new TreeMap<DistrictKey, Counts>();
        forms.values().forEach(form -> {
            var district = new DistrictKey(form.roundId(), form.raceId(), form.districtArea());
            districts.merge(district, rows.replace(form), Counts::plus);
        });
        districts.forEach((key, difference) -> {
            if (!difference.sameAs(Counts.NONE)) {
                rows.add(key.roundId(), key.raceId(), key.area(), difference);
            }
        });
        forms.keySet().stream().map(FormKey::tps).distinct().forEach(tps -> changes.announce("tally", tps));
    }

    private record FormKey(long roundId, long raceId, String tps) implements Comparable<FormKey> {

        @Override
        public int compareTo(FormKey other) {
            return Comparator.comparingLong(FormKey::roundId)
                    .thenComparingLong(FormKey::raceId)
                    .thenComparing(FormKey::tps)
                    .compare(this, other);
        }
    }

    private record DistrictKey(long roundId, long raceId, String area) implements Comparable<DistrictKey> {

        @Override
        public int compareTo(DistrictKey other) {
            return Comparator.comparingLong(DistrictKey::roundId)
                    .thenComparingLong(DistrictKey::raceId)
                    .thenComparing(DistrictKey::area)
                    .compare(this, other);
        }
    }

    /** The forms changed in one transaction; of several changes of one form the last one stands. */
    private final class Pending implements TransactionSynchronization, Ordered {

        private final Map<FormKey, C1FormChanged> forms = new TreeMap<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        /** The service that changed the form has left its own territory by now; what a form adds follows from the form. */
        @Override
        public void beforeCommit(boolean readOnly) {
            Scope.system("tally", () -> apply(forms));
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TallyUpdates.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TallyUpdates.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(TallyUpdates.this);
        }
    }
}
