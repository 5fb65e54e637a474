package id.deskpilkada.fieldreport.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.fieldreport.ReportState;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far one's own reports have come, many in one answer: what a phone asks that has just emptied its queue over a bad line. */
@RestController
class OwnReports {

    private static final int MOST = 100;

    /** Whoever has moved since still learns what became of what they sent, so the person decides and not their present area. */
    private static final String SQL =
            """
            SELECT id, state, received_at, receipt, reasons FROM field_report
            WHERE id IN (:ids) AND (reporter_id = :person OR entered_by_id = :person)
            ORDER BY seq""";

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;
    private final ReportViews views;

    OwnReports(JdbcClient jdbc, SystemTransactions transactions, ReportViews views) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.views = views;
    }

    @GetMapping(path = "/api/field-reports", params = "ids")
    States states(@RequestParam List<String> ids, Actor actor) {
        if (ids.size() > MOST) {
            throw Problem.unprocessable(
                    "MALFORMED",
                    List.of(FieldProblem.field("ids", String.valueOf(ids.size()), "TOO_MANY_REPORTS_ASKED", MOST)));
        }
        var wanted = ids.stream().map(FieldReportController::uuid).distinct().toList();
        return new States(wanted.isEmpty() ? List.of() : read(wanted, actor.id()));
    }

    private List<State> read(List<UUID> ids, long person) {
        return transactions.read("own-report-states", () -> jdbc.sql(SQL)
                .param("ids", ids)
                .param("person", person)
                .query(this::state)
                .list());
    }

    private State state(ResultSet row, int number) throws SQLException {
        return new State(
                row.getObject("id", UUID.class),
                ReportState.valueOf(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("receipt"),
                views.reasons(row.getString("reasons")));
    }

    record States(List<State> reports) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            UUID id,
            ReportState state,
            Instant receivedAt,
            @Nullable String receipt,
            List<ReportView.ShownReason> reasons) {}
}
