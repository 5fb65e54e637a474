package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hours of the day at which polling stations report, and what each of them asks. */
@Component
class EntrySlots {

    static final String KIND = ReportKind.VOTING.name();
    /** Polls open at 07.00 local time, in both election laws. */
    private static final LocalTime POLLS_OPEN = LocalTime.of(7, 0);

    private static final Pattern NAME = Pattern.compile("([01]?\\d|2[0-3])[.:]([0-5]\\d)");

    private final Elections elections;
    private final Regions regions;
    private final Clock clock;

    EntrySlots(Elections elections, Regions regions, Clock clock) {
        this.elections = elections;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What a slot asks beside how calm it is.
     *
     * @param opening when the TPS opened, and voters so far
     * @param closing when it closed: the last slot
     * @param duty how the officers are and since when they are there: before the polls open
     */
    record Asked(boolean opening, boolean closing, boolean duty) {}

    /** In the order in which they are due. */
    List<SlotRef> of(long roundId) {
        return elections.slots(roundId).stream()
                .filter(slot -> slot.kind().equals(KIND))
                .toList();
    }

    boolean opened(SlotRef slot) {
        return !slot.opensAt().isAfter(clock.instant());
    }

    Asked asked(List<SlotRef> slots, SlotRef slot) {
        var before = hour(slot).isBefore(POLLS_OPEN);
        return new Asked(!before, slot.equals(slots.get(slots.size() - 1)), before);
    }

    /** The hour in its name, whenever it is due: in a simulated day that is another. */
    private LocalTime hour(SlotRef slot) {
        var named = NAME.matcher(slot.slot());
        return named.matches()
                ? LocalTime.of(Integer.parseInt(named.group(1)), Integer.parseInt(named.group(2)))
                : LocalTime.ofInstant(slot.dueAt(), regions.zone());
    }

    /**
     * The slot a reporter most likely means: the next one due; or the one before, while it misses reports and was due a short time ago.
     *
     * @param missing how many reports each slot still misses, by its name
     */
    SlotRef likely(List<SlotRef> slots, Map<String, Integer> missing) {
        var now = clock.instant();
        @Nullable SlotRef before = null;
        for (var slot : slots) {
            if (now.isBefore(slot.dueAt())) {
                return before != null && missing.getOrDefault(before.slot(), 0) > 0 && nearer(before, slot, now)
                        ? before
                        : slot;
            }
            before = slot;
        }
        return slots.get(slots.size() - 1);
    }

    private static boolean nearer(SlotRef before, SlotRef next, Instant now) {
        return Duration.between(before.dueAt(), now).compareTo(Duration.between(now, next.dueAt())) < 0;
    }
}
