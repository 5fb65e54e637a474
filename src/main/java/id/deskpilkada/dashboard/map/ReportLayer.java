package id.deskpilkada.dashboard.map;

import id.deskpilkada.dashboard.day.DayViews;
import id.deskpilkada.dashboard.day.PlaceStanding;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Permission;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The table of the front page as a map: the same numbers of the reports that matter now. */
@Component
@Order(5)
class ReportLayer implements MapLayer {

    private static final String NOTHING = "R_NOTHING";
    private static final List<String> STATES = List.of("R_LATE", "R_PARTLY", "R_COMPLETE", "R_VERIFIED", NOTHING);
    private static final List<String> COLUMNS = List.of("REPORTED", "OVERDUE", "VERIFIED");

    private final DayViews day;

    ReportLayer(DayViews day) {
        this.day = day;
    }

    @Override
    public String code() {
        return "laporan";
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Permission permission() {
        return Permission.OPEN_DASHBOARD;
    }

    @Override
    public List<String> states() {
        return STATES;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, Reading> read(RoundRef round, String area, int digits) {
        Map<String, Reading> readings = new HashMap<>();
        day.standings(round, area, digits).forEach((place, standing) -> readings.put(place, reading(standing)));
        return readings;
    }

    private static Reading reading(PlaceStanding place) {
        return new Reading(state(place), List.of(place.reported(), place.late(), place.verified()));
    }

    private static String state(PlaceStanding place) {
        if (place.expected() == 0 && place.reported() == 0) {
            return NOTHING;
        }
        if (place.late() > 0) {
            return "R_LATE";
        }
        if (place.reported() < place.expected()) {
            return "R_PARTLY";
        }
        return place.verified() < place.reported() ? "R_COMPLETE" : "R_VERIFIED";
    }

    @Override
    public Reading nothing() {
        return new Reading(NOTHING, Collections.nCopies(COLUMNS.size(), 0));
    }
}
