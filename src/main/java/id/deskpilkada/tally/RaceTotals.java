package id.deskpilkada.tally;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.tally.TallyQueries.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The totals of a race at every place at once: each polling station, village, district and region above inside an area. What a reader may see is for the caller to say. */
@Service
public class RaceTotals {

    private static final List<Integer> LEVELS = List.of(10, 6, 4, 2);

    private final TallyQueries queries;

    RaceTotals(TallyQueries queries) {
        this.queries = queries;
    }

    /** By digits of the place; places without forms are absent. @param area digits of a region */
    @Transactional(readOnly = true)
    public Map<String, PlaceTotals> inside(RoundRef round, RaceRef race, String area) {
        Map<String, Stored> below = queries.everyStation(round.id(), race.id(), area);
        var all = new HashMap<String, PlaceTotals>();
        put(below, all);
        for (int digits : LEVELS) {
            if (digits >= area.length()) {
                var here = new HashMap<String, Stored>();
                below.forEach((place, stored) -> here.merge(place.substring(0, digits), stored, Stored::plus));
                put(here, all);
                below = here;
            }
        }
        return all;
    }

    private static void put(Map<String, Stored> stored, Map<String, PlaceTotals> all) {
        stored.forEach((place, sum) -> all.put(place, PlaceTotals.of(sum)));
    }
}
