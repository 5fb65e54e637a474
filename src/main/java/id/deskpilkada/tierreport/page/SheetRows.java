package id.deskpilkada.tierreport.page;

import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierState;
import id.deskpilkada.tierreport.TierStates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page of one report shows beside its figures. */
@Component
class SheetRows {

    private static final String PLACE = " WHERE (r.round_id, r.slot, r.area) = (:round, :slot, :area) ";

    private final JdbcClient jdbc;

    SheetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param signedAt when it was settled; null while it is not */
    record Version(
            long id,
            String code,
            int version,
            TierCause cause,
            @Nullable String reason,
            Instant compiledAt,
            TierState state,
            @Nullable Instant signedAt) {}

    /** @param who null for what happened by itself */
    record Step(long id, int version, String step, @Nullable String detail, @Nullable String who, Instant at) {}

    record Attached(long id, String kind, String name, long size, @Nullable String who, Instant at) {}

    /** The newest version of a district. */
    record Part(String area, long id, int version) {}

    /** The newest first. */
    List<Version> versions(TierReport report) {
        return about(
                        "SELECT r.id, r.code, r.version, r.cause, r.reason, r.compiled_at, " + TierStates.STATE
                                + " AS state, (SELECT s.signed_at FROM tier_seal s WHERE s.report_id = r.id) AS signed_at FROM tier_report r"
                                + PLACE + "ORDER BY r.version DESC",
                        report)
                .query(Version.class)
                .list();
    }

    /** Of all versions, the latest first. */
    List<Step> steps(TierReport report) {
        return about(
                        """
                        SELECT s.id, r.version, s.step, s.detail, m.name AS who, s.at
                        FROM tier_report_step s JOIN tier_report r ON r.id = s.report_id LEFT JOIN staff_member m ON m.id = s.actor_id
                        """
                                + PLACE + "ORDER BY s.id DESC",
                        report)
                .query(Step.class)
                .list();
    }

    /** State of the work on the same slot in a place; empty where there is none, or it is not the reader's. */
    Optional<String> work(TierReport report, String area) {
        return jdbc.sql("SELECT state FROM tier_case WHERE round_id = ? AND slot = ? AND area = ?")
                .params(report.roundId(), report.slot(), area)
                .query(String.class)
                .optional();
    }

    private JdbcClient.StatementSpec about(String sql, TierReport report) {
        return jdbc.sql(sql)
                .param("round", report.roundId())
                .param("slot", report.slot())
                .param("area", report.area());
    }

    List<Attached> attachments(long report) {
        return jdbc.sql(
                        """
                        SELECT a.id, a.kind, a.name, octet_length(a.content) AS size, m.name AS who, a.added_at AS at
                        FROM tier_attachment a LEFT JOIN staff_member m ON m.id = a.added_by WHERE a.report_id = ? ORDER BY a.id
                        """)
                .param(report)
                .query(Attached.class)
                .list();
    }

    /** The newest version of each district for the same slot. */
    List<Part> districts(TierReport report) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (r.area) r.area, r.id, r.version FROM tier_report r
                        WHERE r.round_id = ? AND r.slot = ? AND r.level = 'DISTRICT' ORDER BY r.area, r.version DESC
                        """)
                .params(report.roundId(), report.slot())
                .query(Part.class)
                .list();
    }
}
