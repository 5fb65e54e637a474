package id.deskpilkada.tierreport.reading;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierStates;
import id.deskpilkada.tierreport.reading.ReportLine.Place;
import id.deskpilkada.tierreport.reading.ReportView.SealView;
import id.deskpilkada.tierreport.reading.ReportView.Step;
import id.deskpilkada.tierreport.reading.ReportView.Version;
import id.deskpilkada.tierreport.seal.Seals;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of the tiers, to read. */
@Service
class ReportReading {

    /** The newest versions of the reader's places. */
    private static final String NEWEST =
            """
            FROM tier_report r WHERE r.round_id = ? AND EXISTS (SELECT 1 FROM unnest(?::text[]) own WHERE starts_with(r.area, own))
              AND starts_with(r.area, ?) AND (?::text IS NULL OR r.slot = ?)
              AND NOT EXISTS (SELECT 1 FROM tier_report n WHERE (n.round_id, n.slot, n.area) = (r.round_id, r.slot, r.area) AND n.version > r.version)
            """;

    private final JdbcClient jdbc;
    private final TierReportRows rows;
    private final TierStates states;
    private final ReportSight sight;
    private final Seals seals;
    private final Attachments attachments;
    private final Regions regions;
    private final Staff staff;

    ReportReading(
            JdbcClient jdbc,
            TierReportRows rows,
            TierStates states,
            ReportSight sight,
            Seals seals,
            Attachments attachments,
            Regions regions,
            Staff staff) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.states = states;
        this.sight = sight;
        this.seals = seals;
        this.attachments = attachments;
        this.regions = regions;
        this.staff = staff;
    }

    /** The newest version of each slot and place, the latest slot first. @param region null for all of the reader's places @param slot null for every one */
    @Transactional(readOnly = true)
    public Page<ReportLine> page(
            long roundId, @Nullable String region, @Nullable String slot, Page.Window window, Actor reader) {
        reader.require(Permission.READ_TIER_REPORTS);
        var area = region == null || region.isBlank()
                ? ""
                : Area.digits(regions.asked(region, Permission.READ_TIER_REPORTS, reader)
                        .code());
        var own = Actor.widest(reader.areas(Permission.READ_TIER_REPORTS)).toArray(String[]::new);
        var items = jdbc
                .sql("SELECT r.id " + NEWEST + " ORDER BY r.slot_due_at DESC, length(r.area), r.area LIMIT ? OFFSET ?")
                .params(roundId, own, area, slot, slot)
                .params(window.size(), window.offset())
                .query(Long.class)
                .list()
                .stream()
                .map(id -> line(rows.get(id)))
                .toList();
        long total = jdbc.sql("SELECT count(*) " + NEWEST)
                .params(roundId, own, area, slot, slot)
                .query(Long.class)
                .single();
        return new Page<>(items, window.page(), window.size(), total);
    }

    @Transactional(readOnly = true)
    public ReportView one(long id, Actor reader) {
        var report = sight.seen(id, reader);
        return new ReportView(
                line(report),
                sight.withholdsVotes(report, reader),
                sight.of(report, reader),
                sight.changes(report, reader),
                seals.of(id)
                        .map(seal -> new SealView(
                                seal.said(),
                                seal.statement(),
                                Base64.getEncoder().encodeToString(seal.signature()),
                                seal.keyId()))
                        .orElse(null),
                rows.versions(report.roundId(), report.slot(), report.area()).stream()
                        .map(version -> new Version(
                                version.id(),
                                version.code(),
                                version.version(),
                                states.of(version.id()),
                                local(version)))
                        .toList(),
                steps(id),
                attachments.of(id));
    }

    /** To the byte what the digest is of. */
    @Transactional(readOnly = true)
    public String snapshot(long id, Actor reader) {
        sight.requireVotes(sight.seen(id, reader), reader);
        return rows.snapshot(id);
    }

    private ReportLine line(TierReport report) {
        return ReportLine.of(
                report,
                new Place(Area.dotted(report.area()), regions.name(report.area())),
                states.of(report.id()),
                regions.zone());
    }

    private OffsetDateTime local(TierReport version) {
        return version.compiledAt().atZone(regions.zone()).toOffsetDateTime();
    }

    private List<Step> steps(long report) {
        return jdbc.sql("SELECT step, detail, actor_id, at FROM tier_report_step WHERE report_id = ? ORDER BY id")
                .param(report)
                .query((row, n) -> {
                    long actor = row.getLong("actor_id");
                    return new Step(
                            row.getString("step"),
                            row.getString("detail"),
                            row.wasNull() ? null : staff.name(actor),
                            row.getObject("at", OffsetDateTime.class)
                                    .atZoneSameInstant(regions.zone())
                                    .toOffsetDateTime());
                })
                .list();
    }
}
