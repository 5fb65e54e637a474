package id.deskpilkada.platform.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision tables under {@code processes/} where no process instance does. */
@Component
public class Decisions {

    private final DecisionService decisions;

    Decisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * The one answer of the newest version of a table.
     *
     * @param table its id, which is its file's name
     * @return the outputs by name
     * @throws IllegalStateException when no row answers
     */
    public Map<String, Object> decide(String table, Map<String, Object> facts) {
        var result = decisions.evaluateDecisionTableByKey(table, facts).getSingleResult();
        if (result == null) {
            throw new IllegalStateException("no row of " + table + " answers " + facts);
        }
        return result.getEntryMap();
    }

    /** The answers of all rows that match, in the order of the newest version of a table that collects them. */
    public List<Map<String, Object>> decideAll(String table, Map<String, Object> facts) {
        return decisions.evaluateDecisionTableByKey(table, facts).getResultList();
    }
}
