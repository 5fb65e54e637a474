package id.deskpilkada.readiness.offlineplan;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as somebody writes it; everything may be missing or wrong.
 *
 * @param times {@code 10:00} or {@code 10.00}
 * @param basedOn the version that the writer saw, so that nobody overwrites a plan unseen; null does not ask
 * @param alsoFor further TPS of the same village that get the same plan
 */
record PlanRequest(
        @Nullable String channel,
        @Nullable String personName,
        @Nullable String personPhone,
        @Nullable List<String> times,
        @Nullable String signalPoint,
        @Nullable Double lat,
        @Nullable Double lng,
        @Nullable List<DueRequest> dueTimes,
        @Nullable String remarks,
        @Nullable Integer basedOn,
        @Nullable List<String> alsoFor) {

    record DueRequest(@Nullable String kind, @Nullable String slot, @Nullable OffsetDateTime dueAt) {}

    List<String> others() {
        return alsoFor == null ? List.of() : alsoFor;
    }
}
