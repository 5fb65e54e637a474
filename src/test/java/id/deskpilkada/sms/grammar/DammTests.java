package id.deskpilkada.sms.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DammTests {

    private static final Random RANDOM = new Random(9);

    @Test
    void theDigitIsThatOfThePublishedExample() {
        assertThat(Damm.digit("572")).isEqualTo(4);
    }

    @Test
    void everyWrongDigitAndEveryPairThatChangedPlacesIsFound() {
        for (int round = 0; round < 300; round++) {
            var digits = "3604" + "%09d".formatted(RANDOM.nextInt(1_000_000_000));
            for (var mistyped : mistyped(digits)) {
                assertThat(Damm.letter(mistyped)).as(mistyped).isNotEqualTo(Damm.letter(digits));
            }
        }
    }

    private static List<String> mistyped(String digits) {
        var all = new ArrayList<String>();
        for (int at = 0; at < digits.length(); at++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(at)) {
                    all.add(digits.substring(0, at) + other + digits.substring(at + 1));
                }
            }
            if (at > 0 && digits.charAt(at) != digits.charAt(at - 1)) {
                all.add(digits.substring(0, at - 1)
                        + digits.charAt(at)
                        + digits.charAt(at - 1)
                        + digits.substring(at + 1));
            }
        }
        return all;
    }
}
