package id.deskpilkada.election;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dates by which a round goes on, read from its schedule as the running transaction sees it. */
@Component
class RoundDates {

    static final String READINESS = "READINESS";
    static final String VOTING = "VOTING";

    private final Elections elections;
    private final RoundQueries rounds;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoundDates(Elections elections, RoundQueries rounds, JdbcClient jdbc, Clock clock) {
        this.elections = elections;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A change of the schedule holds the round's row until it has moved the timers, so that no timer is made from the schedule before. */
    void hold(long roundId) {
        jdbc.sql("SELECT id FROM round WHERE id = ? FOR SHARE")
                .param(roundId)
                .query(Long.class)
                .single();
    }

    boolean hasReadiness(long roundId) {
        return slots(roundId, READINESS).findAny().isPresent();
    }

    /** When readiness is waited for no more: at the last slot for it. */
    Instant readinessDeadline(long roundId) {
        return slots(roundId, READINESS)
                .map(SlotRef::dueAt)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> votingOpensAt(roundId));
    }

    /** When the first slot of the day of voting opens; without any, when the polls close. */
    Instant votingOpensAt(long roundId) {
        var closing = countingOpensAt(roundId);
        return slots(roundId, VOTING)
                .map(SlotRef::opensAt)
                .filter(opens -> opens.isBefore(closing))
                .min(Comparator.naturalOrder())
                .orElse(closing);
    }

    Instant countingOpensAt(long roundId) {
        return elections.countingOpensAt(roundId);
    }

    /** When C1 is waited for no more. */
    Instant countingDeadline(long roundId) {
        return slots(roundId, DefaultSchedule.C1)
                .map(SlotRef::dueAt)
                .findFirst()
                .orElseGet(() -> countingOpensAt(roundId));
    }

    /** When the last report of the schedule is due. */
    Instant reportingDeadline(long roundId) {
        return rounds.slots(roundId).stream()
                .map(SlotRef::dueAt)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> countingOpensAt(roundId));
    }

    /** The slots of the day of voting in the order in which they open. */
    List<SlotRef> votingSlots(long roundId) {
        return slots(roundId, VOTING)
                .sorted(Comparator.comparing(SlotRef::opensAt).thenComparing(SlotRef::dueAt))
                .toList();
    }

    /** When a task of the desk is due. Readiness is reported by its deadline, or, when that has passed, before voting begins; the desk closes when the last report is due. */
    Instant due(String task, long roundId) {
        if (task.equals(ElectionRoundProcess.CLOSE_DESK)) {
            return reportingDeadline(roundId);
        }
        var deadline = readinessDeadline(roundId);
        return clock.instant().isBefore(deadline) ? deadline : votingOpensAt(roundId);
    }

    private Stream<SlotRef> slots(long roundId, String kind) {
        return rounds.slots(roundId).stream().filter(slot -> slot.kind().equals(kind));
    }
}
