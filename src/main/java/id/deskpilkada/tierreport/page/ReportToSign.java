package id.deskpilkada.tierreport.page;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.StartPage;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A camat or leader whose signature a report waits for arrives at that report, the one that was due first before the others. */
@Component
@Order(20)
class ReportToSign implements StartPage {

    private final CalendarRows rows;
    private final Turns turns;
    private final Elections elections;

    ReportToSign(CalendarRows rows, Turns turns, Elections elections) {
        this.rows = rows;
        this.turns = turns;
        this.elections = elections;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(Actor actor) {
        if (!actor.may(Permission.SEAL_DISTRICT_REPORT) && !actor.may(Permission.APPROVE_REGENCY_REPORT)) {
            return Optional.empty();
        }
        return elections.roundsThatCount().stream()
                .flatMap(round -> turns.of(rows.waiting(round.id()), elections.slots(round.id()), actor).stream())
                .filter(turn -> Turns.signs(turn.act()))
                .map(turn -> "/desk/laporan/" + turn.report())
                .findFirst();
    }
}
