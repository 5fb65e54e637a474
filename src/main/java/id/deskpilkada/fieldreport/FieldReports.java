package id.deskpilkada.fieldreport;

import id.deskpilkada.fieldreport.dispatch.Reasons;
import id.deskpilkada.fieldreport.intake.Intake;
import id.deskpilkada.fieldreport.intake.ReportRow;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.audit.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as features see it: reports to read, to take and to settle. */
@Service
public class FieldReports {

    private final JdbcClient jdbc;
    private final Intake intake;
    private final Audit audit;

    FieldReports(JdbcClient jdbc, Intake intake, Audit audit) {
        this.jdbc = jdbc;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * Stores a report for a page of ours exactly as the HTTP interface would, in a transaction of its own.
     *
     * @param json the report as its contract describes it
     * @throws id.deskpilkada.platform.Problem 422 with every field that is wrong, 403 {@code NOT_YOUR_TPS}, 409 {@code REPORT_CONFLICT}
     */
    public Acknowledgement acknowledge(UUID id, byte[] json, Actor actor) {
        return intake.acknowledge(id, json, actor);
    }

    /**
     * Stores a report that somebody wrote in an SMS from a number of theirs; its source is {@code SMS}, and {@code onBehalfOf} names the sender.
     *
     * @param enteredBy who says that the number is the sender's: the sender, whom the staff list knows by it, or somebody of the desk
     * @throws id.deskpilkada.platform.Problem as {@link #acknowledge}
     */
    public Acknowledgement acknowledgeText(UUID id, byte[] json, Actor sender, long enteredBy) {
        return intake.acknowledgeText(id, json, sender, enteredBy);
    }

    @Transactional(readOnly = true)
    public Optional<FieldReport> find(UUID id) {
        return jdbc.sql("SELECT " + ReportRow.COLUMNS + ", payload FROM field_report WHERE id = ?")
                .param(id)
                .query(ReportRow::whole)
                .optional();
    }

    /** What the sender of a report was told, for pages that show it again. */
    @Transactional(readOnly = true)
    public Optional<Acknowledgement> acknowledgement(UUID id) {
        return jdbc.sql("SELECT id, state, received_at, receipt FROM field_report WHERE id = ?")
                .param(id)
                .query((row, n) -> new Acknowledgement(
                        id,
                        ReportState.valueOf(row.getString("state")),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("receipt"),
                        false))
                .optional();
    }

    /**
     * What a person sent last for each of some places in a slot, by the digits of the place; places for which they sent nothing are absent.
     *
     * @param areas digits of TPS or regions
     */
    @Transactional(readOnly = true)
    public Map<String, Sent> lastSent(
            long roundId, Collection<ReportKind> kinds, String slot, Collection<String> areas, Actor actor) {
        return jdbc
                .sql(
                        """
                        SELECT DISTINCT ON (area) id, area, state, received_at, receipt, reasons FROM field_report
                        WHERE entered_by_id = ? AND round_id = ? AND kind = ANY (?) AND slot = ? AND area = ANY (?) ORDER BY area, seq DESC
                        """)
                .params(actor.id(), roundId)
                .param(kinds.stream().map(Enum::name).toArray(String[]::new))
                .param(slot)
                .param(areas.toArray(String[]::new))
                .query(FieldReports::sent)
                .list()
                .stream()
                .collect(Collectors.toMap(Sent::area, Function.identity()));
    }

    /** How a report stands, for pages of its sender. */
    @Transactional(readOnly = true)
    public Optional<Sent> sent(UUID id) {
        return jdbc.sql("SELECT id, area, state, received_at, receipt, reasons FROM field_report WHERE id = ?")
                .param(id)
                .query(FieldReports::sent)
                .optional();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(
                row.getObject("id", UUID.class),
                row.getString("area"),
                ReportState.valueOf(row.getString("state")),
                row.getTimestamp("received_at").toInstant(),
                row.getString("receipt"),
                Reasons.read(row.getString("reasons")));
    }

    /**
     * A report as its sender follows it.
     *
     * @param area digits of the TPS or region
     * @param reasons why it was refused, or what its sender should know
     */
    public record Sent(
            UUID id, String area, ReportState state, Instant receivedAt, String receipt, List<Reason> reasons) {

        public Sent {
            reasons = List.copyOf(reasons);
        }
    }

    /** @throws IllegalArgumentException when there is no such report */
    @Transactional(readOnly = true)
    public FieldReport get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no field report " + id));
    }

    /**
     * Locks the report for the running transaction, waiting for whoever has it, and tells whether it is still to be settled. A report that waits for a person (parked) can
     * be taken too.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(UUID id) {
        return jdbc.sql("SELECT state FROM field_report WHERE id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional()
                .filter(ReportState.STORED.name()::equals)
                .isPresent();
    }

    /** Writes down how a taken report ended; without effect when it has ended already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(UUID id, Outcome outcome) {
        var settled = jdbc.sql(
                        """
                        UPDATE field_report SET state = ?, reasons = ?, handled_at = clock_timestamp(), parked = false, next_attempt_at = NULL
                        WHERE id = ? AND state = 'STORED' RETURNING area
                        """)
                .params(outcome.state().name(), Reasons.written(outcome.reasons()), id)
                .query(String.class)
                .optional();
        if (outcome.state() == ReportState.REJECTED) {
            var reasons = outcome.reasons().stream().map(Reason::code).collect(Collectors.joining(" "));
            settled.ifPresent(
                    area -> audit.record("report.rejected", "field-report/" + id, area, Map.of("reasons", reasons)));
        }
    }
}
