package id.deskpilkada.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.Page;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Our figures of a region beside the published ones.
 *
 * @param outcomes number of TPS by {@link Outcome}, all of them
 * @param compared number of TPS whose figures are in {@code votes}: those of which both sides are there
 * @param regions what was published about this region, and about those one level down
 * @param children the regions one level down
 * @param stations TPS, filtered and paged
 */
public record ComparisonView(
        String disclaimer,
        String election,
        String round,
        String race,
        Place region,
        Map<Outcome, Integer> outcomes,
        int compared,
        List<Votes> votes,
        List<Line> regions,
        List<Child> children,
        Page<Line> stations) {

    public int of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Whether some TPS has this outcome. */
    public boolean has(Outcome outcome) {
        return of(outcome) > 0;
    }

    /** @param code dotted for a region, 13 digits for a TPS */
    public record Place(String code, String name, String level) {}

    public record Votes(int ballotNumber, String name, long ours, long official, long difference) {}

    public record Child(Place region, Map<Outcome, Integer> outcomes) {

        public int of(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }

    /**
     * One place with both sides; numbers by their path in Form C1, e.g. {@code votes.1}.
     *
     * @param fields paths of the numbers that differ, with ours and the published one
     * @param expected TPS of the region, and {@code counted} those of them that are in our figures
     * @param stations TPS of the region as KPU counts them, and {@code stationsIn} those in the published figures; null where nothing is said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            Place place,
            Outcome outcome,
            SortedMap<String, Long> ours,
            SortedMap<String, Long> official,
            SortedMap<String, List<Long>> fields,
            @Nullable Integer version,
            int expected,
            int counted,
            @Nullable Integer stations,
            @Nullable Integer stationsIn) {}
}
