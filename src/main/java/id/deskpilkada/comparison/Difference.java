package id.deskpilkada.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A place where our figures and the published ones differ.
 *
 * @param area digits of the TPS or region
 * @param fields path of each number that differs, with ours and the published one
 * @param weight sum of all differences
 * @param versionNo version of our form that was compared; null for regions
 * @param correction what whoever traced it reads in the photo, by path; null where no correction of ours is asked for
 */
record Difference(
        long id,
        long importId,
        long roundId,
        long raceId,
        String area,
        String level,
        SortedMap<String, List<Long>> fields,
        long weight,
        @Nullable Integer versionNo,
        State state,
        @Nullable String taskId,
        Instant foundAt,
        @Nullable Cause cause,
        @Nullable String note,
        @Nullable Map<String, Integer> correction,
        @Nullable Long tracedById,
        @Nullable Instant tracedAt) {

    enum State {
        OPEN,
        TRACED,
        GONE
    }

    private static final int DISTRICT = 6;

    boolean isOfStation() {
        return level.equals("TPS");
    }

    /** Digits of the district, or of the region itself where that is wider. */
    String districtArea() {
        return area.substring(0, Math.min(DISTRICT, area.length()));
    }
}
