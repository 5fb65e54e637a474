package id.deskpilkada.expectation.late;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundPhaseChanged;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundWork;
import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.expectation.wave.WaveChanged;
import id.deskpilkada.expectation.wave.WaveChanged.Cause;
import id.deskpilkada.expectation.wave.WaveLook;
import id.deskpilkada.expectation.wave.WaveRow;
import id.deskpilkada.expectation.wave.Waves;
import id.deskpilkada.platform.SystemTransactions;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the processes of a round in parts, and tells each what its wave has become. Whatever is asked twice changes nothing. */
@Component
class LateWatch implements RoundWork {

    private static final String WORK = "late-report";

    private final Waves waves;
    private final WaveLook look;
    private final LateReports late;
    private final LateReportProcess process;
    private final Elections elections;
    private final LateSettings settings;
    private final SystemTransactions transactions;
    private final Clock clock;

    LateWatch(
            Waves waves,
            WaveLook look,
            LateReports late,
            LateReportProcess process,
            Elections elections,
            LateSettings settings,
            SystemTransactions transactions,
            Clock clock) {
        this.waves = waves;
        this.look = look;
        this.late = late;
        this.process = process;
        this.elections = elections;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean openNext(RoundRef round) {
        return transactions.write(WORK, () -> {
            var unsettled = look.unsettled(round.id(), clock.instant(), settings.wavesPerPart());
            unsettled.forEach(wave -> settle(wave, Cause.MOVED));
            return unsettled.size() == settings.wavesPerPart();
        });
    }

    @EventListener
    void changed(WaveChanged changed) {
        if (elections.round(changed.wave().roundId()).phase().active()) {
            transactions.write(WORK, () -> settle(changed.wave(), changed.cause()));
        }
    }

    /** The steps of a round were changed: those who wait look at another time, those who call have another time. */
    void stepsChanged(long roundId) {
        transactions.write(WORK, () -> {
            for (var row : waves.running(roundId)) {
                settle(row.wave(), Cause.MOVED);
                if (row.chasedAt() != null) {
                    process.moveSteps(row);
                }
            }
        });
    }

    @EventListener
    void roundClosed(RoundPhaseChanged changed) {
        if (changed.round().phase() == RoundPhase.CLOSED) {
            transactions.write(WORK, () -> waves.running(changed.round().id())
                    .forEach(row -> process.tell(row, LateReportProcess.WAVE_OVER)));
        }
    }

    private void settle(Wave wave, Cause cause) {
        var row = late.locked(wave);
        var facts = late.facts(wave);
        switch (row.state()) {
            case NEW, DONE -> {
                if (facts.missing() > 0) {
                    process.open(wave);
                }
            }
            case WAITING -> {
                if (cause == Cause.WITHDRAWN && facts.missing() == 0) {
                    process.tell(row, LateReportProcess.WAVE_OVER);
                } else {
                    lookAt(row, late.looksAt(wave, facts));
                }
            }
            case CHASING -> {
                if (facts.late() == 0) {
                    process.tell(
                            row,
                            cause == Cause.MOVED && facts.missing() > 0
                                    ? LateReportProcess.DEADLINE_MOVED
                                    : LateReportProcess.NOBODY_LATE);
                }
            }
        }
    }

    private void lookAt(WaveRow row, Instant at) {
        if (!at.equals(row.looksAt())) {
            process.moveTimers(row, at);
        }
    }
}
