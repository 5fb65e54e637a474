package id.deskpilkada.expectation.late;

import id.deskpilkada.election.Elections;
import id.deskpilkada.expectation.wave.Wave;
import id.deskpilkada.expectation.wave.WaveFacts;
import id.deskpilkada.expectation.wave.WaveLook;
import id.deskpilkada.expectation.wave.WaveRow;
import id.deskpilkada.expectation.wave.Waves;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What is decided about a wave, under the lock of its row. */
@Component
class LateReports {

    private final Waves waves;
    private final WaveLook look;
    private final LateSteps steps;
    private final Elections elections;
    private final Clock clock;

    LateReports(Waves waves, WaveLook look, LateSteps steps, Elections elections, Clock clock) {
        this.waves = waves;
        this.look = look;
        this.steps = steps;
        this.elections = elections;
        this.clock = clock;
    }

    LateCase about(Wave wave) {
        return new LateCase(
                elections.round(wave.roundId()), wave, wave.raceId() == 0 ? null : elections.race(wave.raceId()));
    }

    /** @throws IllegalStateException for a wave that nobody has counted */
    WaveRow locked(Wave wave) {
        return waves.lock(wave).orElseThrow(() -> new IllegalStateException("no such wave " + wave));
    }

    /** What is late now; a camat who is asked some time after the due time finds the reports late from then on. */
    WaveFacts facts(Wave wave) {
        return look.at(wave, clock.instant().minus(steps(wave).camat()));
    }

    /** When the next look is due; at once when nothing is expected any more. */
    Instant looksAt(Wave wave, WaveFacts facts) {
        var due = facts.firstDue();
        return due == null ? clock.instant() : due.plus(steps(wave).camat());
    }

    Instant remindsAt(Wave wave, Instant looksAt) {
        var of = steps(wave);
        return looksAt.minus(of.camat()).minus(of.remindBefore());
    }

    /** Writes down when the process looks next. */
    Instant waits(Wave wave) {
        locked(wave);
        var at = looksAt(wave, facts(wave));
        waves.waiting(wave, at);
        return at;
    }

    /** Looks at the wave; whoever is late is called from now on. */
    WaveFacts check(Wave wave) {
        locked(wave);
        var facts = facts(wave);
        if (facts.late() > 0) {
            waves.chasing(wave, clock.instant());
        }
        return facts;
    }

    /** When a step is due for a wave that is called for. */
    Instant stepAt(Wave wave, Addressee addressee) {
        var since = locked(wave).chasedAt();
        var of = steps(wave);
        return (since == null ? clock.instant() : since)
                .plus(of.after(addressee))
                .minus(of.camat());
    }

    /** @throws Problem 409 {@code STILL_LATE} while somebody is late: the task ends by itself */
    void requireNobodyLate(Wave wave) {
        locked(wave);
        int late = facts(wave).late();
        if (late > 0) {
            throw Problem.conflict("STILL_LATE", late);
        }
    }

    private Steps steps(Wave wave) {
        return steps.of(wave.roundId(), wave.kind());
    }
}
