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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When the slots of a practice are: their names stay those of the real day, so that everybody learns the words that they will read then. */
@Component
class PracticeSchedule {

    private static final String CHECK = "READINESS";
    private static final String SITE = "H-7";
    private static final String LOGISTICS = "H-1";
    private static final Duration CHECK_LASTS = Duration.ofHours(1);

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

    /** At the hours of a real day; the checks of TPS may be sent from now on. */
    List<SlotRef> at(LocalDate day) {
        return withChecks(setup.slotsOf(day)).stream()
                .map(slot -> slot.kind().equals(CHECK) && clock.instant().isBefore(slot.opensAt())
                        ? new SlotRef(slot.slot(), CHECK, now(), slot.dueAt(), false)
                        : slot)
                .toList();
    }

    /** Both checks of a TPS, which are a week apart for real, are made in the two hours before the polls prepare. */
    private static List<SlotRef> withChecks(List<SlotRef> day) {
        var begins = day.stream().map(SlotRef::opensAt).min(Instant::compareTo).orElseThrow();
        var site =
                new SlotRef(SITE, CHECK, begins.minus(CHECK_LASTS.multipliedBy(2)), begins.minus(CHECK_LASTS), false);
        var logistics = new SlotRef(LOGISTICS, CHECK, site.dueAt(), begins, false);
        return Stream.concat(Stream.of(site, logistics), day.stream()).toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** The day from its first slot to its last, beginning now. */
    List<SlotRef> pressedInto(int hours) {
        var real = withChecks(setup.slotsOf(today()));
        var first = real.stream().map(SlotRef::opensAt).min(Instant::compareTo).orElseThrow();
        var last = real.stream().map(SlotRef::dueAt).max(Instant::compareTo).orElseThrow();
        var begins = now();
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
