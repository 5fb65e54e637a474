package id.deskpilkada.fieldreport.dispatch;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ScriptedHandler;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Gives the reports of the ledger's own election to the scripted feature and every other report to the feature that owns its kind. */
@Primary
@Component
class ScriptedHandlers extends Handlers {

    private final ScriptedHandler scripted;
    private final Elections elections;

    ScriptedHandlers(ObjectProvider<FieldReportHandler> beans, ScriptedHandler scripted, Elections elections) {
        super(beans);
        this.scripted = scripted;
        this.elections = elections;
    }

    @Override
    public FieldReportHandler of(ReportKind kind) {
        return new FieldReportHandler() {
            @Override
            public Set<ReportKind> kinds() {
                return Set.of(kind);
            }

            @Override
            public void check(ReportDraft draft) {
                if (scripted.takes(kind, draft.round())) {
                    scripted.check(draft);
                } else {
                    ScriptedHandlers.super.of(kind).check(draft);
                }
            }

            @Override
            public Outcome handle(FieldReport report) {
                return scripted.takes(kind, elections.round(report.roundId()))
                        ? scripted.handle(report)
                        : ScriptedHandlers.super.of(kind).handle(report);
            }
        };
    }
}
