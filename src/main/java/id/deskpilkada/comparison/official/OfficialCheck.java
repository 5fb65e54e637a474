package id.deskpilkada.comparison.official;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is left of a file once every place was looked up.
 *
 * @param area digits of the region that the installation serves
 * @param figures of places that we know
 * @param outside how many places of other regions were left aside
 */
record OfficialCheck(String area, List<OfficialFigure> figures, int outside) {

    int empty() {
        return (int) figures.stream().filter(OfficialFigure::empty).count();
    }

    Map<String, Integer> places() {
        var places = new TreeMap<String, Integer>();
        figures.forEach(figure -> places.merge(figure.level(), 1, Integer::sum));
        return places;
    }
}
