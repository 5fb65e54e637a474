package id.deskpilkada.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultScheduleTests {

    static final LocalDate DAY = LocalDate.of(2024, 11, 27);

    final List<SlotRef> wib = DefaultSchedule.of(DAY, ZoneId.of("Asia/Jakarta"));

    @Test
    void c1OpensWhenThePollsCloseAndIsDueAtNine() {
        assertThat(of(wib, "C1"))
                .containsExactly(new SlotRef(
                        "C1",
                        "C1",
                        Instant.parse("2024-11-27T06:00:00Z"),
                        Instant.parse("2024-11-27T14:00:00Z"),
                        false));
    }

    @Test
    void theTiersReportElevenTimesAndSignFourOfThem() {
        assertThat(of(wib, "TIER"))
                .extracting(SlotRef::slot)
                .containsExactly(
                        "H-1", "06.00", "07.30", "10.00", "12.00", "13.30", "15.00", "17.00", "19.00", "21.00",
                        "24.00");
        assertThat(wib.stream().filter(SlotRef::requiresSignature))
                .extracting(SlotRef::slot)
                .containsExactly("H-1", "13.30", "19.00", "24.00");
        assertThat(of(wib, "TIER").get(10).dueAt()).isEqualTo(Instant.parse("2024-11-27T17:00:00Z"));
    }

    @Test
    void siteAndPeopleAreDueAWeekBeforeAndLogisticsTheEveningBefore() {
        assertThat(of(wib, "READINESS"))
                .extracting(SlotRef::slot, SlotRef::dueAt)
                .containsExactly(
                        tuple("H-7", Instant.parse("2024-11-20T11:00:00Z")),
                        tuple("H-1", Instant.parse("2024-11-26T11:00:00Z")));
    }

    @Test
    void everyVillageHasItsAdminThreeWeeksBeforeOrIsEscalatedThreeDaysBefore() {
        assertThat(of(wib, "ASSIGNMENT"))
                .extracting(SlotRef::slot, SlotRef::dueAt)
                .containsExactly(
                        tuple("H-21", Instant.parse("2024-11-06T11:00:00Z")),
                        tuple("H-3", Instant.parse("2024-11-24T11:00:00Z")));
    }

    @Test
    void eachSlotOpensBeforeItIsDueAndWhenTheOneBeforeIsDue() {
        assertThat(wib).allSatisfy(slot -> assertThat(slot.opensAt()).isBefore(slot.dueAt()));
        List<SlotRef> voting = of(wib, "VOTING");
        for (int i = 1; i < voting.size(); i++) {
            assertThat(voting.get(i).opensAt()).isEqualTo(voting.get(i - 1).dueAt());
        }
    }

    @Test
    void samarindaKeepsItsOwnTime() {
        assertThat(of(DefaultSchedule.of(DAY, ZoneId.of("Asia/Makassar")), "C1")
                        .get(0)
                        .opensAt())
                .isEqualTo(Instant.parse("2024-11-27T05:00:00Z"));
        assertThat(of(DefaultSchedule.of(DAY, ZoneId.of("Asia/Makassar")), "READINESS")
                        .get(0)
                        .dueAt())
                .as("H-7 at 18.00 WITA")
                .isEqualTo(Instant.parse("2024-11-20T10:00:00Z"));
    }

    private static List<SlotRef> of(List<SlotRef> slots, String kind) {
        return slots.stream().filter(slot -> slot.kind().equals(kind)).toList();
    }
}
