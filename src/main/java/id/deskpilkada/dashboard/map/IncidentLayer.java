package id.deskpilkada.dashboard.map;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.incident.board.IncidentBoard;
import id.deskpilkada.incident.board.IncidentBoard.PlaceGrades;
import id.deskpilkada.platform.Permission;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where incidents are open: a place has the state of its gravest. */
@Component
@Order(4)
class IncidentLayer implements MapLayer {

    private static final List<String> GRADES = List.of("GRADE_4", "GRADE_3", "GRADE_2", "GRADE_1");
    private static final String QUIET = "QUIET";

    private final IncidentBoard board;

    IncidentLayer(IncidentBoard board) {
        this.board = board;
    }

    @Override
    public String code() {
        return "kejadian";
    }

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public Permission permission() {
        return Permission.SEE_INCIDENTS;
    }

    @Override
    public List<String> states() {
        return List.of("GRADE_4", "GRADE_3", "GRADE_2", "GRADE_1", QUIET);
    }

    @Override
    public List<String> columns() {
        return GRADES;
    }

    @Override
    public Map<String, Reading> read(RoundRef round, String area, int digits) {
        Map<String, Reading> readings = new HashMap<>();
        board.grades(round.id(), area, digits).forEach(place -> readings.put(place.place(), reading(place)));
        return readings;
    }

    private static Reading reading(PlaceGrades place) {
        var numbers = List.of(place.fourth(), place.third(), place.second(), place.first());
        for (int at = 0; at < numbers.size(); at++) {
            if (numbers.get(at) > 0) {
                return new Reading(GRADES.get(at), numbers);
            }
        }
        return new Reading(QUIET, numbers);
    }

    @Override
    public Reading nothing() {
        return new Reading(QUIET, Collections.nCopies(GRADES.size(), 0));
    }
}
