package id.deskpilkada.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.platform.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "0812-3456-7890",
                "0812 3456 7890",
                "+62 812 3456 7890",
                "6281234567890",
                "+62 (0)812-3456-7890",
                " 81234567890 "
            })
    void oneNumberIsOneHoweverItIsWritten(String written) {
        assertThat(PhoneNumber.of(written)).contains(new PhoneNumber("+6281234567890"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0812", "08123456789012345678", "tidak ada", "0812345678O0", "000000000000", "12345"})
    void whatCanBeNoNumberIsNone(String written) {
        assertThat(PhoneNumber.of(written)).isEmpty();
    }

    @Test
    void itIsShownAsPeopleHereWriteIt() {
        var number = PhoneNumber.of("+6281234567890").orElseThrow();

        assertThat(number.readable()).isEqualTo("0812-3456-7890");
        assertThat(number.digits()).isEqualTo("6281234567890");
        assertThat(number.mobile()).isTrue();
        assertThat(PhoneNumber.of("0254-200123").orElseThrow().mobile()).isFalse();
    }
}
