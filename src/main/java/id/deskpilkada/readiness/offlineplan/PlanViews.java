package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.StationRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.offlineplan.PlanView.Shown;
import id.deskpilkada.readiness.offlineplan.PlanView.SlotLine;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.Staff;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the plan of one TPS; whom it names is on record. */
@Component
class PlanViews {

    private final PlanRows rows;
    private final OfflinePlanning planning;
    private final Elections elections;
    private final Regions regions;
    private final Staff staff;
    private final Audit audit;

    PlanViews(PlanRows rows, OfflinePlanning planning, Elections elections, Regions regions, Staff staff, Audit audit) {
        this.rows = rows;
        this.planning = planning;
        this.elections = elections;
        this.regions = regions;
        this.staff = staff;
        this.audit = audit;
    }

    /** @throws Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_TPS} */
    @Transactional
    public PlanView of(RoundRef round, String tps, Actor actor) {
        actor.require(Permission.SEE_BLANK_SPOTS, tps);
        var station = elections.station(round, tps).orElseThrow(() -> Problem.notFound("UNKNOWN_TPS", tps));
        var version = rows.holding(round.id(), tps).orElse(null);
        if (version != null) {
            audit.record("offline-plan.viewed", "tps/" + tps, tps, Map.of());
        }
        var own = version == null ? List.<OwnDue>of() : version.plan().dueTimes();
        return new PlanView(
                tps,
                "TPS %03d".formatted(station.number()),
                Area.dotted(station.villageArea()),
                regions.name(station.villageArea()),
                regions.name(station.districtArea()),
                rows.connectivity(round.id(), List.of(tps)).get(tps),
                version != null,
                version == null ? null : shown(version),
                planning.slots(round).stream().map(slot -> line(slot, own)).toList());
    }

    /** The other TPS of its village, for a plan that serves them too. */
    @Transactional(readOnly = true)
    public List<Neighbour> neighbours(RoundRef round, String tps, Actor actor) {
        var others = elections.stations(round, tps.substring(0, 10)).stream()
                .filter(station -> !station.code().equals(tps) && actor.may(Permission.PLAN_OFFLINE, station.code()))
                .toList();
        var codes = others.stream().map(StationRef::code).toList();
        var connectivity = rows.connectivity(round.id(), codes);
        var planned = rows.holding(round.id(), codes);
        return others.stream()
                .map(station -> new Neighbour(
                        station.code(),
                        "TPS %03d".formatted(station.number()),
                        connectivity.get(station.code()) == Connectivity.NONE,
                        planned.containsKey(station.code())))
                .toList();
    }

    private Shown shown(OfflinePlan.Version version) {
        var plan = version.plan();
        return new Shown(
                version.version(),
                plan.channel(),
                plan.personName(),
                plan.personPhone(),
                plan.times(),
                plan.signalPoint(),
                plan.lat(),
                plan.lng(),
                plan.remarks(),
                staff.name(version.recordedById()),
                local(version.recordedAt()));
    }

    private SlotLine line(SlotRef slot, List<OwnDue> own) {
        @Nullable
        Instant ownDue = own.stream()
                .filter(due -> due.kind().equals(slot.kind()) && due.slot().equals(slot.slot()))
                .map(OwnDue::dueAt)
                .findFirst()
                .orElse(null);
        return new SlotLine(
                slot.kind(),
                slot.slot(),
                local(slot.opensAt()),
                local(slot.dueAt()),
                ownDue == null ? null : local(ownDue));
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(regions.zone()).toOffsetDateTime();
    }

    /** A TPS of the same village. */
    record Neighbour(String tps, String name, boolean blankSpot, boolean planned) {}
}
