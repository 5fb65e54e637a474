package id.deskpilkada.voting.situation;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes reports on the situation of villages and districts from the ledger. */
@Component
class SituationReportHandler implements FieldReportHandler {

    private static final Set<Integer> VILLAGE_OR_DISTRICT = Set.of(6, 10);

    private final SituationReports reports;

    SituationReportHandler(SituationReports reports) {
        this.reports = reports;
    }

    @Override
    public Set<ReportKind> kinds() {
        return EnumSet.of(ReportKind.SITUATION);
    }

    @Override
    public void check(ReportDraft draft) {
        if (!VILLAGE_OR_DISTRICT.contains(draft.area().length())) {
            var field = draft.tps() == null ? "region" : "tps";
            throw Problem.unprocessable(
                    "MALFORMED", List.of(FieldProblem.field(field, draft.area(), "SITUATION_PLACE")));
        }
        SituationData.read(draft.data());
    }

    @Override
    public Outcome handle(FieldReport report) {
        return reports.record(report);
    }
}
