package id.deskpilkada.election;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the hot path asks again and again, remembered for some seconds. A transaction that changes an election reads past it, so that nothing uncommitted is remembered. */
@Component
class ElectionCache {

    static final String NAME = "elections";

    private final Cache cache;

    ElectionCache(CacheManager caches) {
        this.cache = Objects.requireNonNull(caches.getCache(NAME));
    }

    @SuppressWarnings("unchecked")
    <T> T get(Object key, Supplier<T> reading) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return reading.get();
        }
        Cache.ValueWrapper remembered = cache.get(key);
        if (remembered != null) {
            return (T) Objects.requireNonNull(remembered.get());
        }
        T value = reading.get();
        cache.put(key, value);
        return value;
    }

    @EventListener
    void changed(ElectionDataChanged event) {
        changing();
    }

    /** To be called in the transaction that changes something, before or after the change. */
    void changing() {
        cache.clear();
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(ElectionCache.this);
                cache.clear();
            }
        });
    }
}
