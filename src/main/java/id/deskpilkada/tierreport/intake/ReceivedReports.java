package id.deskpilkada.tierreport.intake;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Received reports as they are stored; they never change. */
@Component
public class ReceivedReports {

    private static final String COLUMNS =
            "id, receipt_id, area, election, round, slot, version, code, digest, slot_due_at, received_at";

    private final JdbcClient jdbc;

    ReceivedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version of a slot from one region, the latest first. */
    List<ReceivedReport> versions(String area, Snapshot of) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM received_report WHERE area = ? AND election = ? AND round = ? AND slot = ? ORDER BY version DESC")
                .params(area, of.election().code(), of.round(), of.slot())
                .query(ReceivedReport.class)
                .list();
    }

    Optional<ReceivedReport> byCode(String area, String code) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM received_report WHERE area = ? AND code = ?")
                .params(area, code)
                .query(ReceivedReport.class)
                .optional();
    }

    void insert(String receipt, String area, Snapshot of, Envelope envelope, String digest, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO received_report (receipt_id, area, election, round, slot, version, code, snapshot, digest, statement, signature, key_id, slot_due_at, received_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(receipt, area, of.election().code(), of.round(), of.slot(), of.version())
                .params(envelope.code(), envelope.snapshot(), digest, envelope.statement(), envelope.signature())
                .params(envelope.keyId(), of.slotDueAt(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest version of each region and slot of a round, the latest slot first. */
    public List<ReceivedReport> latest(String election, String round) {
        return jdbc.sql(
                        "SELECT DISTINCT ON (slot_due_at, slot, area) " + COLUMNS
                                + " FROM received_report WHERE election = ? AND round = ? ORDER BY slot_due_at DESC, slot, area, version DESC")
                .params(election, round)
                .query(ReceivedReport.class)
                .list();
    }

    /** Elections and rounds of which something has come, as {@code election/round}. */
    public List<String> rounds() {
        return jdbc.sql("SELECT DISTINCT election || '/' || round FROM received_report ORDER BY 1 DESC")
                .query(String.class)
                .list();
    }

    /** @throws Problem 404 {@code UNKNOWN_TIER_REPORT} */
    public ReceivedReport get(long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM received_report WHERE id = ?")
                .param(id)
                .query(ReceivedReport.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_TIER_REPORT"));
    }

    /** Canonical JSON, to the byte as it came. */
    public String snapshot(long id) {
        return text("snapshot", id);
    }

    /** What was signed about it, to the byte. */
    public String statement(long id) {
        return text("statement", id);
    }

    private String text(String column, long id) {
        return jdbc.sql("SELECT " + column + " FROM received_report WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_TIER_REPORT"));
    }
}
