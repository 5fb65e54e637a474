package id.deskpilkada.expectation.late;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of late reports of a round, as data: read by those who run rounds, and changed while it runs. */
@RestController
@RequestMapping("/api/elections/{election}/rounds/{round}/late-steps")
class LateStepsController {

    private static final long LONGEST = Duration.ofDays(30).toSeconds();

    private final LateSteps steps;
    private final LateWatch watch;
    private final Elections elections;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final DeskSettings desk;

    LateStepsController(
            LateSteps steps,
            LateWatch watch,
            Elections elections,
            TransactionTemplate transaction,
            Audit audit,
            DeskSettings desk) {
        this.steps = steps;
        this.watch = watch;
        this.elections = elections;
        this.transaction = transaction;
        this.audit = audit;
        this.desk = desk;
    }

    /** @param afterSeconds after the due time; negative before it, for the reminder of the REPORTER only */
    record Step(@Nullable ReportKind kind, @Nullable Addressee addressee, @Nullable Long afterSeconds) {}

    record StepList(@Nullable List<@Nullable Step> steps) {}

    @GetMapping
    StepList steps(Actor actor, @PathVariable String election, @PathVariable String round) {
        actor.require(Permission.RUN_ROUNDS);
        return list(elections.round(election, round));
    }

    /** What is not named stays. */
    @PutMapping
    StepList change(
            Actor actor, @PathVariable String election, @PathVariable String round, @RequestBody StepList wanted) {
        actor.require(Permission.RUN_ROUNDS);
        var about = elections.round(election, round);
        var changed = read(about, wanted.steps() == null ? List.of() : wanted.steps());
        transaction.executeWithoutResult(status -> {
            changed.forEach((kind, of) -> steps.set(about.id(), kind, of));
            watch.stepsChanged(about.id());
            audit.record(
                    "late-steps.changed",
                    "round/" + about.businessKey(),
                    Area.digits(desk.regency()),
                    Map.of("steps", changed.toString()));
        });
        return list(about);
    }

    private Map<ReportKind, Steps> read(RoundRef round, List<@Nullable Step> wanted) {
        var changed = new EnumMap<ReportKind, Steps>(ReportKind.class);
        var faults = new ArrayList<FieldProblem>();
        for (int at = 0; at < wanted.size(); at++) {
            var step = wanted.get(at);
            var fault = fault("steps." + at, step);
            fault.ifPresent(faults::add);
            if (fault.isEmpty() && step != null && step.kind() != null) {
                var known = changed.computeIfAbsent(step.kind(), kind -> steps.of(round.id(), kind));
                changed.put(step.kind(), with(known, step));
            }
        }
        changed.forEach((kind, of) -> {
            if (!of.inOrder()) {
                faults.add(FieldProblem.field("steps", kind.name(), "STEPS_OUT_OF_ORDER", kind.name()));
            }
        });
        if (!faults.isEmpty()) {
            throw Problem.unprocessable("MALFORMED", faults);
        }
        return changed;
    }

    private static Steps with(Steps known, Step step) {
        return step.addressee() == null || step.afterSeconds() == null
                ? known
                : known.with(step.addressee(), Duration.ofSeconds(step.afterSeconds()));
    }

    private static Optional<FieldProblem> fault(String field, @Nullable Step step) {
        if (step == null || step.kind() == null || !LateSteps.KINDS.contains(step.kind())) {
            return Optional.of(FieldProblem.field(
                    field + ".kind",
                    step == null || step.kind() == null ? null : step.kind().name(),
                    "UNKNOWN_CHOICE",
                    "READINESS, VOTING, C1"));
        }
        if (step.addressee() == null) {
            return Optional.of(
                    FieldProblem.field(field + ".addressee", null, "UNKNOWN_CHOICE", "REPORTER, CAMAT, DESK, LEADER"));
        }
        var after = step.afterSeconds();
        return after == null || Math.abs(after) > LONGEST
                ? Optional.of(FieldProblem.field(
                        field + ".afterSeconds",
                        after == null ? null : after.toString(),
                        "STEP_SECONDS",
                        Long.toString(LONGEST)))
                : Optional.empty();
    }

    private StepList list(RoundRef round) {
        var all = new ArrayList<@Nullable Step>();
        for (var kind : LateSteps.KINDS) {
            var of = steps.of(round.id(), kind);
            Arrays.stream(Addressee.values())
                    .map(addressee ->
                            new Step(kind, addressee, of.after(addressee).toSeconds()))
                    .forEach(all::add);
        }
        return new StepList(all);
    }
}
