package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.readiness.Connectivity;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a TPS reports, for those who plan it, carry it out or call it.
 *
 * @param connectivity null while nobody has reported it
 * @param complete whether there is a plan
 * @param slots the reports of the day with their due times
 */
record PlanView(
        String tps,
        String tpsName,
        String village,
        String villageName,
        String districtName,
        @Nullable Connectivity connectivity,
        boolean complete,
        @Nullable Shown plan,
        List<SlotLine> slots) {

    public boolean blankSpot() {
        return connectivity == Connectivity.NONE;
    }

    /** @param version from 1; the highest holds */
    record Shown(
            int version,
            OfflineChannel channel,
            String personName,
            String personPhone,
            List<String> times,
            @Nullable String signalPoint,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable String remarks,
            String recordedBy,
            OffsetDateTime recordedAt) {}

    /** @param ownDueAt null where the schedule's time holds */
    record SlotLine(
            String kind,
            String slot,
            OffsetDateTime opensAt,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime ownDueAt) {}
}
