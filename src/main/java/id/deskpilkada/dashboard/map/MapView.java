package id.deskpilkada.dashboard.map;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page of the map shows.
 *
 * @param own the reader's regions, when there are several and none contains the other
 * @param counts how many places are in each state
 * @param placed how many polling stations of the village have coordinates; null above villages
 */
record MapView(
        MapQuestion question,
        String placeName,
        String roundName,
        String area,
        List<Link> crumbs,
        List<Link> own,
        List<Link> layers,
        MapLayer layer,
        Map<String, Integer> counts,
        List<Line> lines,
        @Nullable Integer placed) {

    record Link(String url, String text, boolean current) {}

    /** A place and its state in the layer. @param url what a click on it opens */
    record Line(String code, String name, String url, String state, List<Integer> numbers) {}

    public boolean ofStations() {
        return placed != null;
    }

    public int unplaced() {
        return placed == null ? 0 : lines.size() - placed;
    }

    /** The points of single stations are drawn from districts down; above, they would only hide the areas. */
    public @Nullable String stationsUrl() {
        return area.length() >= 6 ? question.stationsUrl() : null;
    }
}
