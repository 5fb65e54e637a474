package id.deskpilkada.expectation;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.fieldreport.ReportKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a round is prepared, one Form C1 becomes due for each TPS and race. */
@Component
class C1Expectation implements RoundPreparation {

    private static final String SLOT = "C1";

    private final Elections elections;
    private final ExpectedReports reports;

    C1Expectation(Elections elections, ExpectedReports reports) {
        this.elections = elections;
        this.reports = reports;
    }

    @EventListener
    void move(ScheduleChanged changed) {
        if (changed.round().phase().active()) {
            prepare(changed.round());
        }
    }

    @Override
    public void prepare(RoundRef round) {
        var dueAt = elections.slot(round.id(), ReportKind.C1.name(), SLOT).dueAt();
        elections.races(round.electionId()).forEach(race -> reports.expect(round, ReportKind.C1, SLOT, race, dueAt));
    }
}
