package id.deskpilkada.tierreport.flow;

import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done with versions, and why the next one is asked for. */
@Component
class ReportSteps {

    private final JdbcClient jdbc;
    private final TierReportRows rows;
    private final Regions regions;

    ReportSteps(JdbcClient jdbc, TierReportRows rows, Regions regions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.regions = regions;
    }

    /** Why another version is compiled. */
    record Asked(TierCause cause, @Nullable String reason, @Nullable Long by) {}

    /** @param actor null for what happened by itself */
    record Step(int version, String step, @Nullable String detail, @Nullable Long actor, OffsetDateTime at) {}

    /** Nothing where a version is compiled again without anybody having found fault with it. */
    Optional<Asked> asked(long report) {
        return jdbc.sql(
                        """
                        SELECT step, detail, actor_id FROM tier_report_step WHERE report_id = ? AND step IN ('RETURNED', 'CORRECTION_ASKED') ORDER BY id DESC LIMIT 1
                        """)
                .param(report)
                .query((row, n) -> new Asked(
                        row.getString("step").equals("RETURNED") ? TierCause.RETURNED : TierCause.CORRECTION,
                        row.getString("detail"),
                        row.getObject("actor_id", Long.class)))
                .optional();
    }

    void note(TierReport report, String step, @Nullable String detail, @Nullable Long actor) {
        rows.step(report.id(), step, detail, actor);
    }

    /** The regency's report is asked for anew because that of a district was corrected. */
    void correctedBelow(TierReport regency, TierReport district) {
        var by = asked(rows.versions(district.roundId(), district.slot(), district.area()).stream()
                        .filter(version -> version.version() == district.version() - 1)
                        .findFirst()
                        .map(TierReport::id)
                        .orElse(district.id()))
                .map(Asked::by)
                .orElse(null);
        note(regency, "CORRECTION_ASKED", "Kec. " + regions.name(district.area()) + ": " + district.reason(), by);
    }

    /** Of every version of a slot in a place, the first first. */
    List<Step> all(TierReport report) {
        return jdbc.sql(
                        """
                        SELECT r.version, s.step, s.detail, s.actor_id AS actor, s.at FROM tier_report_step s JOIN tier_report r ON r.id = s.report_id
                        WHERE r.round_id = ? AND r.slot = ? AND r.area = ? ORDER BY s.id
                        """)
                .params(report.roundId(), report.slot(), report.area())
                .query(Step.class)
                .list();
    }

    /** The last reason for which a leader gave the report back to the desk; nothing once it was forwarded again. */
    Optional<String> sentBack(TierReport report) {
        return all(report).stream()
                .filter(step -> step.step().equals("SENT_BACK") || step.step().equals("CHECKED"))
                .reduce((one, later) -> later)
                .filter(step -> step.step().equals("SENT_BACK"))
                .map(Step::detail);
    }
}
