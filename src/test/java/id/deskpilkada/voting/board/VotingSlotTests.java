package id.deskpilkada.voting.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.election.SlotRef;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotingSlotTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    @ParameterizedTest
    @CsvSource({
        "04:00, 06.00",
        "05:30, 06.00",
        "06:30, 06.00",
        "07:00, 07.30",
        "07:31, 07.30",
        "09:09, 07.30",
        "09:10, 10.00",
        "11:19, 10.00",
        "11:20, 12.00",
        "13:00, 13.30",
        "23:00, 13.30"
    })
    void theSlotBeforeMattersUntilTwoThirdsOfTheNextAreOver(String time, String slot) {
        assertThat(VotingSlot.current(slots(at(time)), at(time)).orElseThrow().slot())
                .isEqualTo(slot);
    }

    @Test
    void aSlotIsAheadThenOpenThenOver() {
        assertThat(slots(at("10:00")))
                .extracting(VotingSlot::state)
                .containsExactly(
                        VotingSlot.State.OVER,
                        VotingSlot.State.OVER,
                        VotingSlot.State.OPEN,
                        VotingSlot.State.OPEN,
                        VotingSlot.State.AHEAD);
        assertThat(slots(at("10:01")).get(2).state()).isEqualTo(VotingSlot.State.OVER);
    }

    @Test
    void withoutSlotsThereIsNone() {
        assertThat(VotingSlot.current(List.of(), at("10:00"))).isEmpty();
    }

    private static List<VotingSlot> slots(Instant now) {
        return Stream.of("05:00 06:00", "06:00 07:30", "07:30 10:00", "10:00 12:00", "12:00 13:30")
                .map(times -> times.split(" "))
                .map(times -> new SlotRef(times[1].replace(':', '.'), "VOTING", at(times[0]), at(times[1]), false))
                .map(slot -> VotingSlot.of(slot, now, ZONE))
                .toList();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse("2024-11-27T" + time + ":00+07:00").toInstant();
    }
}
