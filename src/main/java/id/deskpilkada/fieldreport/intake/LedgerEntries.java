package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.fieldreport.Acknowledgement;
import id.deskpilkada.fieldreport.FieldReport;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.ReportState;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.platform.SystemTransactions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends reports to the ledger. One statement outside any other transaction is the acknowledgement: it holds the report and its photos' names, or nothing. It also names its own
 * territory, because a transaction around it would cost two more round trips.
 */
@Component
class LedgerEntries {

    private static final String REPORT =
            """
            WITH scope AS MATERIALIZED (%s),
            report AS (INSERT INTO field_report (id, kind, round_id, race_id, tps_code, area, slot, stream, source, task_id, observed_at, received_at,
                reporter_id, entered_by_id, payload, salt, content_digest, receipt)
            SELECT ?::uuid, ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?::bytea, ?::bytea, ? FROM scope
            ON CONFLICT (id) DO NOTHING RETURNING id, area)"""
                    .formatted(Scope.SETTING);
    private static final String REPORT_ALONE = REPORT + " SELECT id FROM report";
    private static final String REPORT_WITH_PHOTOS =
            """
            %s,
            photos AS (INSERT INTO photo_link (sha256, report_id, area) SELECT sha256, report.id, report.area FROM report, unnest(?) AS sha256)
            SELECT id FROM report"""
                    .formatted(REPORT);

    private final JdbcClient jdbc;
    private final SystemTransactions transactions;
    private final SecureRandom random = new SecureRandom();

    LedgerEntries(JdbcClient jdbc, SystemTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Empty when a report with this id is there already. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Acknowledgement> append(FieldReport report, String payload, byte[] canonical, List<String> photos) {
        var salt = new byte[16];
        random.nextBytes(salt);
        var digest = ContentDigest.of(salt, report, canonical);
        var receipt = Receipt.of(report.id(), digest);
        var statement = jdbc.sql(photos.isEmpty() ? REPORT_ALONE : REPORT_WITH_PHOTOS)
                .params(Scope.settings())
                .params(
                        report.id(),
                        report.kind().name(),
                        report.roundId(),
                        report.raceId(),
                        report.tps(),
                        report.area(),
                        report.slot(),
                        stream(report),
                        report.source().name(),
                        report.taskId(),
                        utc(report.observedAt()),
                        utc(report.receivedAt()),
                        report.reporterId(),
                        report.enteredById(),
                        payload,
                        salt,
                        digest,
                        receipt);
        if (!photos.isEmpty()) {
            statement = statement.param(photos.toArray(String[]::new));
        }
        return statement
                .query(UUID.class)
                .optional()
                .map(id -> new Acknowledgement(id, ReportState.STORED, report.receivedAt(), receipt, true));
    }

    /** What is stored under the id, when it is the same content from the same sender; also after the sender has moved to another district. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Optional<Acknowledgement> same(UUID id, byte[] canonical, long enteredById) {
        return transactions.read("ledger-repeat", () -> jdbc.sql("SELECT " + ReportRow.COLUMNS
                        + ", salt, content_digest, receipt, state FROM field_report WHERE id = ? AND entered_by_id = ?")
                .params(id, enteredById)
                .query((row, number) -> same(row, number, canonical))
                .optional());
    }

    private static @Nullable Acknowledgement same(ResultSet row, int number, byte[] canonical) throws SQLException {
        var report = ReportRow.outline(row, number);
        var salt = row.getBytes("salt");
        if (salt == null
                || !MessageDigest.isEqual(row.getBytes("content_digest"), ContentDigest.of(salt, report, canonical))) {
            return null;
        }
        var state = ReportState.valueOf(row.getString("state"));
        return new Acknowledgement(report.id(), state, report.receivedAt(), row.getString("receipt"), false);
    }

    /** What is handled one after the other: all there is about one form of a TPS, or one slot; each incident stands alone. */
    private static String stream(FieldReport report) {
        if (report.kind() == ReportKind.INCIDENT) {
            return "INCIDENT/" + report.id();
        }
        var kind = report.kind() == ReportKind.C1_PHOTOS ? ReportKind.C1 : report.kind();
        var part = report.raceId() != null ? report.raceId() : report.slot();
        return report.roundId() + "/" + report.area() + "/" + kind + "/" + part;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
