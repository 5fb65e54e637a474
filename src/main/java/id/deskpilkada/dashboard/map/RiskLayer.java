package id.deskpilkada.dashboard.map;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Page;
import id.deskpilkada.readiness.risk.RiskFacts;
import id.deskpilkada.readiness.risk.RiskFacts.Counts;
import id.deskpilkada.readiness.risk.RiskFacts.PlaceRisk;
import id.deskpilkada.readiness.risk.RiskLevel;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How vulnerable places are. A village has the class of its own risks and those of its stations, a wider area that of its most vulnerable station. */
@Component
@Order(2)
class RiskLayer implements MapLayer {

    private static final int TPS_DIGITS = 13;
    private static final int VILLAGE_DIGITS = 10;
    private static final String NOTHING_KNOWN = "NO_RISK";
    private static final List<String> COLUMNS = List.of("HIGH", "MEDIUM", "LOW");

    private final RiskFacts facts;

    RiskLayer(RiskFacts facts) {
        this.facts = facts;
    }

    @Override
    public String code() {
        return "kerawanan";
    }

    @Override
    public String name() {
        return "risk";
    }

    @Override
    public List<String> states() {
        return List.of("HIGH", "MEDIUM", "LOW", NOTHING_KNOWN);
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, Reading> read(RoundRef round, String area, int digits) {
        return digits == TPS_DIGITS ? stations(round, area) : areas(round, area, digits);
    }

    @Override
    public Reading nothing() {
        return new Reading(NOTHING_KNOWN, Collections.nCopies(COLUMNS.size(), 0));
    }

    private Map<String, Reading> areas(RoundRef round, String area, int digits) {
        Map<String, Reading> readings = new HashMap<>();
        facts.counts(round.id(), area)
                .forEach((place, counts) -> readings.put(place, reading(highest(counts), counts)));
        if (digits == VILLAGE_DIGITS) {
            facts.villages(round.id(), area)
                    .forEach((village, risk) -> readings.merge(
                            village,
                            reading(risk.level(), Counts.NOTHING),
                            (known, own) -> new Reading(own.state(), known.numbers())));
        }
        return readings;
    }

    private Map<String, Reading> stations(RoundRef round, String area) {
        Map<String, Reading> readings = new HashMap<>();
        Page<PlaceRisk> page;
        int number = 0;
        do {
            page = facts.stations(round.id(), area, Page.window(number++, Page.LARGEST));
            page.items().forEach(risk -> readings.put(risk.area(), new Reading(state(risk.level()), List.of())));
        } while (readings.size() < page.total() && !page.items().isEmpty());
        return readings;
    }

    private static Reading reading(RiskLevel level, Counts counts) {
        return new Reading(state(level), List.of(counts.high(), counts.medium(), counts.low()));
    }

    private static RiskLevel highest(Counts counts) {
        if (counts.high() > 0) {
            return RiskLevel.HIGH;
        }
        if (counts.medium() > 0) {
            return RiskLevel.MEDIUM;
        }
        return counts.low() > 0 ? RiskLevel.LOW : RiskLevel.NONE;
    }

    private static String state(RiskLevel level) {
        return level == RiskLevel.NONE ? NOTHING_KNOWN : level.name();
    }
}
