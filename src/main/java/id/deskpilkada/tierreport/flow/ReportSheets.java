package id.deskpilkada.tierreport.flow;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.TierStates;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.reading.ReportSight;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the forms of a report show to those who work on it. */
@Component
class ReportSheets {

    private final TierCases cases;
    private final TierReportRows rows;
    private final TierStates states;
    private final ReportSteps steps;
    private final Signatures signatures;
    private final ReportSight sight;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final FlowSettings settings;
    private final DeskSettings desk;

    ReportSheets(
            TierCases cases,
            TierReportRows rows,
            TierStates states,
            ReportSteps steps,
            Signatures signatures,
            ReportSight sight,
            Elections elections,
            Regions regions,
            Staff staff,
            FlowSettings settings,
            DeskSettings desk) {
        this.cases = cases;
        this.rows = rows;
        this.states = states;
        this.steps = steps;
        this.signatures = signatures;
        this.sight = sight;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.settings = settings;
        this.desk = desk;
    }

    /**
     * The newest version of a slot in a place.
     *
     * @throws Problem 403 without a part in its making, 404 {@code UNKNOWN_TIER_REPORT}
     */
    @Transactional(readOnly = true)
    public ReportSheet of(RoundRef round, String slot, String region, Actor actor) {
        var area = Area.digits(region);
        requirePart(area, actor);
        var report = rows.latest(round.id(), slot, area).orElseThrow(() -> Problem.notFound("UNKNOWN_TIER_REPORT"));
        var snapshot = sight.of(report, actor);
        return new ReportSheet(
                report.id(),
                report.code(),
                report.level(),
                report.version(),
                report.cause(),
                report.reason(),
                cases.find(TierKey.of(report)).map(row -> row.state().name()).orElse("WITHDRAWN"),
                report.slotDueAt().plus(settings.passOverAfter()).isBefore(report.compiledAt()),
                sight.withholdsVotes(report, actor),
                snapshot,
                sight.changes(report, actor),
                steps.sentBack(report).orElse(null),
                history(report),
                signatures.of(actor, report),
                report.level() == TierLevel.REGENCY ? districts(report, snapshot) : List.of(),
                report.level() == TierLevel.DISTRICT && actor.may(Permission.CHECK_REGENCY_REPORT, area)
                        ? callers(area)
                        : List.of());
    }

    private List<ReportSheet.Caller> callers(String district) {
        return staff.holders("camat", district).stream()
                .map(person -> {
                    var number = Optional.ofNullable(person.phone()).flatMap(PhoneNumber::of);
                    return new ReportSheet.Caller(
                            person.name(),
                            person.phone(),
                            number.map(known -> "tel:" + known.value()).orElse(null));
                })
                .toList();
    }

    private void requirePart(String area, Actor actor) {
        var permission = area.equals(desk.area()) ? Permission.APPROVE_REGENCY_REPORT : Permission.SEAL_DISTRICT_REPORT;
        if (!actor.may(permission, area) && !actor.may(Permission.CHECK_REGENCY_REPORT, area)) {
            actor.require(permission, area);
        }
    }

    private List<ReportSheet.Step> history(TierReport report) {
        return steps.all(report).stream()
                .map(step ->
                        new ReportSheet.Step(step.version(), step.step(), step.detail(), name(step.actor()), step.at()))
                .toList();
    }

    private @Nullable String name(@Nullable Long actor) {
        return actor == null ? null : staff.name(actor);
    }

    private List<ReportSheet.District> districts(TierReport report, Snapshot snapshot) {
        Map<String, Snapshot.District> included = snapshot.districts().stream()
                .collect(Collectors.toMap(part -> Area.digits(part.region().code()), Function.identity()));
        Map<String, TierReport> newest = rows.latestOfDistricts(report.roundId(), report.slot()).stream()
                .collect(Collectors.toMap(TierReport::area, Function.identity()));
        return elections.districts(elections.round(report.roundId())).stream()
                .map(area -> district(area, newest.get(area), included.get(area)))
                .toList();
    }

    private ReportSheet.District district(
            String area, @Nullable TierReport newest, Snapshot.@Nullable District included) {
        return new ReportSheet.District(
                Area.dotted(area),
                regions.name(area),
                newest == null ? null : newest.id(),
                newest == null ? null : newest.version(),
                included == null ? null : included.version(),
                newest == null ? "MISSING" : states.toTheTierAbove(newest),
                newest == null ? null : states.remarks(newest.id()));
    }
}
