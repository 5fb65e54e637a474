package id.deskpilkada.voting.report;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundWork;
import id.deskpilkada.voting.VotingSlots;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges anew who opened late when the schedule lets the polls open at another time. */
@Component
class OpeningTimes implements RoundWork {

    private static final int STATIONS_PER_PART = 500;

    private final VotingSlots slots;
    private final JdbcClient jdbc;

    OpeningTimes(VotingSlots slots, JdbcClient jdbc) {
        this.slots = slots;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public boolean openNext(RoundRef round) {
        var openedBy = slots.openedBy(round).atOffset(ZoneOffset.UTC);
        int judged = jdbc.sql(
                        """
                        UPDATE voting_station s SET opened_late = NOT s.opened_late FROM (
                          SELECT tps_code FROM voting_station WHERE round_id = ? AND opened_at IS NOT NULL AND opened_late <> (opened_at > ?)
                          ORDER BY tps_code LIMIT ? FOR UPDATE) wrong
                        WHERE s.round_id = ? AND s.tps_code = wrong.tps_code
                        """)
                .params(round.id(), openedBy, STATIONS_PER_PART, round.id())
                .update();
        return judged == STATIONS_PER_PART;
    }
}
