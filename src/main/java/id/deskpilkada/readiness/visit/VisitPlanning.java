package id.deskpilkada.readiness.visit;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Changes;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.Scope;
import id.deskpilkada.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans, moves and cancels visits; each has its process. */
@Service
class VisitPlanning {

    private static final int LONGEST_TEXT = 500;

    private final VisitRows rows;
    private final LeaderVisitProcess process;
    private final VisitMessages messages;
    private final Elections elections;
    private final PreparationDates dates;
    private final Staff staff;
    private final Changes changes;
    private final Clock clock;

    VisitPlanning(
            VisitRows rows,
            LeaderVisitProcess process,
            VisitMessages messages,
            Elections elections,
            PreparationDates dates,
            Staff staff,
            Changes changes,
            Clock clock) {
        this.rows = rows;
        this.process = process;
        this.messages = messages;
        this.elections = elections;
        this.dates = dates;
        this.staff = staff;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param leader user name
     * @param dueAt null: on the day of voting
     */
    record Plan(@Nullable String tps, @Nullable String leader, @Nullable Instant dueAt, @Nullable String reason) {}

    /** @throws Problem 422 {@code VISIT_INCOMPLETE} with all that is wrong, 403 {@code OUTSIDE_SCOPE}, 409 {@code VISIT_PLANNED_ALREADY} */
    @Transactional
    public Visit plan(RoundRef round, Plan plan, Actor actor) {
        actor.require(Permission.PLAN_VISITS);
        var problems = new ArrayList<FieldProblem>();
        var tps = plan.tps() == null ? "" : plan.tps().strip();
        if (elections.station(round, tps).isEmpty()) {
            problems.add(FieldProblem.field("tps", tps, "VISIT_TPS_UNKNOWN"));
        }
        var leader = leader(plan.leader(), tps, problems);
        check(plan, problems);
        refuse(problems);
        actor.require(Permission.PLAN_VISITS, tps);
        var due = plan.dueAt();
        var visit = new Visit(
                UUID.randomUUID(),
                round.id(),
                tps,
                leader,
                due == null ? dates.votingClosed(round.id()) : due,
                due != null,
                text(plan.reason()),
                Visit.State.PLANNED,
                null,
                null,
                null,
                actor.id(),
                now(),
                null);
        rows.insert(visit);
        process.start(visit);
        messages.planned(visit);
        changes.announce("visits", tps);
        return visit;
    }

    /**
     * Gives an open visit to another leader or another time; what the plan leaves out stays.
     *
     * @throws Problem 404 {@code UNKNOWN_VISIT}, 409 {@code VISIT_CLOSED}, {@code VISIT_PLANNED_ALREADY}, 422 {@code VISIT_INCOMPLETE}
     */
    @Transactional
    public void change(UUID id, Plan plan, Actor actor) {
        var before = authorised(id, actor).open();
        var problems = new ArrayList<FieldProblem>();
        var leader = plan.leader() == null || plan.leader().isBlank()
                ? before.leaderId()
                : leader(plan.leader(), before.tps(), problems);
        check(plan, problems);
        refuse(problems);
        var due = plan.dueAt() == null ? before.dueAt() : plan.dueAt();
        var reason = plan.reason() == null ? before.reason() : text(plan.reason());
        rows.change(id, leader, due, before.timed() || plan.dueAt() != null, reason);
        var after = rows.lock(id);
        process.planChanged(after);
        messages.planned(after);
        if (leader != before.leaderId()) {
            messages.cancelled(before);
        }
        changes.announce("visits", before.tps());
    }

    /** @throws Problem 404 {@code UNKNOWN_VISIT}, 409 {@code VISIT_CLOSED} */
    @Transactional
    public void cancel(UUID id, @Nullable String reason, Actor actor) {
        var visit = authorised(id, actor).open();
        var problems = new ArrayList<FieldProblem>();
        if (text(reason) == null) {
            problems.add(FieldProblem.field("reason", null, "VISIT_REASON_MISSING"));
        }
        refuse(problems);
        rows.answered(id, Visit.Answer.NOT_COMING, text(reason));
        rows.close(id, Visit.State.CANCELLED, null, now());
        process.cancelled(visit);
        messages.cancelled(visit);
        changes.announce("visits", visit.tps());
    }

    /** A visit without a time of its own belongs to the day of voting. */
    @EventListener
    @Transactional
    public void move(ScheduleChanged changed) {
        long round = changed.round().id();
        Scope.system("visits", () -> rows.untimed(round).forEach(visit -> {
            var due = dates.votingClosed(round);
            if (!due.equals(visit.dueAt())) {
                rows.change(visit.id(), visit.leaderId(), due, false, visit.reason());
                process.planChanged(rows.lock(visit.id()));
            }
        }));
    }

    private Visit authorised(UUID id, Actor actor) {
        actor.require(Permission.PLAN_VISITS);
        var visit = rows.lock(id);
        actor.require(Permission.PLAN_VISITS, visit.tps());
        return visit;
    }

    private long leader(@Nullable String username, String tps, List<FieldProblem> problems) {
        var leader = username == null || username.isBlank()
                ? null
                : staff.actor(username.strip()).orElse(null);
        if (leader == null || !leader.may(Permission.REPORT_VISIT, tps)) {
            problems.add(FieldProblem.field("leader", username, "VISIT_LEADER_UNKNOWN"));
            return 0;
        }
        return leader.id();
    }

    private void check(Plan plan, List<FieldProblem> problems) {
        var due = plan.dueAt();
        if (due != null
                && (due.isBefore(now().minus(1, ChronoUnit.DAYS)) || due.isAfter(now().plus(2000, ChronoUnit.DAYS)))) {
            problems.add(FieldProblem.field("dueAt", due.toString(), "VISIT_TIME_WRONG"));
        }
        var reason = plan.reason();
        if (reason != null && reason.length() > LONGEST_TEXT) {
            problems.add(FieldProblem.field("reason", reason, "VISIT_TEXT_TOO_LONG", LONGEST_TEXT));
        }
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw Problem.unprocessable("VISIT_INCOMPLETE", problems);
        }
    }

    private static @Nullable String text(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
