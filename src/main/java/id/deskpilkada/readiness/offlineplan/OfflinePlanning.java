package id.deskpilkada.readiness.offlineplan;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.ConnectivityReported;
import id.deskpilkada.readiness.OfflinePlanRecorded;
import id.deskpilkada.readiness.OfflinePlans;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes plans down, lets their due times hold, and knows which TPS have one. */
@Service
class OfflinePlanning implements OfflinePlans {

    /** The reports of the day: only they can have due times of a plan. */
    private static final Set<String> PLANNED = Set.of(ReportKind.VOTING.name(), ReportKind.C1.name());

    private static final int MOST_TPS = 100;
    private static final int VILLAGE = 10;

    private final PlanRows rows;
    private final PlanNotes notes;
    private final Elections elections;
    private final ExpectedReports reports;
    private final ApplicationEventPublisher events;
    private final Changes changes;
    private final Clock clock;

    OfflinePlanning(
            PlanRows rows,
            PlanNotes notes,
            Elections elections,
            ExpectedReports reports,
            ApplicationEventPublisher events,
            Changes changes,
            Clock clock) {
        this.rows = rows;
        this.notes = notes;
        this.elections = elections;
        this.reports = reports;
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean complete(long roundId, String tps) {
        return rows.holding(roundId, tps).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> inWords(long roundId, String tps) {
        return notes.plan(roundId, tps);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> inWords(long roundId, Collection<String> tps) {
        return notes.plans(roundId, tps);
    }

    @EventListener
    void note(ConnectivityReported reported) {
        rows.reported(reported.roundId(), reported.tps(), reported.connectivity(), reported.at());
        changes.announce("offline-plan", reported.tps());
    }

    /** The slots that a plan can give other due times. */
    List<SlotRef> slots(RoundRef round) {
        return elections.slots(round.id()).stream()
                .filter(slot -> PLANNED.contains(slot.kind()))
                .toList();
    }

    /**
     * Writes the same plan down for a TPS and others of its village. A TPS whose plan says just that keeps its version.
     *
     * @return the TPS with a new version
     * @throws Problem 422 {@code OFFLINE_PLAN_INCOMPLETE} with all that is missing or wrong; 403 {@code OUTSIDE_SCOPE}; 409 {@code OFFLINE_PLAN_CHANGED} when somebody else was faster
     */
    @Transactional
    public List<String> record(RoundRef round, String tps, PlanRequest asked, Actor actor) {
        var stations = stations(round, tps, asked.others(), actor);
        var plan = PlanCheck.checked(asked, slots(round));
        var basedOn = asked.basedOn();
        if (basedOn != null && basedOn != version(round, tps)) {
            throw Problem.conflict("OFFLINE_PLAN_CHANGED");
        }
        var changed = new ArrayList<String>();
        for (var station : stations) {
            var before = rows.holding(round.id(), station);
            if (before.filter(known -> known.plan().equals(plan)).isEmpty()) {
                write(round, station, before, plan, actor);
                changed.add(station);
            }
        }
        return changed;
    }

    private int version(RoundRef round, String tps) {
        return rows.holding(round.id(), tps).map(OfflinePlan.Version::version).orElse(0);
    }

    private void write(
            RoundRef round, String tps, Optional<OfflinePlan.Version> before, OfflinePlan plan, Actor actor) {
        var next = before.map(OfflinePlan.Version::version).orElse(0) + 1;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            rows.insert(round.id(), new OfflinePlan.Version(tps, next, plan, actor.id(), now));
        } catch (DuplicateKeyException faster) {
            throw Problem.conflict("OFFLINE_PLAN_CHANGED");
        }
        var old = before.map(known -> known.plan().dueTimes()).orElse(List.of());
        old.stream()
                .filter(due -> plan.dueTimes().stream().noneMatch(kept -> sameSlot(kept, due)))
                .filter(due ->
                        slots(round).stream().anyMatch(slot -> slot.slot().equals(due.slot())))
                .forEach(due -> reports.due(round.id(), ReportKind.valueOf(due.kind()), due.slot(), tps, null));
        plan.dueTimes()
                .forEach(due -> reports.due(round.id(), ReportKind.valueOf(due.kind()), due.slot(), tps, due.dueAt()));
        events.publishEvent(new OfflinePlanRecorded(round.id(), tps));
        changes.announce("offline-plan", tps);
    }

    private static boolean sameSlot(OwnDue one, OwnDue other) {
        return one.kind().equals(other.kind()) && one.slot().equals(other.slot());
    }

    private Set<String> stations(RoundRef round, String tps, List<String> others, Actor actor) {
        actor.require(Permission.PLAN_OFFLINE, tps);
        if (elections.station(round, tps).isEmpty()) {
            throw Problem.notFound("UNKNOWN_TPS", tps);
        }
        var wanted = new LinkedHashSet<>(others);
        wanted.add(tps);
        var problems = new ArrayList<FieldProblem>();
        if (wanted.size() > MOST_TPS) {
            problems.add(FieldProblem.field("alsoFor", null, "OFFLINE_TPS_TOO_MANY", MOST_TPS));
        }
        var village = tps.substring(0, VILLAGE);
        var known = elections.stations(round, village).stream()
                .map(station -> station.code())
                .collect(Collectors.toSet());
        others.stream()
                .filter(other -> !known.contains(other))
                .forEach(other -> problems.add(FieldProblem.field("alsoFor", other, "OFFLINE_OTHER_VILLAGE", other)));
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("OFFLINE_PLAN_INCOMPLETE", problems);
        }
        wanted.forEach(one -> actor.require(Permission.PLAN_OFFLINE, one));
        return wanted;
    }
}
