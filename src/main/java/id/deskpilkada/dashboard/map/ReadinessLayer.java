package id.deskpilkada.dashboard.map;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.readiness.ReadinessFacts;
import id.deskpilkada.readiness.ReadinessFacts.Count;
import id.deskpilkada.readiness.ReadinessState;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How ready the polling stations are. An area has the state of its worst station; where some are not checked and all others ready it is {@code PARTLY}. */
@Component
@Order(1)
class ReadinessLayer implements MapLayer {

    private static final int TPS_DIGITS = 13;
    private static final String PARTLY = "PARTLY";
    private static final List<String> COLUMNS = List.of("NOT_READY", "CONDITIONAL", "READY", "UNCHECKED");

    private final ReadinessFacts facts;

    ReadinessLayer(ReadinessFacts facts) {
        this.facts = facts;
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
        return List.of("NOT_READY", "CONDITIONAL", PARTLY, "READY", "UNCHECKED");
    }

    @Override
    public List<String> stationStates() {
        return List.of("NOT_READY", "CONDITIONAL", "READY", "UNCHECKED");
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, Reading> read(RoundRef round, String area, int digits) {
        Map<String, Reading> readings = new HashMap<>();
        if (digits == TPS_DIGITS) {
            facts.places(round.id(), area)
                    .forEach(place ->
                            readings.put(place.tps(), new Reading(place.state().name(), List.of())));
        } else {
            facts.counts(round.id(), area)
                    .forEach(count -> readings.put(
                            count.area(),
                            new Reading(
                                    worst(count),
                                    List.of(count.notReady(), count.conditional(), count.ready(), count.unchecked()))));
        }
        return readings;
    }

    @Override
    public Reading nothing() {
        return new Reading(ReadinessState.UNCHECKED.name(), Collections.nCopies(COLUMNS.size(), 0));
    }

    private static String worst(Count count) {
        if (count.notReady() > 0) {
            return ReadinessState.NOT_READY.name();
        }
        if (count.conditional() > 0) {
            return ReadinessState.CONDITIONAL.name();
        }
        if (count.unchecked() == 0) {
            return ReadinessState.READY.name();
        }
        return count.ready() > 0 ? PARTLY : ReadinessState.UNCHECKED.name();
    }
}
