package id.deskpilkada.staff.duty;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.imports.ImportProblems;
import id.deskpilkada.imports.ImportRow;
import id.deskpilkada.staff.duty.RosterCheck.Finding;
import id.deskpilkada.staff.duty.RosterCheck.Kind;
import id.deskpilkada.staff.duty.Shift.OnDuty;
import id.deskpilkada.staff.duty.Shift.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterCheckTests {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final LocalDate DAY = LocalDate.of(2024, 11, 27);
    private static final Span WHOLE_DAY = new Span(at(0, 0), at(24, 0));

    @Test
    void shiftsThatFollowEachOtherLeaveNothingToSay() {
        assertThat(RosterCheck.of(List.of(led(6, 14), led(14, 22)), WHOLE_DAY, null))
                .isEmpty();
    }

    @Test
    void aGapBetweenTwoShiftsIsNamed() {
        assertThat(RosterCheck.of(List.of(led(6, 12), led(14, 22)), WHOLE_DAY, null))
                .containsExactly(new Finding(Kind.GAP, at(12, 0), at(14, 0)));
    }

    @Test
    void onTheDayOfVotingTheWholeOfItHasToBeCovered() {
        assertThat(RosterCheck.of(List.of(led(8, 22)), WHOLE_DAY, new Span(at(6, 0), at(24, 0))))
                .containsExactly(
                        new Finding(Kind.GAP, at(6, 0), at(8, 0)), new Finding(Kind.GAP, at(22, 0), at(24, 0)));
        assertThat(RosterCheck.of(List.of(), WHOLE_DAY, new Span(at(6, 0), at(24, 0))))
                .containsExactly(new Finding(Kind.GAP, at(6, 0), at(24, 0)));
    }

    @Test
    void anOvernightShiftCoversTheBeginningOfTheNextDay() {
        var night = shift(ShiftDraft.between(DAY.minusDays(1), LocalTime.of(22, 0), LocalTime.of(6, 0), WITA), true);

        assertThat(night.span()).isEqualTo(new Span(at(-2, 0), at(6, 0)));
        assertThat(night.runsAt(at(0, 0))).isTrue();
        assertThat(night.runsAt(at(6, 0))).isFalse();
        assertThat(RosterCheck.of(List.of(night, led(6, 24)), WHOLE_DAY, new Span(at(0, 0), at(24, 0))))
                .isEmpty();
    }

    @Test
    void twoShiftsAtOneTimeOverlap() {
        assertThat(RosterCheck.of(List.of(led(6, 14), led(13, 22)), WHOLE_DAY, null))
                .containsExactly(new Finding(Kind.OVERLAP, at(13, 0), at(14, 0)));
        assertThat(RosterCheck.of(List.of(led(6, 22), led(8, 10), led(9, 11)), WHOLE_DAY, null))
                .extracting(Finding::kind)
                .containsExactly(Kind.OVERLAP, Kind.OVERLAP, Kind.OVERLAP);
    }

    @Test
    void aShiftWithoutPeopleOrWithoutALeaderIsNamed() {
        var empty = new Shift(1, 1, at(6, 0), at(14, 0), List.of());
        var leaderless = shift(new Span(at(14, 0), at(22, 0)), false);

        assertThat(RosterCheck.of(List.of(empty, leaderless), WHOLE_DAY, null))
                .extracting(Finding::kind)
                .containsExactly(Kind.NOBODY, Kind.NO_LEADER);
    }

    /** Six in the morning in Samarinda is five in Jakarta. */
    @Test
    void timesOfAFileAreThoseOfTheRegencysZone() {
        var problems = new ImportProblems();
        var rows = new DutyRows(Set.of("6472"), "6472", WITA, problems);

        rows.read(row(2, "2024-11-27 06.00", "14:00"));
        rows.read(row(3, "27/11/2024 22:00", "06.00"));
        rows.read(row(4, "2024-11-28T06:00", "2024-11-28T24:00"));
        rows.read(row(5, "kemarin pagi", "06.00"));
        rows.read(row(6, "2024-11-27 06.00", "2024-11-29 07.00"));
        rows.read(row(7, "2024-11-31 06.00", "07.00"));

        assertThat(rows.rows())
                .extracting(row -> row.shift().span())
                .containsExactly(
                        new Span(Instant.parse("2024-11-26T22:00:00Z"), Instant.parse("2024-11-27T06:00:00Z")),
                        new Span(Instant.parse("2024-11-27T14:00:00Z"), Instant.parse("2024-11-27T22:00:00Z")),
                        new Span(Instant.parse("2024-11-27T22:00:00Z"), Instant.parse("2024-11-28T16:00:00Z")));
        assertThat(problems.list())
                .extracting(problem -> problem.row() + " " + problem.code())
                .containsExactly("5 MALFORMED_DUTY_TIME", "6 DUTY_SHIFT_LENGTH", "7 MALFORMED_DUTY_TIME");
    }

    private static ImportRow row(int number, String from, String to) {
        return ImportRow.of(number, Map.of("post", "Posko", "from", from, "to", to, "username", "siti" + number));
    }

    private static Shift led(int from, int to) {
        return shift(new Span(at(from, 0), at(to, 0)), true);
    }

    private static Shift shift(Span span, boolean led) {
        return new Shift(1, 1, span.from(), span.to(), List.of(new OnDuty(1, "siti", "Siti", null, led)));
    }

    private static Instant at(int hour, int minute) {
        return DAY.atStartOfDay(WITA).plusHours(hour).plusMinutes(minute).toInstant();
    }
}
