package id.deskpilkada.incident.intake;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.Reason;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.incident.IncidentDraft;
import id.deskpilkada.incident.Incidents;
import id.deskpilkada.incident.Incidents.Raised;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes incidents from the ledger, by whatever channel they came. */
@Component
class IncidentReportHandler implements FieldReportHandler {

    private static final String ORIGIN = "FIELD";

    private final Incidents incidents;

    IncidentReportHandler(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public Set<ReportKind> kinds() {
        return EnumSet.of(ReportKind.INCIDENT);
    }

    @Override
    public void check(ReportDraft draft) {
        IncidentData.read(draft.data());
    }

    @Override
    public Outcome handle(FieldReport report) {
        var data = IncidentData.read(report.data());
        var raised = incidents.raise(new IncidentDraft(
                report.id(),
                report.source().name(),
                report.roundId(),
                report.tps(),
                report.area(),
                data.what(),
                1,
                data.location(),
                data.photos(),
                ORIGIN,
                report.reporterId(),
                report.enteredById(),
                null,
                Objects.requireNonNullElse(report.observedAt(), report.receivedAt()),
                report.receivedAt()));
        var number = raised.incident().number();
        return raised.end() == Raised.End.REPEATED
                ? Outcome.superseded(Reason.of("INCIDENT_REPEATED", number))
                : Outcome.accepted(Reason.of("INCIDENT_TAKEN_UP", number));
    }
}
