package id.deskpilkada.election;

import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the schedule of a round as a whole. */
@Component
class Schedules {

    private final RoundQueries rounds;
    private final JdbcTemplate jdbc;
    private final Regions regions;
    private final Audit audit;
    private final Clock clock;

    Schedules(RoundQueries rounds, JdbcTemplate jdbc, Regions regions, Audit audit, Clock clock) {
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the wanted slots, or the default ones of the day; a schedule without a slot for C1 gets that of the default.
     *
     * @return whether anything is different now
     */
    boolean set(long roundId, @Nullable List<SlotRef> wanted, LocalDate day) {
        List<SlotRef> slots = complete(wanted, day);
        List<SlotRef> before = rounds.slots(roundId);
        if (Set.copyOf(before).equals(new HashSet<>(slots))) {
            return false;
        }
        clear(roundId);
        jdbc.batchUpdate(
                "INSERT INTO schedule_slot (round_id, slot, kind, opens_at, due_at, requires_signature) VALUES (?, ?, ?, ?, ?, ?)",
                slots,
                slots.size(),
                (row, slot) -> {
                    row.setLong(1, roundId);
                    row.setString(2, slot.slot());
                    row.setString(3, slot.kind());
                    row.setTimestamp(4, Timestamp.from(slot.opensAt()));
                    row.setTimestamp(5, Timestamp.from(slot.dueAt()));
                    row.setBoolean(6, slot.requiresSignature());
                });
        audit.record(
                "schedule.changed",
                "round/" + roundId,
                null,
                Map.of(
                        "before",
                        Integer.toString(before.size()),
                        "after",
                        slots.stream()
                                .map(slot -> slot.slot() + "=" + slot.opensAt() + "/" + slot.dueAt())
                                .collect(Collectors.joining(" "))));
        return true;
    }

    /** The default of a day without what is over already: a round that is decided today asks for nothing that was due last week. */
    List<SlotRef> ahead(LocalDate day) {
        Instant now = clock.instant();
        return DefaultSchedule.of(day, regions.zone()).stream()
                .filter(slot ->
                        slot.kind().equals(DefaultSchedule.C1) || slot.dueAt().isAfter(now))
                .toList();
    }

    /** The default of a day without what belongs to the weeks and the eve before it. */
    List<SlotRef> ofTheDay(LocalDate day) {
        var slots = DefaultSchedule.of(day, regions.zone()).stream()
                .filter(slot -> !slot.slot().startsWith("H-"))
                .toList();
        var begins = slots.stream()
                .filter(slot -> slot.kind().equals("VOTING"))
                .map(SlotRef::opensAt)
                .min(Instant::compareTo)
                .orElseThrow();
        return slots.stream()
                .map(slot -> slot.opensAt().isBefore(begins)
                        ? new SlotRef(slot.slot(), slot.kind(), begins, slot.dueAt(), slot.requiresSignature())
                        : slot)
                .toList();
    }

    void clear(long roundId) {
        jdbc.update("DELETE FROM schedule_slot WHERE round_id = ?", roundId);
    }

    private List<SlotRef> complete(@Nullable List<SlotRef> wanted, LocalDate day) {
        if (wanted == null) {
            return DefaultSchedule.of(day, regions.zone());
        }
        List<SlotRef> slots = new ArrayList<>(wanted);
        if (slots.stream().noneMatch(slot -> slot.kind().equals(DefaultSchedule.C1))) {
            slots.add(DefaultSchedule.c1(day, regions.zone()));
        }
        return slots;
    }
}
