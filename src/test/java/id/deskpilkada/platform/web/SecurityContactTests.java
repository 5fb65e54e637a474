package id.deskpilkada.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SecurityContactTests {

    private static final Clock NOVEMBER = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);

    @Test
    void theContactIsNamedWithATimeUntilWhichItHolds() {
        assertThat(new SecurityContact("mailto:lapor@contoh.test", NOVEMBER).text())
                .isEqualTo(
                        "Contact: mailto:lapor@contoh.test\nExpires: 2027-02-21T00:00:00Z\nPreferred-Languages: id, en\n");
    }

    @Test
    void withoutAContactThereIsNoPage() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> new SecurityContact("", NOVEMBER).text());
    }

    @Test
    void whatIsNoAddressStopsTheStart() {
        assertThatIllegalStateException().isThrownBy(() -> new SecurityContact("Pak Budi\nX: y", NOVEMBER));
    }
}
