package id.deskpilkada.voting.report;

import id.deskpilkada.election.RoundRef;
import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the judge of a TPS: what lies beyond its voter list is held until the desk has confirmed exactly that figure. */
@Component
class Judges {

    private final TurnoutLimits limits;
    private final JdbcClient jdbc;

    Judges(TurnoutLimits limits, JdbcClient jdbc) {
        this.limits = limits;
        this.jdbc = jdbc;
    }

    private record Confirmed(String slot, int total) {}

    TurnoutJudge of(RoundRef round, String tps) {
        var confirmed = new HashSet<>(
                jdbc.sql("SELECT slot, total FROM voting_confirmation WHERE round_id = ? AND tps_code = ?")
                        .params(round.id(), tps)
                        .query(Confirmed.class)
                        .list());
        return (slot, total) -> limits.beyond(round, tps, total) && !confirmed.contains(new Confirmed(slot, total));
    }

    /** Against how many voters a turnout is judged. */
    int voters(RoundRef round, String tps) {
        return limits.voters(round, tps);
    }
}
