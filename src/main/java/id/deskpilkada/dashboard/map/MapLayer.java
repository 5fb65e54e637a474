package id.deskpilkada.dashboard.map;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Permission;
import java.util.List;
import java.util.Map;

/** One of the ways in which the map is coloured. Texts are in the bundles: {@code map.layer.<code>}, {@code map.state.<state>}, {@code map.column.<column>}. */
interface MapLayer {

    /** As it stands in addresses of the page, e.g. {@code kesiapan}. */
    String code();

    /** As it stands in addresses of the interface for programs, e.g. {@code readiness}. */
    String name();

    /** Its states, the most urgent first; each has a pattern of its own in {@code desk/peta-pola.html}. */
    List<String> states();

    /** Those of single polling stations. */
    default List<String> stationStates() {
        return states();
    }

    /** Who may see it. */
    default Permission permission() {
        return Permission.SEE_READINESS;
    }

    /** What is counted beside the state. */
    List<String> columns();

    /** What is known of the places inside an area, by the first digits of their codes (13 = polling stations); places of which nothing is known are absent. */
    Map<String, Reading> read(RoundRef round, String area, int digits);

    /** Of a place of which nothing is known. */
    Reading nothing();

    /** @param numbers one for each column */
    record Reading(String state, List<Integer> numbers) {}
}
