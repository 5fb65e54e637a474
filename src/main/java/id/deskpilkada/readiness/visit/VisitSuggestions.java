package id.deskpilkada.readiness.visit;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.readiness.risk.RiskFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** TPS that a leader had better see: those most at risk, then those without signal; without those that somebody visits already. */
@Component
@Transactional(readOnly = true)
class VisitSuggestions {

    private static final int MOST = 12;

    private final JdbcClient jdbc;
    private final RiskFacts risks;
    private final VisitMessages labels;

    VisitSuggestions(JdbcClient jdbc, RiskFacts risks, VisitMessages labels) {
        this.jdbc = jdbc;
        this.risks = risks;
        this.labels = labels;
    }

    /** @param why message key */
    record Suggestion(String tps, String station, String why) {}

    List<Suggestion> of(RoundRef round, String area, Actor actor) {
        actor.require(Permission.PLAN_VISITS, area);
        Map<String, String> found = new LinkedHashMap<>();
        risks.highest(round.id(), area, MOST).forEach(risk -> found.put(risk.area(), "visit.why.risk"));
        jdbc.sql(
                        """
                        SELECT tps_code FROM tps_connectivity
                        WHERE round_id = ? AND connectivity = 'NONE' AND starts_with(tps_code, ?) ORDER BY tps_code LIMIT ?
                        """)
                .params(round.id(), area, MOST)
                .query(String.class)
                .list()
                .forEach(tps -> found.putIfAbsent(tps, "visit.why.remote"));
        jdbc.sql("SELECT DISTINCT tps_code FROM leader_visit WHERE round_id = ? AND state <> 'CANCELLED'")
                .param(round.id())
                .query(String.class)
                .list()
                .forEach(found::remove);
        return found.entrySet().stream()
                .limit(MOST)
                .map(one -> new Suggestion(one.getKey(), labels.station(one.getKey()), one.getValue()))
                .toList();
    }
}
