package id.deskpilkada.expectation.call;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.SlotNames;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be called for in a round: its slots by kind and race, in the order in which they are due. */
@Component
class CallSlots {

    private final JdbcClient jdbc;
    private final Elections elections;
    private final SlotNames names;
    private final Clock clock;

    CallSlots(JdbcClient jdbc, Elections elections, SlotNames names, Clock clock) {
        this.jdbc = jdbc;
        this.elections = elections;
        this.names = names;
        this.clock = clock;
    }

    /**
     * One line of what can be called for.
     *
     * @param race null for a kind that knows no race
     * @param missing in the districts of the place; a village is told those of its district
     */
    record CallSlot(
            ReportKind kind, String slot, @Nullable RaceRef race, String name, @Nullable Instant dueAt, int missing) {

        public @Nullable String raceCode() {
            return race == null ? null : race.code();
        }

        boolean is(@Nullable ReportKind otherKind, @Nullable String otherSlot, @Nullable String otherRace) {
            boolean sameRace = otherRace == null || otherRace.equals(raceCode());
            boolean sameSlot = kind == ReportKind.C1 || otherSlot == null || otherSlot.equals(slot);
            return kind == otherKind && sameSlot && sameRace;
        }
    }

    /** @param area digits */
    List<CallSlot> of(RoundRef round, String area) {
        var schedule = elections.slots(round.id());
        var found = jdbc.sql(
                        """
                        SELECT kind, slot, race_id, sum(missing) AS missing FROM report_wave
                        WHERE round_id = ? AND starts_with(district_area, ?) GROUP BY 1, 2, 3
                        """)
                .params(round.id(), area.substring(0, Math.min(6, area.length())))
                .query((row, n) -> slot(
                        ReportKind.valueOf(row.getString("kind")),
                        row.getString("slot"),
                        row.getLong("race_id"),
                        row.getInt("missing"),
                        schedule))
                .list();
        var slots = new ArrayList<CallSlot>(found);
        slots.removeIf(slot -> slot.dueAt() == null && slot.missing() == 0);
        slots.sort(Comparator.comparing(CallSlot::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                .thenComparing(CallSlot::name));
        return slots;
    }

    /**
     * The one that is asked for, or else the one that fell due last and still lacks something, or else the next.
     *
     * @throws Problem 422 {@code UNKNOWN_SLOT}
     */
    CallSlot choose(List<CallSlot> slots, @Nullable ReportKind kind, @Nullable String slot, @Nullable String race) {
        if (kind != null) {
            return slots.stream()
                    .filter(one -> one.is(kind, slot, race))
                    .findFirst()
                    .orElseThrow(() -> Problem.unprocessable("UNKNOWN_SLOT", slot == null ? kind.name() : slot));
        }
        var now = clock.instant();
        CallSlot next = null;
        CallSlot chosen = null;
        for (var one : slots) {
            var due = one.dueAt();
            if (due == null || !due.isAfter(now)) {
                chosen = one.missing() > 0 || chosen == null ? one : chosen;
            } else if (next == null) {
                next = one;
            }
        }
        return chosen != null && (chosen.missing() > 0 || next == null) ? chosen : next == null ? slots.get(0) : next;
    }

    private CallSlot slot(ReportKind kind, String slot, long raceId, int missing, List<SlotRef> schedule) {
        var race = raceId == 0 ? null : elections.race(raceId);
        var due = schedule.stream()
                .filter(one -> one.kind().equals(kind.name())
                        && (kind == ReportKind.C1 || one.slot().equals(slot)))
                .map(SlotRef::dueAt)
                .findFirst()
                .orElse(null);
        return new CallSlot(kind, slot, race, names.of(kind, slot, race), due, missing);
    }
}
