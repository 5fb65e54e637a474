package id.deskpilkada.dashboard.map;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.dashboard.Standpoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of the map shows.
 *
 * @param counts how many places are in each state
 * @param placed how many polling stations of the village have coordinates; null above villages
 */
record MapView(
        MapQuestion question,
        Standpoint stand,
        List<Link> layers,
        MapLayer layer,
        Map<String, Integer> counts,
        List<Line> lines,
        @Nullable Integer placed) {

    /** A place and its state in the layer. @param url what a click on it opens */
    record Line(String code, String name, String url, String state, List<Integer> numbers) {}

    public boolean ofStations() {
        return placed != null;
    }

    public List<String> states() {
        return ofStations() ? layer.stationStates() : layer.states();
    }

    public int unplaced() {
        return placed == null ? 0 : lines.size() - placed;
    }

    /** The points of single stations are drawn from districts down; above, they would only hide the areas. */
    public @Nullable String stationsUrl() {
        return stand.area().length() >= 6 ? question.stationsUrl() : null;
    }
}
