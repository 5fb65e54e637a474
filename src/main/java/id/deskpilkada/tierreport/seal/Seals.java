package id.deskpilkada.tierreport.seal;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierReportSettled;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Seals versions of reports, each once. */
@Component
public class Seals {

    private final JdbcClient jdbc;
    private final TierReportRows rows;
    private final SigningKeys keys;
    private final Regions regions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Seals(
            JdbcClient jdbc,
            TierReportRows rows,
            SigningKeys keys,
            Regions regions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keys = keys;
        this.regions = regions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Settles a version in the caller's transaction and tells of it.
     *
     * @param approval null where no signature is asked for
     * @throws Problem 409 {@code TIER_REPORT_SEALED} when it is settled already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Seal settle(TierReport report, @Nullable Approval approval) {
        var snapshot = CanonicalJson.read(rows.snapshot(report.id()), Snapshot.class);
        var keyId = keys.current();
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var statement = CanonicalJson.write(Statement.of(
                report, snapshot, approval, at.atZone(regions.zone()).toOffsetDateTime(), keyId));
        var seal = new Seal(
                report.id(),
                statement,
                keys.sign(keyId, statement),
                keyId,
                approval == null ? null : approval.staffId(),
                at);
        insert(seal);
        rows.step(report.id(), step(report, approval), null, seal.signerId());
        events.publishEvent(new TierReportSettled(report));
        return seal;
    }

    private void insert(Seal seal) {
        int written = jdbc.sql(
                        """
                        INSERT INTO tier_seal (report_id, statement, signature, key_id, signer_id, signed_at) VALUES (?, ?, ?, ?, ?::bigint, ?) ON CONFLICT (report_id) DO NOTHING
                        """)
                .params(seal.reportId(), seal.statement(), seal.signature(), seal.keyId(), seal.signerId())
                .param(seal.signedAt().atOffset(ZoneOffset.UTC))
                .update();
        if (written == 0) {
            throw Problem.conflict("TIER_REPORT_SEALED");
        }
    }

    private static String step(TierReport report, @Nullable Approval approval) {
        if (approval == null) {
            return "AUTOMATIC";
        }
        return report.level() == TierLevel.DISTRICT ? "SEALED" : "APPROVED";
    }

    /** Nothing for a version that is not settled. */
    @Transactional(readOnly = true)
    public Optional<Seal> of(long report) {
        return jdbc.sql(
                        "SELECT report_id, statement, signature, key_id, signer_id, signed_at FROM tier_seal WHERE report_id = ?")
                .param(report)
                .query(Seal.class)
                .optional();
    }
}
