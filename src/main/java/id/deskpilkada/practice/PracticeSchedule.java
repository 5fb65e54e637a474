package id.deskpilkada.practice;

import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** When the slots of a practice are: their names stay those of the real day, so that everybody learns the words that they will read then. */
@Component
class PracticeSchedule {

    private final ElectionSetup setup;
    private final Regions regions;
    private final Clock clock;

    PracticeSchedule(ElectionSetup setup, Regions regions, Clock clock) {
        this.setup = setup;
        this.regions = regions;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(regions.zone()));
    }

    List<SlotRef> at(LocalDate day) {
        return setup.slotsOf(day);
    }

    /** The day from its first slot to its last, beginning now. */
    List<SlotRef> pressedInto(int hours) {
        var real = setup.slotsOf(today());
        var first = real.stream().map(SlotRef::opensAt).min(Instant::compareTo).orElseThrow();
        var last = real.stream().map(SlotRef::dueAt).max(Instant::compareTo).orElseThrow();
        var begins = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        double share = (double) Duration.ofHours(hours).toSeconds()
                / Duration.between(first, last).toSeconds();
        UnaryOperator<Instant> pressed =
                at -> begins.plusSeconds(Math.round(Duration.between(first, at).toSeconds() * share));
        return real.stream()
                .map(slot -> new SlotRef(
                        slot.slot(),
                        slot.kind(),
                        pressed.apply(slot.opensAt()),
                        pressed.apply(slot.dueAt()),
                        slot.requiresSignature()))
                .toList();
    }
}
