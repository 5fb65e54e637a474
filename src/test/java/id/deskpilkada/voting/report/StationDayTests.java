package id.deskpilkada.voting.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.voting.Security;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StationDayTests {

    private static final List<String> SLOTS = List.of("06.00", "07.30", "10.00", "12.00");
    private static final Instant SEVEN = Instant.parse("2024-11-27T00:00:00Z");

    @Test
    void theOrderInWhichReportsAreHandledMeansNothing() {
        var versions = List.of(
                said(1, "06.00", 10, Security.CALM, null),
                said(2, "10.00", 120, Security.UNREST, true),
                said(3, "07.30", 60, Security.CALM, false),
                said(4, "10.00", 118, null, null),
                said(5, "12.00", 700, null, null));
        var expected = summary(versions);
        assertThat(expected).isEqualTo("118 in 10.00, UNREST, held true, halted true");
        for (int seed = 0; seed < 50; seed++) {
            var shuffled = new ArrayList<>(versions);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(summary(shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void aStopEndsWithALaterReportOfTheSameOrALaterSlot() {
        var stop = said(3, "10.00", null, null, true);
        assertThat(halted(stop)).isTrue();
        assertThat(halted(stop, said(4, "07.30", null, null, false))).isTrue();
        assertThat(halted(stop, said(2, "12.00", null, null, false))).isTrue();
        assertThat(halted(stop, said(4, "10.00", null, null, false))).isFalse();
        assertThat(halted(stop, said(4, "12.00", null, null, false))).isFalse();
        assertThat(halted(stop, said(4, "12.00", null, null, false), said(5, "12.00", null, null, true)))
                .isTrue();
    }

    @Test
    void aFigureIsComparedWithItsNeighboursThatCount() {
        var day = day(
                said(1, "06.00", 20, null, null), said(2, "07.30", 900, null, null), said(3, "12.00", 200, null, null));
        assertThat(day.against("10.00", 19)).map(Figures::slot).contains("06.00");
        assertThat(day.against("10.00", 20)).isEmpty();
        assertThat(day.against("10.00", 200)).isEmpty();
        assertThat(day.against("10.00", 201)).map(Figures::slot).contains("12.00");
        assertThat(day.against("06.00", 201))
                .as("the held figure is no yardstick")
                .map(Figures::slot)
                .contains("12.00");
    }

    private static String summary(List<Version> versions) {
        var day = day(versions.toArray(Version[]::new));
        var turnout = day.turnout().orElseThrow();
        return "%d in %s, %s, held %s, halted %s"
                .formatted(
                        turnout.counted(),
                        turnout.slot(),
                        day.security().orElseThrow().security(),
                        day.held(),
                        day.haltedSince() != null);
    }

    private static boolean halted(Version... versions) {
        return day(versions).haltedSince() != null;
    }

    private static StationDay day(Version... versions) {
        return StationDay.of(List.of(versions), SLOTS, (slot, total) -> total > 528, Halts.NONE);
    }

    private static Version said(
            long seq, String slot, @Nullable Integer total, @Nullable Security security, @Nullable Boolean halted) {
        var data = new VotingData(
                null, null, Turnout.of(null, null, total), security, null, null, halted, null, null, null);
        return new Version(seq, slot, data, false, ReportSource.APP, 1, SEVEN.plusSeconds(seq), SEVEN);
    }
}
