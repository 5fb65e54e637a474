package id.deskpilkada.assignment;

import id.deskpilkada.election.PreparationWork;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.SystemTransactions;
import org.springframework.stereotype.Component;

/** Asks the camat of every district of a round, once, where the schedule has dates for it. */
@Component
class AssignmentPreparation implements PreparationWork {

    static final int CHUNK = 50;

    private final AssignmentDates dates;
    private final AssignmentRows rows;
    private final DistrictViews views;
    private final RunningAssignmentProcess process;
    private final SystemTransactions transactions;

    AssignmentPreparation(
            AssignmentDates dates,
            AssignmentRows rows,
            DistrictViews views,
            RunningAssignmentProcess process,
            SystemTransactions transactions) {
        this.dates = dates;
        this.rows = rows;
        this.views = views;
        this.process = process;
        this.transactions = transactions;
    }

    @Override
    public boolean openNext(RoundRef round) {
        if (!dates.asked(round.id())) {
            return false;
        }
        return transactions.write(Assignments.WORK, () -> {
            var districts = rows.unopened(round.id(), CHUNK);
            for (var district : districts) {
                var about = views.of(round, district);
                rows.lock(about);
                rows.adopt(about);
                process.open(about);
                rows.opened(about);
            }
            return districts.size() == CHUNK;
        });
    }
}
