package id.deskpilkada.c1;

import id.deskpilkada.election.RoundFigures;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundStage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which forms of a round are held or undecided, for the desk that closes. */
@Component
@Order(2)
class C1RoundFigures implements RoundFigures {

    private final JdbcClient jdbc;

    C1RoundFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> of(RoundRef round, RoundStage stage) {
        return stage == RoundStage.REPORTING
                ? List.of(
                        new Figure("HELD_C1", count(round, "held"), true),
                        new Figure(
                                "UNDECIDED_C1", count(round, "state NOT IN ('VERIFIED', 'VERIFIED_WITH_NOTES')"), true))
                : List.of();
    }

    private long count(RoundRef round, String which) {
        return jdbc.sql("SELECT count(*) FROM c1_form WHERE round_id = ? AND " + which)
                .param(round.id())
                .query(Long.class)
                .single();
    }
}
