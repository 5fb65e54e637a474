package id.deskpilkada.incident.intake;

import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.Reason;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportRejected;
import id.deskpilkada.fieldreport.ReportState;
import id.deskpilkada.incident.IncidentDraft;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.incident.IncidentState;
import id.deskpilkada.incident.Incidents;
import id.deskpilkada.incident.Incidents.Raised;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes incidents from the ledger, by whatever channel they came, and what is added to them later. */
@Component
class IncidentReportHandler implements FieldReportHandler {

    private static final String ORIGIN = "FIELD";
    private static final Set<IncidentState> SETTLED = EnumSet.of(IncidentState.CLOSED, IncidentState.REJECTED);

    private final Incidents incidents;
    private final IncidentRows rows;
    private final IncidentChoices choices;
    private final OwnSources sources;
    private final FieldReports reports;

    IncidentReportHandler(
            Incidents incidents, IncidentRows rows, IncidentChoices choices, OwnSources sources, FieldReports reports) {
        this.incidents = incidents;
        this.rows = rows;
        this.choices = choices;
        this.sources = sources;
        this.reports = reports;
    }

    @Override
    public Set<ReportKind> kinds() {
        return EnumSet.of(ReportKind.INCIDENT);
    }

    @Override
    public void check(ReportDraft draft) {
        var before = IncidentData.read(draft.data(), choices).addsTo();
        if (before != null && !sources.isOf(before, draft.actor())) {
            throw Problem.unprocessable(
                    "MALFORMED",
                    List.of(FieldProblem.field("data.addsTo", before.toString(), "NOT_YOUR_INCIDENT_REPORT")));
        }
    }

    @Override
    public Outcome handle(FieldReport report) {
        var data = IncidentData.read(report.data(), choices);
        var draft = draft(report, data);
        var before = data.addsTo();
        if (before != null) {
            return added(before, draft);
        }
        var raised = incidents.raise(draft);
        var number = raised.incident().number();
        return raised.end() == Raised.End.REPEATED
                ? Outcome.superseded(Reason.of("INCIDENT_REPEATED", number))
                : Outcome.accepted(Reason.of("INCIDENT_TAKEN_UP", number));
    }

    private Outcome added(UUID before, IncidentDraft draft) {
        if (rows.ofSource(before).isEmpty()) {
            if (reports.acknowledgement(before)
                    .filter(earlier -> earlier.state() == ReportState.STORED)
                    .isPresent()) {
                throw new IllegalStateException("the report that is added to has not been handled yet");
            }
            throw new ReportRejected("NOT_YOUR_INCIDENT_REPORT");
        }
        var incident = incidents.add(before, draft);
        var added = Reason.of("INCIDENT_ADDED", incident.number());
        // Nobody looks at what has ended: who waited for a signal has to know that this may call for a new one.
        return SETTLED.contains(incident.state())
                ? Outcome.accepted(added, Reason.of("INCIDENT_ENDED_MEANWHILE"))
                : Outcome.accepted(added);
    }

    private static IncidentDraft draft(FieldReport report, IncidentData data) {
        return new IncidentDraft(
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
                report.receivedAt());
    }
}
