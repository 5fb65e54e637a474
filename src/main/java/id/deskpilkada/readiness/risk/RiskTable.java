package id.deskpilkada.readiness.risk;

import id.deskpilkada.platform.engine.Decisions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The table {@code risk-class}. */
@Component
class RiskTable {

    private static final String TABLE = "risk-class";

    private final Decisions decisions;

    RiskTable(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param score sum of the weights @param highest the largest sum of one variable */
    RiskLevel level(int score, int highest) {
        var answer = decisions.decide(TABLE, Map.of("score", score, "highest", highest));
        return RiskLevel.valueOf(String.valueOf(answer.get("level")));
    }
}
