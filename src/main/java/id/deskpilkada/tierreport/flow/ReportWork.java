package id.deskpilkada.tierreport.flow;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.TierReport;
import id.deskpilkada.tierreport.TierReportRows;
import id.deskpilkada.tierreport.compile.TierCompiling;
import id.deskpilkada.tierreport.seal.Seals;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the processes do with a report, under the row of its case. */
@Component
class ReportWork {

    private static final String TIER = "TIER";

    private final TierCases cases;
    private final TierReportRows rows;
    private final ReportSteps steps;
    private final TierCompiling compiling;
    private final Seals seals;
    private final RunningReportProcess running;
    private final Elections elections;
    private final FlowSettings settings;
    private final DeskSettings desk;
    private final Clock clock;

    ReportWork(
            TierCases cases,
            TierReportRows rows,
            ReportSteps steps,
            TierCompiling compiling,
            Seals seals,
            RunningReportProcess running,
            Elections elections,
            FlowSettings settings,
            DeskSettings desk,
            Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.steps = steps;
        this.compiling = compiling;
        this.seals = seals;
        this.running = running;
        this.elections = elections;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    /** What a timer finds that fires. */
    enum Look {
        TIME_HAS_COME,
        /** The schedule has moved the slot. */
        NOT_YET,
        /** The schedule has it no more, or a later slot has overtaken it. */
        PASSED_OVER
    }

    /** When the timer of the slot is to fire; from here on whoever moves the slot moves the timer. */
    Instant dueAt(TierKey key) {
        return cases.lock(key).dueAt();
    }

    Look look(TierKey key) {
        cases.lock(key);
        var slot = slot(key);
        if (slot.isEmpty()) {
            cases.become(key, CaseState.WITHDRAWN);
            return Look.PASSED_OVER;
        }
        if (slot.get().dueAt().isAfter(clock.instant())) {
            cases.due(key, slot.get().dueAt());
            return Look.NOT_YET;
        }
        if (isOvertaken(key, slot.get())) {
            cases.become(key, CaseState.PASSED_OVER);
            return Look.PASSED_OVER;
        }
        return Look.TIME_HAS_COME;
    }

    /** After an outage over several slots the figures of now are told once, and not under every hour that has passed; what somebody must sign is always compiled. */
    private boolean isOvertaken(TierKey key, SlotRef slot) {
        var now = clock.instant();
        return !slot.requiresSignature()
                && slot.dueAt().plus(settings.passOverAfter()).isBefore(now)
                && elections.slots(key.roundId()).stream()
                        .anyMatch(later -> later.kind().equals(TIER)
                                && later.dueAt().isAfter(slot.dueAt())
                                && !later.dueAt().isAfter(now))
                && !cases.compiled(key.roundId(), key.slot());
    }

    Optional<SlotRef> slot(TierKey key) {
        return elections.slots(key.roundId()).stream()
                .filter(slot -> slot.kind().equals(TIER) && slot.slot().equals(key.slot()))
                .findFirst();
    }

    /** The next version of a report whose process waits for it. */
    TierReport compile(TierKey key) {
        cases.lock(key);
        var before = rows.latest(key.roundId(), key.slot(), key.area()).orElse(null);
        var asked = before == null ? null : steps.asked(before.id()).orElse(null);
        var cause = before == null ? TierCause.FIRST : asked == null ? TierCause.CHECKED : asked.cause();
        boolean signed =
                slot(key).map(SlotRef::requiresSignature).orElseGet(() -> before != null && before.requiresSignature());
        var report = compiled(
                key,
                before,
                signed || cause == TierCause.RETURNED,
                cause,
                asked == null ? null : asked.reason(),
                asked == null ? null : asked.by());
        if (report.requiresSignature()) {
            cases.become(key, key.isDistrict() ? CaseState.SIGNING : CaseState.CHECKING);
        }
        return report;
    }

    /** The figures of now before somebody signs; the process does not notice. */
    TierReport compileAgain(TierReport before, long actor) {
        return compiled(TierKey.of(before), before, before.requiresSignature(), TierCause.CHECKED, null, actor);
    }

    private TierReport compiled(
            TierKey key,
            @Nullable TierReport before,
            boolean signed,
            TierCause cause,
            @Nullable String reason,
            @Nullable Long actor) {
        var due = slot(key).map(SlotRef::dueAt).orElseGet(() -> before == null ? clock.instant() : before.slotDueAt());
        return compiling.compile(new TierCompiling.Order(
                key.roundId(), key.slot(), key.area(), key.level(), due, signed, cause, reason, actor));
    }

    /** Nobody is asked. */
    void settle(TierKey key) {
        cases.lock(key);
        seals.settle(latest(key), null);
        cases.become(key, CaseState.SETTLED);
    }

    /** Waiting ends with the last district; a correction of what the regency has worked with reaches its report too. */
    void handOver(TierKey key) {
        var report = latest(key);
        var found = cases.lockIfThere(regency(key));
        if (found.isEmpty()) {
            return;
        }
        var regency = found.get().key();
        var state = found.get().state();
        if (state == CaseState.WAITING) {
            if (cases.awaited(key.roundId(), key.slot()).isEmpty()) {
                running.tell(regency, RunningReportProcess.DISTRICTS_IN);
            }
        } else if (report.cause() == TierCause.CORRECTION) {
            if (state.open()) {
                cases.become(regency, CaseState.WAITING);
                running.tell(regency, RunningReportProcess.FIGURES_CHANGED);
            } else if (state.over()) {
                steps.correctedBelow(latest(regency), report);
                anew(regency);
            }
        }
    }

    /** What was settled is worked on once more. */
    void anew(TierKey key) {
        cases.become(key, CaseState.WAITING);
        running.startAnew(key);
    }

    /** Whether the regency has to wait for districts. */
    boolean districtsAwaited(TierKey regency) {
        cases.lock(regency);
        return !cases.awaited(regency.roundId(), regency.slot()).isEmpty();
    }

    /** From the due time on, or from now where that is past, so that an outage or a report that was given back takes no time away from the districts. */
    Instant waitsUntil(TierKey regency) {
        var due = cases.lock(regency).dueAt();
        var now = clock.instant();
        return (due.isAfter(now) ? due : now).plus(settings.waitForDistricts());
    }

    TierReport latest(TierKey key) {
        return rows.latest(key.roundId(), key.slot(), key.area()).orElseThrow();
    }

    TierKey regency(TierKey district) {
        return district.in(desk.area());
    }

    /** Whether this installation serves a regency, whose districts report to it. */
    boolean servesARegency() {
        return new TierKey(0, "", desk.area()).level() == TierLevel.REGENCY
                && desk.area().length() == 4;
    }
}
