package id.deskpilkada.dashboard.day;

import id.deskpilkada.dashboard.Bar;
import java.util.List;

/**
 * How a place stands, in the columns that every table of places has: reported, late, verified.
 *
 * @param code dotted for a region, 13 digits for a TPS
 * @param expected reports
 * @param reported of them those that came, in time or not
 * @param late those that have not come though they were due
 * @param verified those that came and were looked at by a second pair of eyes
 * @param incidents that are open
 */
public record PlaceStanding(
        String code,
        String name,
        int expected,
        int reported,
        int late,
        int verified,
        int incidents,
        boolean drillable,
        Bar bar) {

    static PlaceStanding of(String code, String name, Counted counted, int incidents, boolean drillable) {
        return new PlaceStanding(
                code,
                name,
                counted.expected(),
                counted.reported(),
                counted.late(),
                counted.verified(),
                incidents,
                drillable,
                Bar.of(
                        Math.max(counted.expected(), counted.reported()),
                        List.of(
                                Bar.Part.styled(counted.verified(), "bar-verified"),
                                Bar.Part.styled(counted.reported() - counted.verified(), "bar-received"),
                                Bar.Part.styled(counted.late(), "bar-held"))));
    }

    /** Neither here nor late. */
    public int notYet() {
        return Math.max(0, expected - reported - late);
    }
}
