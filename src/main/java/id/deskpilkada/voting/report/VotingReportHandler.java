package id.deskpilkada.voting.report;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.voting.VotingSlots;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes the reports of the day from the ledger, by whatever channel they came. */
@Component
class VotingReportHandler implements FieldReportHandler {

    private final VotingReports reports;
    private final VotingSlots slots;
    private final Clock clock;

    VotingReportHandler(VotingReports reports, VotingSlots slots, Clock clock) {
        this.reports = reports;
        this.slots = slots;
        this.clock = clock;
    }

    @Override
    public Set<ReportKind> kinds() {
        return EnumSet.of(ReportKind.VOTING);
    }

    @Override
    public void check(ReportDraft draft) {
        var hours = new Hours(slots.dayBegins(draft.round()), clock.instant());
        var data = VotingDataReader.read(draft.data(), hours);
        var total = data.voters().total();
        if (total != null && data.remarks() == null && draft.slot() != null) {
            refuseUnreasonable(draft, draft.slot(), total);
        }
    }

    /** A figure that another slot speaks against needs a reason. */
    private void refuseUnreasonable(ReportDraft draft, String slot, int total) {
        reports.against(draft.round(), Objects.requireNonNull(draft.tps()), slot, total)
                .ifPresent(other -> {
                    throw Problem.unprocessable(
                            "MALFORMED",
                            List.of(FieldProblem.field(
                                    "data.voters.total",
                                    Integer.toString(total),
                                    "TURNOUT_BELOW_EARLIER",
                                    TurnoutOrder.arguments(slot, total, other))));
                });
    }

    @Override
    public Outcome handle(FieldReport report) {
        return reports.record(report);
    }
}
