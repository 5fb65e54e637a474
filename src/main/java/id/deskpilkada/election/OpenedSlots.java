package id.deskpilkada.election;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which slots of the day of voting a round has opened. What is opened stays so, also when its times move. */
@Component
class OpenedSlots {

    private final RoundDates dates;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenedSlots(RoundDates dates, JdbcClient jdbc, Clock clock) {
        this.dates = dates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The slot that opens next. */
    Optional<SlotRef> next(long roundId) {
        var known = named(roundId, "true");
        return dates.votingSlots(roundId).stream()
                .filter(slot -> !known.contains(slot.slot()))
                .findFirst();
    }

    /** When it opens; one that would open after the polls have closed opens when they close. */
    Instant nextOpensAt(long roundId) {
        var closing = dates.countingOpensAt(roundId);
        return next(roundId)
                .map(SlotRef::opensAt)
                .filter(opens -> opens.isBefore(closing))
                .orElse(closing);
    }

    /** The slot whose work is being opened: one that is not finished, else the next one, which is open from now on. */
    Optional<SlotRef> opening(long roundId) {
        var unfinished = named(roundId, "NOT complete");
        var current = dates.votingSlots(roundId).stream()
                .filter(slot -> unfinished.contains(slot.slot()))
                .findFirst();
        return current.isPresent() ? current : next(roundId).map(slot -> open(roundId, slot));
    }

    private SlotRef open(long roundId, SlotRef slot) {
        jdbc.sql("INSERT INTO voting_slot_opening (round_id, slot, opened_at) VALUES (?, ?, ?)")
                .params(roundId, slot.slot(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return slot;
    }

    void complete(long roundId, SlotRef slot) {
        jdbc.sql("UPDATE voting_slot_opening SET complete = true WHERE round_id = ? AND slot = ?")
                .params(roundId, slot.slot())
                .update();
    }

    /** The slots of the schedule whose work stands. */
    List<SlotRef> opened(long roundId) {
        var finished = named(roundId, "complete");
        return dates.votingSlots(roundId).stream()
                .filter(slot -> finished.contains(slot.slot()))
                .toList();
    }

    private Set<String> named(long roundId, String which) {
        return Set.copyOf(jdbc.sql("SELECT slot FROM voting_slot_opening WHERE round_id = ? AND " + which)
                .param(roundId)
                .query(String.class)
                .list());
    }
}
