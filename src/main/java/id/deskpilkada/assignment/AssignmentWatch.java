package id.deskpilkada.assignment;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.AccessLost;
import java.util.HashSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process of a district when its villages have all got somebody, or one has lost them. */
@Component
class AssignmentWatch {

    private final AssignmentRows rows;
    private final DistrictViews views;
    private final RunningAssignmentProcess process;
    private final SystemTransactions transactions;

    AssignmentWatch(
            AssignmentRows rows,
            DistrictViews views,
            RunningAssignmentProcess process,
            SystemTransactions transactions) {
        this.rows = rows;
        this.views = views;
        this.process = process;
        this.transactions = transactions;
    }

    /** After every change of a district's people, in its transaction. */
    void settle(AssignmentCase about) {
        if (views.view(about).gaps() == 0) {
            process.filled(about);
        } else {
            process.emptied(about);
        }
    }

    /** A role taken away by another part of the desk, or a closed account, leaves a place empty too. */
    @EventListener
    void left(AccessLost lost) {
        transactions.write(Assignments.WORK, () -> {
            for (var place : new HashSet<>(rows.endLost(lost.staffIds()))) {
                settle(views.of(place.roundId(), place.districtArea()));
            }
        });
    }
}
