package id.deskpilkada.voting;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.region.Regions;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The slots of the day in their order: one report of each TPS is expected in each, and each stays open until the next one is due. */
@Component("slotsOfTheDay")
public class VotingSlots implements RoundPreparation {

    /** By whose due time the polls should be open. */
    private static final String OPENING = "07.30";

    private static final int MOVED_FIRST = 10;

    private static final LocalTime OPENED_BY = LocalTime.of(7, 30);

    private final Elections elections;
    private final ExpectedReports expected;
    private final Regions regions;
    private final JdbcClient jdbc;

    VotingSlots(Elections elections, ExpectedReports expected, Regions regions, JdbcClient jdbc) {
        this.elections = elections;
        this.expected = expected;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    /** Before the work that is open follows: a report locks in the same order. */
    @EventListener
    @Order(MOVED_FIRST)
    void move(ScheduleChanged changed) {
        if (changed.round().phase().active()) {
            prepare(changed.round());
        }
    }

    @Override
    public void prepare(RoundRef round) {
        var slots = of(round.id());
        slots.forEach(slot -> expected.expect(round, ReportKind.VOTING, slot.slot(), null, slot.dueAt()));
        expected.withdraw(
                round, ReportKind.VOTING, slots.stream().map(SlotRef::slot).toList());
    }

    /** In the order in which they are due; empty where the schedule asks for no reports of the day. */
    public List<SlotRef> of(long roundId) {
        return elections.slots(roundId).stream()
                .filter(slot -> slot.kind().equals(ReportKind.VOTING.name()))
                .sorted(Comparator.comparing(SlotRef::dueAt))
                .toList();
    }

    /** Their names, in that order. */
    public List<String> names(long roundId) {
        return of(roundId).stream().map(SlotRef::slot).toList();
    }

    /** From when on each slot is over, because the next one is due; without the last one, which never is. */
    public Map<String, Instant> overAt(long roundId) {
        var inOrder = of(roundId);
        return IntStream.range(1, inOrder.size())
                .boxed()
                .collect(Collectors.toMap(next -> inOrder.get(next - 1).slot(), next -> inOrder.get(next)
                        .dueAt()));
    }

    /** After when an opening is late. */
    public Instant openedBy(RoundRef round) {
        return of(round.id()).stream()
                .filter(slot -> slot.slot().equals(OPENING))
                .map(SlotRef::dueAt)
                .findFirst()
                .orElseGet(() ->
                        round.date().atTime(OPENED_BY).atZone(regions.zone()).toInstant());
    }

    /** Midnight at the beginning of the day of voting. */
    public Instant dayBegins(RoundRef round) {
        return round.date().atStartOfDay(regions.zone()).toInstant();
    }

    /** Until when a slot is open, as the schedule says at this moment: when the next one is due, after the last one when Form C1 is. Empty when there is no such slot any more. */
    public Optional<Instant> closesAt(long roundId, String slot) {
        return jdbc.sql(
                        """
                        SELECT coalesce(min(later.due_at), max(s.due_at)) FROM schedule_slot s
                        LEFT JOIN schedule_slot later ON later.round_id = s.round_id AND later.due_at > s.due_at AND later.kind IN ('VOTING', 'C1')
                          AND (later.kind = 'VOTING' OR NOT EXISTS (SELECT 1 FROM schedule_slot next WHERE next.round_id = s.round_id AND next.kind = 'VOTING' AND next.due_at > s.due_at))
                        WHERE s.round_id = ? AND s.kind = 'VOTING' AND s.slot = ? GROUP BY s.slot
                        """)
                .params(roundId, slot)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
