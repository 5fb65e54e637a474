package id.deskpilkada.voting.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayStateTests {

    @ParameterizedTest
    @CsvSource({
        "HALTED, 5, 5, 5, 1, 1, 1",
        "UNREST, 5, 5, 0, 0, 1, 3",
        "ATTENTION, 5, 0, 0, 0, 0, 1",
        "CLOSED, 5, 5, 5, 0, 0, 0",
        "OPEN, 5, 5, 4, 0, 0, 0",
        "OPENING, 5, 4, 0, 0, 0, 0",
        "SILENT, 5, 0, 0, 0, 0, 0",
        "SILENT, 0, 0, 0, 0, 0, 0"
    })
    void theMostUrgentOfAPlaceIsItsState(
            DayState state, int stations, int opened, int closed, int halted, int unrest, int attention) {
        assertThat(DayState.of(stations, opened, closed, halted, unrest, attention))
                .isEqualTo(state);
    }
}
