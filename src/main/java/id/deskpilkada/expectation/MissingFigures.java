package id.deskpilkada.expectation;

import id.deskpilkada.election.RoundFigures;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundStage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reports a round still waits for, for the desk that reports readiness or closes. */
@Component
@Order(1)
class MissingFigures implements RoundFigures {

    private final JdbcClient jdbc;

    MissingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> of(RoundRef round, RoundStage stage) {
        return switch (stage) {
            case READINESS -> List.of(new Figure("MISSING_READINESS", missing(round, "READINESS"), true));
            case REPORTING ->
                List.of(
                        new Figure("MISSING_C1", missing(round, "C1"), true),
                        new Figure("LATE_OPEN", chased(round), true));
            default -> List.of();
        };
    }

    private long missing(RoundRef round, String kind) {
        return jdbc.sql("SELECT count(*) FROM expected_report WHERE round_id = ? AND kind = ? AND state = 'MISSING'")
                .params(round.id(), kind)
                .query(Long.class)
                .single();
    }

    private long chased(RoundRef round) {
        return jdbc.sql("SELECT count(*) FROM report_wave WHERE round_id = ? AND state = 'CHASING'")
                .param(round.id())
                .query(Long.class)
                .single();
    }
}
