package id.deskpilkada.dashboard.map;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How ready the polling stations are. */
@Component
@Order(1)
class ReadinessLayer implements MapLayer {

    private final Elections elections;

    ReadinessLayer(Elections elections) {
        this.elections = elections;
    }

    @Override
    public String code() {
        return "kesiapan";
    }

    @Override
    public String name() {
        return "readiness";
    }

    @Override
    public List<String> states() {
        return List.of("NOT_READY", "CONDITIONAL", "PARTLY", "READY", "UNCHECKED");
    }

    @Override
    public List<String> columns() {
        return List.of("NOT_READY", "CONDITIONAL", "READY", "UNCHECKED");
    }

    @Override
    public Map<String, Reading> read(RoundRef round, String area, int digits) {
        Map<String, Reading> readings = new HashMap<>();
        for (var station : elections.stations(round, area)) {
            readings.merge(
                    station.code().substring(0, digits),
                    new Reading("UNCHECKED", List.of(0, 0, 0, 1)),
                    (one, other) -> new Reading(
                            "UNCHECKED",
                            List.of(
                                    0,
                                    0,
                                    0,
                                    one.numbers().get(3) + other.numbers().get(3))));
        }
        return readings;
    }

    @Override
    public Reading nothing() {
        return new Reading("UNCHECKED", Collections.nCopies(4, 0));
    }
}
