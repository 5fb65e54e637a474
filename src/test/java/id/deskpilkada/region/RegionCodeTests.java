package id.deskpilkada.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTests {

    @ParameterizedTest
    @CsvSource({
        "36, 36, PROVINCE",
        "36.04, 36.04, REGENCY",
        "3604, 36.04, REGENCY",
        "360405, 36.04.05, DISTRICT",
        "3604052002, 36.04.05.2002, VILLAGE",
        "36.04.05.2002, 36.04.05.2002, VILLAGE"
    })
    void theLevelFollowsFromTheCode(String text, String code, RegionLevel level) {
        RegionCode read = RegionCode.parse(text).orElseThrow();
        assertThat(read.value()).isEqualTo(code);
        assertThat(read.level()).isEqualTo(level);
        assertThat(RegionCode.parse(read.area())).contains(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "36.",
                "36.4",
                "36.04.05.002",
                "36040",
                "36.04.05.2002.001",
                "3604052002001",
                "36 04",
                "٣٦"
            })
    void anythingElseIsNoCode(String text) {
        assertThat(RegionCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> new RegionCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theParentIsOneLevelUp() {
        RegionCode village = new RegionCode("36.04.05.2002");
        assertThat(village.parent()).contains(new RegionCode("36.04.05"));
        assertThat(new RegionCode("36").parent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3604, WIB, Asia/Jakarta",
        "61, WIB, Asia/Jakarta",
        "6472, WITA, Asia/Makassar",
        "51, WITA, Asia/Makassar",
        "81, WIT, Asia/Jayapura",
        "96, WIT, Asia/Jayapura"
    })
    void eachProvinceHasItsTime(String area, String name, String zone) {
        assertThat(IndonesianTime.of(area).name()).isEqualTo(name);
        assertThat(IndonesianTime.of(area).zone().getId()).isEqualTo(zone);
    }
}
