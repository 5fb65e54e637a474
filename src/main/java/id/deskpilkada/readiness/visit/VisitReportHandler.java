package id.deskpilkada.readiness.visit;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.FieldReportHandler;
import id.deskpilkada.fieldreport.Outcome;
import id.deskpilkada.fieldreport.Reason;
import id.deskpilkada.fieldreport.ReportDraft;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.fieldreport.form.FilledForm;
import id.deskpilkada.platform.Problem;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes reports that confirm a visit: {@code {visit, situation?, remarks?, photos}}; from the leader at the TPS with at least one photo. */
@Component
class VisitReportHandler implements FieldReportHandler {

    private final VisitRows rows;
    private final LeaderVisitProcess process;
    private final TransactionTemplate transaction;

    VisitReportHandler(VisitRows rows, LeaderVisitProcess process, TransactionTemplate transaction) {
        this.rows = rows;
        this.process = process;
        this.transaction = transaction;
    }

    @Override
    public Set<ReportKind> kinds() {
        return EnumSet.of(ReportKind.VISIT);
    }

    @Override
    public void check(ReportDraft draft) {
        var form = FilledForm.of(VisitForm.of(draft.source() == ReportSource.APP), draft.data());
        var visit = Optional.ofNullable(form.id("visit"))
                .flatMap(id -> Objects.requireNonNull(transaction.execute(status -> rows.find(id))))
                .filter(known -> known.tps().equals(draft.tps())
                        && known.roundId() == draft.round().id());
        if (visit.isEmpty()) {
            form.refuse("visit", draft.data().path("visit").asText(), "VISIT_NOT_HERE");
        }
        form.refuseIfWrong();
        if (draft.source() == ReportSource.APP && visit.orElseThrow().leaderId() != draft.reporterId()) {
            throw Problem.forbidden("NOT_YOUR_VISIT");
        }
    }

    @Override
    public Outcome handle(FieldReport report) {
        var visit = rows.lock(visit(report.data()).orElseThrow());
        if (visit.state() != Visit.State.PLANNED) {
            return Outcome.superseded(Reason.of("VISIT_CLOSED"));
        }
        process.reported(visit, report.id());
        return Outcome.ACCEPTED;
    }

    private static Optional<UUID> visit(JsonNode data) {
        try {
            return Optional.of(UUID.fromString(data.path("visit").asText("")));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
