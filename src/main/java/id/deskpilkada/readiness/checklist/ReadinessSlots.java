package id.deskpilkada.readiness.checklist;

import id.deskpilkada.election.PreparationDates;
import id.deskpilkada.election.RoundPreparation;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.ScheduleChanged;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.expectation.ExpectedReports;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.readiness.ReadinessStage;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which slot of the schedule a stage belongs to, and what is expected in it: one report of each TPS. */
@Component
class ReadinessSlots implements RoundPreparation {

    private final PreparationDates dates;
    private final ExpectedReports expected;
    private final ReadinessRows rows;

    ReadinessSlots(PreparationDates dates, ExpectedReports expected, ReadinessRows rows) {
        this.dates = dates;
        this.expected = expected;
        this.rows = rows;
    }

    @EventListener
    void move(ScheduleChanged changed) {
        if (changed.round().phase().active()) {
            prepare(changed.round());
        }
    }

    @Override
    public void prepare(RoundRef round) {
        var slots = Stream.of(dates.siteSlot(round.id()), dates.logisticsSlot(round.id()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        slots.forEach(slot -> expected.expect(round, ReportKind.READINESS, slot.slot(), null, slot.dueAt()));
        expected.withdraw(
                round, ReportKind.READINESS, slots.stream().map(SlotRef::slot).toList());
    }

    /** When a stage is due; the beginning of the day of voting where the schedule does not say. */
    Instant due(long roundId, ReadinessStage stage) {
        return slot(roundId, stage).map(SlotRef::dueAt).orElseGet(() -> dates.votingDay(roundId));
    }

    /** The slot that is answered with a stage; where one slot holds both stages, by the second one. */
    Optional<String> answered(ReadinessCase about, ReadinessStage stage) {
        long round = about.round().id();
        boolean one = dates.siteSlot(round).equals(dates.logisticsSlot(round));
        var row = rows.lock(about);
        boolean all = row.siteSeq() != null && row.logisticsSeq() != null;
        return one && !all ? Optional.empty() : slot(round, stage).map(SlotRef::slot);
    }

    private Optional<SlotRef> slot(long roundId, ReadinessStage stage) {
        return stage == ReadinessStage.SITE ? dates.siteSlot(roundId) : dates.logisticsSlot(roundId);
    }
}
