package id.deskpilkada.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.region.RegionsOf;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class PageFormatsTests {

    @BeforeEach
    void inIndonesian() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("id"));
    }

    @AfterEach
    void asBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** Readiness is due at 18.00 of the place, whatever the clock of the server says. */
    @Test
    void everyRegencyReadsItsOwnTime() {
        assertThat(due("36.04", "2024-11-20T11:00:00Z")).isEqualTo("20 Nov 18.00 WIB");
        assertThat(due("64.72", "2024-11-20T10:00:00Z")).isEqualTo("20 Nov 18.00 WITA");
        assertThat(due("94.71", "2024-11-20T09:00:00Z")).isEqualTo("20 Nov 18.00 WIT");
    }

    private static String due(String regency, String at) {
        return new PageFormats(RegionsOf.regency(regency)).time(OffsetDateTime.parse(at));
    }
}
