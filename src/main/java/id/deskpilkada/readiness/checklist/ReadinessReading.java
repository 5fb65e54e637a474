package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.Elections;
import id.deskpilkada.fieldreport.FieldReports;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the readiness of one TPS to those who work on it or watch over it. */
@Service
@Transactional(readOnly = true)
class ReadinessReading {

    private final Elections elections;
    private final ReadinessRows rows;
    private final Shortcomings shortcomings;
    private final ReadinessNotes notes;
    private final Checklist checklist;
    private final FieldReports reports;
    private final Regions regions;
    private final Staff staff;
    private final JdbcClient jdbc;

    ReadinessReading(
            Elections elections,
            ReadinessRows rows,
            Shortcomings shortcomings,
            ReadinessNotes notes,
            Checklist checklist,
            FieldReports reports,
            Regions regions,
            Staff staff,
            JdbcClient jdbc) {
        this.elections = elections;
        this.rows = rows;
        this.shortcomings = shortcomings;
        this.notes = notes;
        this.checklist = checklist;
        this.reports = reports;
        this.regions = regions;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_TPS} */
    ReadinessView of(@Nullable String election, @Nullable String roundCode, String tps, Actor actor) {
        if (!actor.may(Permission.SEE_READINESS, tps) && !actor.may(Permission.REPORT, tps)) {
            throw Problem.forbidden("OUTSIDE_SCOPE", tps);
        }
        var round = elections.round(election, roundCode);
        var station = elections.station(round, tps).orElseThrow(() -> Problem.notFound("UNKNOWN_TPS", tps));
        var about = new ReadinessCase(round, tps);
        var row = rows.find(about);
        return new ReadinessView(
                round.electionCode(),
                round.code(),
                tps,
                "TPS %03d %s".formatted(station.number(), regions.name(station.villageArea())),
                station.address(),
                row.state(),
                row.siteState(),
                row.logisticsState(),
                row.stage(),
                row.connectivity(),
                row.floodRisk(),
                missing(about),
                versions(about),
                notes.of(about).stream().map(this::said).toList());
    }

    private List<ReadinessView.Missing> missing(ReadinessCase about) {
        var items = checklist.byCode();
        return shortcomings.of(about).stream()
                .map(one -> new ReadinessView.Missing(
                        one.stage(),
                        one.itemCode(),
                        checklist.label(one.itemCode(), items),
                        one.answer(),
                        one.owner(),
                        one.owner() == null ? null : checklist.owner(one.owner()),
                        one.blocking(),
                        one.state().name(),
                        one.openedAt().atOffset(ZoneOffset.UTC),
                        one.dueAt().atOffset(ZoneOffset.UTC)))
                .toList();
    }

    private List<ReadinessView.Version> versions(ReadinessCase about) {
        return jdbc
                .sql(
                        """
                        SELECT report_id, stage, version, reporter_id, source, observed_at, array_to_string(photos, ' ') AS photos FROM readiness_report
                        WHERE round_id = ? AND tps_code = ? ORDER BY seq DESC LIMIT 50
                        """)
                .params(about.round().id(), about.tps())
                .query(Written.class)
                .list()
                .stream()
                .map(this::version)
                .toList();
    }

    private ReadinessView.Version version(Written written) {
        var remarks = reports.find(written.reportId())
                .map(report -> report.data().path("remarks").asText(""))
                .filter(text -> !text.isBlank())
                .orElse(null);
        return new ReadinessView.Version(
                written.stage(),
                written.version(),
                staff.name(written.reporterId()),
                written.source(),
                written.observedAt(),
                remarks,
                written.photos().isEmpty()
                        ? List.of()
                        : List.of(written.photos().split(" ")));
    }

    private ReadinessView.Said said(ReadinessNotes.Note note) {
        return new ReadinessView.Said(
                note.kind().name(),
                note.stage(),
                note.owner(),
                note.text(),
                note.number(),
                note.decidedOn(),
                note.relocated(),
                staff.name(note.staffId()),
                note.at());
    }

    record Written(
            UUID reportId,
            ReadinessStage stage,
            int version,
            long reporterId,
            String source,
            OffsetDateTime observedAt,
            String photos) {}
}
