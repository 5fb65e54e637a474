package id.deskpilkada.tierreport.flow;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundPhaseChanged;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundWork;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.tierreport.TierReportRows;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the processes of every slot in parts, moves their timers with the schedule, and ends what is no longer awaited. Whatever is asked twice changes nothing. */
@Component
class TierWork implements RoundWork {

    private static final String WORK = "tier-report";
    private static final String TIER = "TIER";

    private final TierCases cases;
    private final TierReportRows rows;
    private final RunningReportProcess running;
    private final TierMessages messages;
    private final Elections elections;
    private final ReportWork work;
    private final FlowSettings settings;
    private final DeskSettings desk;
    private final SystemTransactions transactions;
    private final Clock clock;

    TierWork(
            TierCases cases,
            TierReportRows rows,
            RunningReportProcess running,
            TierMessages messages,
            Elections elections,
            ReportWork work,
            FlowSettings settings,
            DeskSettings desk,
            SystemTransactions transactions,
            Clock clock) {
        this.cases = cases;
        this.rows = rows;
        this.running = running;
        this.messages = messages;
        this.elections = elections;
        this.work = work;
        this.settings = settings;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean openNext(RoundRef round) {
        return work.servesARegency() && transactions.write(WORK, () -> part(round));
    }

    private boolean part(RoundRef round) {
        var slots = elections.slots(round.id()).stream()
                .filter(slot -> slot.kind().equals(TIER))
                .collect(Collectors.toMap(SlotRef::slot, Function.identity()));
        var there = new HashMap<TierKey, TierCase>();
        cases.ofRound(round.id()).forEach(row -> there.put(row.key(), row));
        there.values().stream().filter(row -> row.state().open()).forEach(row -> follow(row, slots));
        int opened = 0;
        for (var slot : slots.values()) {
            for (var key : wanted(round, slot)) {
                if (opened == settings.casesPerPart()) {
                    return true;
                }
                var row = there.get(key);
                if ((row == null || row.state().unused()) && cases.open(key, slot.dueAt())) {
                    running.start(key);
                    opened++;
                }
            }
        }
        return false;
    }

    /** Nothing of a slot that was over before anybody could have worked on it. */
    private List<TierKey> wanted(RoundRef round, SlotRef slot) {
        if (!slot.dueAt().isAfter(clock.instant().minus(settings.passOverAfter()))) {
            return List.of();
        }
        var keys = new ArrayList<TierKey>();
        elections.districts(round).forEach(area -> keys.add(new TierKey(round.id(), slot.slot(), area)));
        if (!keys.isEmpty()) {
            keys.add(new TierKey(round.id(), slot.slot(), desk.area()));
        }
        return keys;
    }

    private void follow(TierCase row, Map<String, SlotRef> slots) {
        var slot = slots.get(row.slot());
        if (slot == null) {
            withdraw(row.key());
        } else if (!slot.dueAt().equals(row.dueAt())) {
            move(row.key(), slot.dueAt());
        }
    }

    private void move(TierKey key, Instant dueAt) {
        if (cases.lock(key).state() == CaseState.WAITING) {
            running.moveTimer(key, dueAt);
        }
        cases.due(key, dueAt);
    }

    private void withdraw(TierKey key) {
        var state = cases.lock(key).state();
        if (state.open()) {
            if (state != CaseState.WAITING) {
                messages.withdrawn(work.latest(key));
            }
            end(key, CaseState.WITHDRAWN);
        }
    }

    @EventListener
    void roundClosed(RoundPhaseChanged changed) {
        if (changed.round().phase() == RoundPhase.CLOSED) {
            transactions.write(WORK, () -> cases.ofRound(changed.round().id()).stream()
                    .filter(row -> row.state().open())
                    .forEach(row -> end(row.key(), CaseState.UNSIGNED)));
        }
    }

    private void end(TierKey key, CaseState state) {
        cases.lock(key);
        boolean compiled = rows.latest(key.roundId(), key.slot(), key.area()).isPresent();
        cases.become(key, compiled ? state : CaseState.WITHDRAWN);
        running.tell(key, RunningReportProcess.NO_LONGER_AWAITED);
    }
}
