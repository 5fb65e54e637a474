package id.deskpilkada.readiness;

import id.deskpilkada.platform.Page;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How ready the TPS of a round are, to read; what a reader may see is for the reader's scope to say. Areas are digits, an empty text means everywhere. */
public interface ReadinessFacts {

    /** The TPS inside an area, by code; a TPS that nobody has checked is there as UNCHECKED. {@code page} counts from 0. */
    Page<Station> stations(long roundId, String area, int page, int size);

    /** As {@link #stations(long, String, int, int)}, only those in a state. */
    Page<Station> stations(long roundId, String area, @Nullable ReadinessState state, int page, int size);

    /** Where the TPS inside an area are and how ready, by code and all of them at once, for a map. */
    List<Place> places(long roundId, String area);

    /** The TPS in an area by state. */
    Count count(long roundId, String area);

    /** The same for each place one level below, by its digits; places without TPS are absent. */
    List<Count> counts(long roundId, String area);

    /** What is not mended yet in an area, by who has to mend it. */
    List<OwnerCount> openShortcomings(long roundId, String area);

    /** What is not mended yet in an area, those due first at the top. {@code owner} null for all. */
    Page<Shortcoming> shortcomings(long roundId, String area, @Nullable String owner, int page, int size);

    /**
     * @param siteState the state as far as site and people go
     * @param logisticsState the state as far as logistics go
     * @param connectivity null when it was never reported
     * @param lat from the last report that had a place, else from the list of TPS
     * @param checkedAt when the last report about it was observed
     * @param open number of shortcomings that are not mended
     */
    record Station(
            String tps,
            String villageArea,
            String districtArea,
            ReadinessState state,
            ReadinessState siteState,
            ReadinessState logisticsState,
            @Nullable Connectivity connectivity,
            boolean floodRisk,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable OffsetDateTime checkedAt,
            int open) {}

    /** @param lat from the last report that had a place, else from the list of TPS */
    record Place(String tps, ReadinessState state, @Nullable Double lat, @Nullable Double lng) {}

    /** @param area digits of the place */
    record Count(String area, int stations, int unchecked, int ready, int conditional, int notReady) {}

    /** @param owner code of an agency, e.g. {@code bpbd}, or {@code camat} */
    record OwnerCount(String owner, int open, int overdue) {}

    /**
     * @param item code of the checklist item, e.g. {@code ROOF}
     * @param label in the reader's language
     * @param owner code of an agency, e.g. {@code bpbd}, or {@code camat}
     */
    record Shortcoming(
            String tps,
            String villageArea,
            String districtArea,
            ReadinessStage stage,
            String item,
            String label,
            String owner,
            boolean blocking,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime dueAt) {}
}
