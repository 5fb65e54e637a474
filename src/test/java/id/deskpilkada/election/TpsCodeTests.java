package id.deskpilkada.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TpsCodeTests {

    @Test
    void itNamesItsVillageDistrictAndNumber() {
        TpsCode tps = TpsCode.of("3604052002", 7);
        assertThat(tps).isEqualTo(new TpsCode("3604052002007"));
        assertThat(tps.villageArea()).isEqualTo("3604052002");
        assertThat(tps.districtArea()).isEqualTo("360405");
        assertThat(tps.number()).isEqualTo(7);
        assertThat(tps.special()).isFalse();
        assertThat(new TpsCode("1673021008901").special()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "360405200200",
                "36040520020011",
                "3604052002000",
                "36.04.05.2002001",
                "36040520020O1",
                "٣٦٠٤٠٥٢٠٠٢٠٠١"
            })
    void anythingElseIsNoCode(String text) {
        assertThat(TpsCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> new TpsCode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
