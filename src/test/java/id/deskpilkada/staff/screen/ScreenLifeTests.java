package id.deskpilkada.staff.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpilkada.platform.Problem;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenLifeTests {

    private static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    private static Instant local(String time) {
        return Instant.parse(time + ":00+09:00");
    }

    @Test
    void aScreenOpenedInTheEveningStaysOnUntilEightInTheMorning() {
        assertThat(ScreenLife.end("pagi", local("2024-11-27T18:04"), WIT)).isEqualTo(local("2024-11-28T08:00"));
        assertThat(ScreenLife.end("pagi", local("2024-11-28T02:30"), WIT)).isEqualTo(local("2024-11-28T08:00"));
    }

    @Test
    void whoOpensOneShortlyBeforeEightMeansTheNextDay() {
        assertThat(ScreenLife.end("pagi", local("2024-11-27T06:30"), WIT)).isEqualTo(local("2024-11-28T08:00"));
    }

    @Test
    void hoursCountFromNow() {
        assertThat(ScreenLife.end("48", local("2024-11-27T06:30"), WIT)).isEqualTo(local("2024-11-29T06:30"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"49", "0", "-4", "", "selamanya", "100"})
    void noScreenStaysOnForLongerThanTwoDays(String life) {
        assertThatThrownBy(() -> ScreenLife.end(life, local("2024-11-27T06:30"), WIT))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo("SCREEN_LIFE"));
    }
}
