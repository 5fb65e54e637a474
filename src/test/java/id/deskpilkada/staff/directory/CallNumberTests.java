package id.deskpilkada.staff.directory;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.staff.directory.Agency.Channel;
import id.deskpilkada.staff.directory.Agency.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "0812-3456-7890",
                "0812 3456 7890",
                "0812.3456.7890",
                "+6281234567890",
                "+62 812-3456-7890",
                "62 812 3456 7890",
                "6281234567890",
                "(0812) 34567890",
                "+62 (0)812 3456 7890",
                "0062 812 3456 7890",
                "8123456-7890",
                " 0812 3456 7890 "
            })
    void everyIndonesianSpellingIsTheSameNumber(String written) {
        assertThat(CallNumber.of(written)).hasValueSatisfying(number -> {
            assertThat(number.value()).isEqualTo("+6281234567890");
            assertThat(number.dial()).isEqualTo("tel:+6281234567890");
            assertThat(number.chat()).isEqualTo("https://wa.me/6281234567890");
            assertThat(number.readable()).isEqualTo("0812-3456-7890");
        });
    }

    @ParameterizedTest
    @CsvSource({"(0254) 281234,+62254281234", "0254-281234,+62254281234", "021 5551234,+62215551234"})
    void aLandlineKeepsItsAreaCode(String written, String value) {
        assertThat(CallNumber.of(written)).hasValue(new CallNumber(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110", "112", "113", "115", "119", "123", "1 1 2"})
    void shortNumbersAreDialledAsTheyAreAndHaveNoChat(String written) {
        assertThat(CallNumber.of(written)).hasValueSatisfying(number -> {
            assertThat(number.isShort()).isTrue();
            assertThat(number.dial()).isEqualTo("tel:" + written.replace(" ", ""));
            assertThat(number.chat()).isNull();
        });
        assertThat(CallNumber.telephone(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "12",
                "0812",
                "tidak ada",
                "0812 3456 7890 / 0813 1111 2222",
                "081234567890123456",
                "999"
            })
    void whatNobodyCanDialIsNoNumber(String written) {
        assertThat(CallNumber.of(written)).isEmpty();
    }

    @Test
    void channelsAreReadAsOfficialsWriteThem() {
        assertThat(ChannelText.parts(
                        "telp. 0254-281234; WA: 0812 3456 7890,bpbd@contoh.go.id\nsurel bpbd@contoh.go.id; 112"))
                .map(part -> ChannelText.read(part).orElseThrow())
                .containsExactly(
                        new Channel(Way.PHONE, "+62254281234"),
                        new Channel(Way.WHATSAPP, "+6281234567890"),
                        new Channel(Way.EMAIL, "bpbd@contoh.go.id"),
                        new Channel(Way.EMAIL, "bpbd@contoh.go.id"),
                        new Channel(Way.PHONE, "112"));
        assertThat(ChannelText.read("faks 0254-281234")).isEmpty();
        assertThat(ChannelText.read("wa 112")).isEmpty();
    }
}
