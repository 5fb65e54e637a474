package id.deskpilkada.expectation;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the reports of one slot are in the places of an area.
 *
 * @param race null where the kind knows no race
 * @param places by the first digits of their codes; those of which nothing is expected are absent
 */
public record SlotPlaces(
        ReportKind kind,
        String slot,
        @Nullable RaceRef race,
        Instant opensAt,
        Instant dueAt,
        Map<String, Progress> places) {

    public SlotPlaces {
        places = Map.copyOf(places);
    }

    /** All of them together, under the code of the area. */
    public Progress here(String code) {
        return places.values().stream().reduce(Progress.none(code, ""), Progress::plus);
    }

    public Progress at(String place) {
        return places.getOrDefault(place, Progress.none(place, ""));
    }
}
