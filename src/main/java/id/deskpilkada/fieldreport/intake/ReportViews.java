package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportState;
import id.deskpilkada.fieldreport.dispatch.Reasons;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows reports. What a report says is shown to who reported or typed it: others of the area learn that it is there and how it ended, because whoever may have to verify
 * the form must not have read it.
 */
@Component
class ReportViews {

    private static final String SQL =
            "SELECT " + ReportRow.COLUMNS + ", payload, receipt, state, parked, reasons FROM field_report WHERE id = ?";

    private static final String ABOUT = "SELECT area, reporter_id, entered_by_id FROM field_report WHERE id = ?";

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;
    private final TransactionTemplate transaction;
    private final Elections elections;
    private final Staff staff;
    private final Messages messages;
    private final Audit audit;

    ReportViews(
            JdbcClient jdbc,
            SystemTransactions transactions,
            TransactionTemplate transaction,
            Elections elections,
            Staff staff,
            Messages messages,
            Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.transaction = transaction;
        this.elections = elections;
        this.staff = staff;
        this.messages = messages;
        this.audit = audit;
    }

    /** @throws Problem 404 {@code REPORT_NOT_FOUND}, 403 {@code FORBIDDEN} for a report of another area */
    ReportView show(UUID id, Actor actor) {
        var about = transactions
                .read(
                        "report-look-up",
                        () -> jdbc.sql(ABOUT).param(id).query(About.class).optional())
                .orElseThrow(() -> Problem.notFound("REPORT_NOT_FOUND"));
        var own = about.reporterId() == actor.id() || about.enteredById() == actor.id();
        if (!own && !actor.covers(about.area())) {
            throw Problem.forbidden("FORBIDDEN");
        }
        if (!own) {
            audit.record("report.viewed", "field-report/" + id, about.area(), Map.of());
        }
        return own ? Scope.widened(List.of(about.area()), () -> read(id, true)) : read(id, false);
    }

    private record About(String area, long reporterId, long enteredById) {}

    private ReportView read(UUID id, boolean own) {
        return transaction.execute(status -> jdbc.sql(SQL)
                .param(id)
                .query((row, number) -> view(row, ReportRow.whole(row, number), own))
                .optional()
                .orElseThrow(() -> Problem.notFound("REPORT_NOT_FOUND")));
    }

    private ReportView view(ResultSet row, FieldReport report, boolean own) throws SQLException {
        var round = elections.round(report.roundId());
        return new ReportView(
                report.id(),
                ReportState.valueOf(row.getString("state")),
                row.getBoolean("parked"),
                report.receivedAt(),
                row.getString("receipt"),
                report.kind(),
                round.electionCode(),
                round.code(),
                report.raceId() == null ? null : elections.race(report.raceId()).code(),
                report.tps(),
                report.tps() == null ? Area.dotted(report.area()) : null,
                report.slot(),
                report.source(),
                report.observedAt(),
                staff.name(report.reporterId()),
                staff.name(report.enteredById()),
                reasons(row.getString("reasons")),
                own && report.data().isObject() ? report.data() : null);
    }

    List<ReportView.ShownReason> reasons(@Nullable String written) {
        return Reasons.read(written).stream()
                .map(reason ->
                        new ReportView.ShownReason(reason.code(), messages.problem(reason.code(), reason.arguments())))
                .toList();
    }
}
