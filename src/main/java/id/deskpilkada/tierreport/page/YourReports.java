package id.deskpilkada.tierreport.page;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.tierreport.page.Calendar.YourTurn;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports that wait for whoever reads a page, one tap from where they arrive. Templates know it as {@code @yourReports}. */
@Component
public class YourReports {

    private final CalendarRows rows;
    private final Turns turns;
    private final Elections elections;

    YourReports(CalendarRows rows, Turns turns, Elections elections) {
        this.rows = rows;
        this.turns = turns;
        this.elections = elections;
    }

    /** Nothing for those who never sign nor check. */
    @Transactional(readOnly = true)
    public List<YourTurn> of(RoundRef round) {
        return CurrentActor.get()
                .filter(actor -> Stream.of(
                                Permission.SEAL_DISTRICT_REPORT,
                                Permission.CHECK_REGENCY_REPORT,
                                Permission.APPROVE_REGENCY_REPORT)
                        .anyMatch(actor::may))
                .map(actor -> turns.of(rows.waiting(round.id()), elections.slots(round.id()), actor))
                .orElse(List.of());
    }
}
