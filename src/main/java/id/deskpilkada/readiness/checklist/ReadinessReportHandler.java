package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.ReadinessStage;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes readiness reports from the ledger, by whatever channel they came. */
@Component
class ReadinessReportHandler implements FieldReportHandler {

    private final Checklist checklist;
    private final ReadinessCases cases;
    private final ReadinessReports reports;
    private final RunningReadinessProcess process;
    private final PreparationDates dates;

    ReadinessReportHandler(
            Checklist checklist,
            ReadinessCases cases,
            ReadinessReports reports,
            RunningReadinessProcess process,
            PreparationDates dates) {
        this.checklist = checklist;
        this.cases = cases;
        this.reports = reports;
        this.process = process;
        this.dates = dates;
    }

    @Override
    public Set<ReportKind> kinds() {
        return EnumSet.of(ReportKind.READINESS);
    }

    @Override
    public void check(ReportDraft draft) {
        var data = ReadinessDataReader.read(draft.data(), checklist.byCode());
        var slot = slot(draft.round().id(), data.stage()).map(SlotRef::slot).orElse(draft.slot());
        if (draft.slot() != null && !draft.slot().equals(slot)) {
            throw Problem.unprocessable(
                    "MALFORMED",
                    List.of(FieldProblem.field(
                            "slot",
                            draft.slot(),
                            "SLOT_OF_OTHER_STAGE",
                            data.stage().name(),
                            "" + slot)));
        }
    }

    private Optional<SlotRef> slot(long roundId, ReadinessStage stage) {
        return stage == ReadinessStage.SITE ? dates.siteSlot(roundId) : dates.logisticsSlot(roundId);
    }

    @Override
    public Outcome handle(FieldReport report) {
        var about = cases.of(report.roundId(), Objects.requireNonNull(report.tps()));
        var stage = reports.record(about, report);
        process.reported(about, stage);
        return Outcome.ACCEPTED;
    }
}
