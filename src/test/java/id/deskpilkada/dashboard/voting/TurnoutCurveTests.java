package id.deskpilkada.dashboard.voting;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.voting.VotingFacts.SlotTurnout;
import id.deskpilkada.voting.board.VotingSlot;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnoutCurveTests {

    private static final List<VotingSlot> SLOTS =
            List.of(slot("06.00", "05:00", "06:00"), slot("10.00", "06:00", "10:00"), slot("13.00", "10:00", "13:00"));

    @Test
    void timeRunsToTheRightAndPercentUpwards() {
        var curve = TurnoutCurve.of(
                SLOTS,
                List.of(told("10.00", 250, 500), told("13.00", 400, 500)),
                List.of(),
                (part, whole) -> part + "/" + whole);
        assertThat(curve.line()).isEqualTo("405,121 620,58");
        assertThat(curve.y(0)).isEqualTo(226);
        assertThat(curve.y(50)).isEqualTo(121);
        assertThat(curve.ticks()).extracting(TurnoutCurve.Tick::slot).containsExactly("06.00", "10.00", "13.00");
    }

    @Test
    void aSlotOfWhichNobodyToldItsVotersHasNoPoint() {
        var curve = TurnoutCurve.of(
                SLOTS,
                List.of(told("06.00", 0, 0), told("10.00", 1, 500)),
                List.of(),
                (part, whole) -> part + "/" + whole);
        assertThat(curve.points().get(0).x()).isNull();
        assertThat(curve.points().get(2).share()).isNull();
        assertThat(curve.line()).doesNotContain(" ");
        assertThat(TurnoutCurve.of(SLOTS, List.of(), List.of(), (part, whole) -> part + "/" + whole)
                        .empty())
                .isTrue();
    }

    @Test
    void moreVotersThanRegisteredEndAtTheEdge() {
        var curve = TurnoutCurve.of(
                SLOTS, List.of(told("13.00", 520, 500)), List.of(), (part, whole) -> part + "/" + whole);
        assertThat(curve.line()).isEqualTo("620,16");
    }

    private static SlotTurnout told(String slot, long voters, long listed) {
        return new SlotTurnout(slot, 1, voters, voters, listed, 0, null);
    }

    private static VotingSlot slot(String name, String opens, String due) {
        return new VotingSlot(name, at(opens), at(due), VotingSlot.State.OVER);
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse("2024-11-27T" + time + ":00+07:00");
    }
}
