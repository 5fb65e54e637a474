package id.deskpilkada.tierreport.reading;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.reading.ReportView.Attachment;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signed scans and certified PDFs beside reports; once added they stay. */
@Service
public class Attachments {

    static final int MOST_BYTES = 8 * 1024 * 1024;

    private static final int MOST = 20;
    private static final int NAME = 120;
    private static final String SELECT =
            "SELECT id, kind, name, media_type, length(content) AS size, sha256, added_by, added_at FROM tier_attachment WHERE report_id = ? ";

    private final JdbcClient jdbc;
    private final TierReportRows rows;
    private final ReportSight sight;
    private final Audit audit;
    private final Regions regions;
    private final Staff staff;

    Attachments(JdbcClient jdbc, TierReportRows rows, ReportSight sight, Audit audit, Regions regions, Staff staff) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.sight = sight;
        this.audit = audit;
        this.regions = regions;
        this.staff = staff;
    }

    /** What a file is for. */
    public enum Kind {
        /** Paper that was signed by hand. */
        SCAN,
        /** A PDF that was signed elsewhere with a certified electronic signature. */
        CERTIFIED
    }

    record Added(Attachment attachment, boolean isNew) {}

    record Content(String name, String mediaType, byte[] bytes) {}

    /**
     * The same file again is the same attachment.
     *
     * @throws Problem 413 {@code ATTACHMENT_TOO_LARGE}, 422 {@code NOT_AN_ATTACHMENT}, 409 {@code TOO_MANY_ATTACHMENTS}
     */
    @Transactional
    public Added add(long id, Kind kind, String name, byte[] content, Actor actor) {
        var report = mine(id, actor);
        if (content.length > MOST_BYTES) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "ATTACHMENT_TOO_LARGE", MOST_BYTES / 1024 / 1024);
        }
        var type = AttachedType.of(content)
                .filter(found -> kind == Kind.SCAN || found == AttachedType.PDF)
                .orElseThrow(() -> Problem.unprocessable("NOT_AN_ATTACHMENT"));
        lock(report);
        var sha256 = DigestUtils.sha256Hex(content);
        var known = find(id, sha256);
        if (known.isPresent()) {
            return new Added(known.get(), false);
        }
        if (of(id).size() >= MOST) {
            throw Problem.conflict("TOO_MANY_ATTACHMENTS", MOST);
        }
        jdbc.sql(
                        """
                        INSERT INTO tier_attachment (report_id, kind, name, media_type, sha256, content, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, clock_timestamp())
                        """)
                .params(id, kind.name(), plain(name, type), type.mediaType(), sha256, content, actor.id())
                .update();
        rows.step(id, "ATTACHED", plain(name, type), actor.id());
        return new Added(find(id, sha256).orElseThrow(), true);
    }

    private TierReport mine(long id, Actor actor) {
        actor.require(Permission.ATTACH_TO_TIER_REPORT);
        var report = sight.seen(id, actor);
        actor.require(Permission.ATTACH_TO_TIER_REPORT, report.area());
        return report;
    }

    private void lock(TierReport report) {
        jdbc.sql("SELECT count(pg_advisory_xact_lock(hashtext('tier-attachment'), ?::int))")
                .param(report.id() % Integer.MAX_VALUE)
                .query(Long.class)
                .single();
    }

    private static String plain(String name, AttachedType type) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"<>|:*?]", "")
                .strip();
        return last.isEmpty() ? "lampiran." + type.suffix() : last.substring(Math.max(0, last.length() - NAME));
    }

    private Optional<Attachment> find(long report, String sha256) {
        return of(report).stream().filter(one -> one.sha256().equals(sha256)).findFirst();
    }

    List<Attachment> of(long report) {
        return jdbc.sql(SELECT + "ORDER BY id")
                .param(report)
                .query((row, n) -> new Attachment(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        staff.name(row.getLong("added_by")),
                        row.getObject("added_at", OffsetDateTime.class)
                                .atZoneSameInstant(regions.zone())
                                .toOffsetDateTime()))
                .list();
    }

    /** Votes stand on it, so that it is for those who may know them. @throws Problem 404 {@code UNKNOWN_ATTACHMENT} */
    @Transactional(readOnly = true)
    public Content content(long id, long attachment, Actor reader) {
        var report = sight.seen(id, reader);
        sight.requireVotes(report, reader);
        var content = jdbc.sql(
                        "SELECT name, media_type, content AS bytes FROM tier_attachment WHERE report_id = ? AND id = ?")
                .params(id, attachment)
                .query(Content.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_ATTACHMENT"));
        audit.record("tier-attachment.viewed", "tier_attachment/" + attachment, report.area(), Map.of());
        return content;
    }
}
