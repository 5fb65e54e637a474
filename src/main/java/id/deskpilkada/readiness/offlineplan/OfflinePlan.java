package id.deskpilkada.readiness.offlineplan;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a TPS without signal reports.
 *
 * @param personPhone E.164
 * @param times of day at which the person passes reports on, {@code HH:mm} in the zone of the installation
 * @param signalPoint where there is signal, in words
 */
record OfflinePlan(
        OfflineChannel channel,
        String personName,
        String personPhone,
        List<String> times,
        @Nullable String signalPoint,
        @Nullable Double lat,
        @Nullable Double lng,
        List<OwnDue> dueTimes,
        @Nullable String remarks) {

    OfflinePlan {
        times = List.copyOf(times);
        dueTimes = List.copyOf(dueTimes);
    }

    /** A plan as it was written down: the versions of a TPS count from 1, and the highest holds. */
    record Version(String tps, int version, OfflinePlan plan, long recordedById, Instant recordedAt) {}
}
