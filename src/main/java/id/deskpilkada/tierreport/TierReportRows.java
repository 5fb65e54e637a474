package id.deskpilkada.tierreport;

import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions as they are stored. */
@Component
public class TierReportRows {

    private static final String COLUMNS =
            "r.id, r.code, r.round_id, r.slot, r.area, r.level, r.version, r.cause, r.reason, r.requires_signature, r.slot_due_at, r.compiled_at, r.ledger_seq, r.digest ";
    private static final String SELECT = "SELECT " + COLUMNS + "FROM tier_report r WHERE ";

    private static final String TOPIC = "tierreport";

    private final JdbcClient jdbc;
    private final Changes changes;

    TierReportRows(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @throws Problem 404 {@code UNKNOWN_TIER_REPORT} */
    public TierReport get(long id) {
        return jdbc.sql(SELECT + "r.id = ?")
                .param(id)
                .query(TierReport.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_TIER_REPORT"));
    }

    public Optional<TierReport> byCode(String code) {
        return jdbc.sql(SELECT + "r.code = ?")
                .param(code)
                .query(TierReport.class)
                .optional();
    }

    /** The newest version of a slot in a place. @param area digits */
    public Optional<TierReport> latest(long roundId, String slot, String area) {
        return jdbc.sql(SELECT + "r.round_id = ? AND r.slot = ? AND r.area = ? ORDER BY r.version DESC LIMIT 1")
                .params(roundId, slot, area)
                .query(TierReport.class)
                .optional();
    }

    /** Every version of a slot in a place, the first first. */
    public List<TierReport> versions(long roundId, String slot, String area) {
        return jdbc.sql(SELECT + "r.round_id = ? AND r.slot = ? AND r.area = ? ORDER BY r.version")
                .params(roundId, slot, area)
                .query(TierReport.class)
                .list();
    }

    /** The newest version of each district of a slot, by district. */
    public List<TierReport> latestOfDistricts(long roundId, String slot) {
        return jdbc.sql(
                        "SELECT DISTINCT ON (r.area) " + COLUMNS
                                + "FROM tier_report r WHERE r.round_id = ? AND r.slot = ? AND r.level = 'DISTRICT' ORDER BY r.area, r.version DESC")
                .params(roundId, slot)
                .query(TierReport.class)
                .list();
    }

    /** The canonical JSON of a version, to the byte. */
    public String snapshot(long id) {
        return text("SELECT snapshot FROM tier_report WHERE id = ?", id);
    }

    /** What is not as in the version before, as JSON. */
    public String changes(long id) {
        return text("SELECT changes::text FROM tier_report WHERE id = ?", id);
    }

    private String text(String sql, long id) {
        return jdbc.sql(sql)
                .param(id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_TIER_REPORT"));
    }

    /** @param snapshot canonical JSON; its digest is that of the report @return the key */
    public long insert(TierReport report, String snapshot, String changes) {
        return jdbc.sql(
                        """
                        INSERT INTO tier_report (code, round_id, slot, area, level, version, cause, reason, requires_signature, slot_due_at, compiled_at, ledger_seq, snapshot, digest, changes)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) RETURNING id
                        """)
                .params(report.code(), report.roundId(), report.slot(), report.area())
                .params(report.level().name(), report.version(), report.cause().name(), report.reason())
                .params(report.requiresSignature(), utc(report.slotDueAt()), utc(report.compiledAt()))
                .params(report.ledgerSeq(), snapshot, report.digest(), changes)
                .query(Long.class)
                .single();
    }

    private static Object utc(java.time.Instant at) {
        return at.atOffset(java.time.ZoneOffset.UTC);
    }

    /** Notes what was done with a version, and tells open pages. @param actor null for what happens by itself */
    public void step(long report, String step, @Nullable String detail, @Nullable Long actor) {
        jdbc.sql(
                        "INSERT INTO tier_report_step (report_id, step, detail, actor_id, at) VALUES (?, ?, ?, ?::bigint, clock_timestamp())")
                .params(report, step, detail, actor)
                .update();
        changes.announce(TOPIC, get(report).area());
    }
}
