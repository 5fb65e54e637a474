package id.deskpilkada.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.notification.text.SmsText;
import org.junit.jupiter.api.Test;

class SmsTextTests {

    @Test
    void plainTextTakes160CharactersThen153Each() {
        assertThat(SmsText.of("a".repeat(160)).segments()).isEqualTo(1);
        assertThat(SmsText.of("a".repeat(161)).segments()).isEqualTo(2);
        assertThat(SmsText.of("a".repeat(307)).segments()).isEqualTo(3);
    }

    @Test
    void bracketsCountTwice() {
        assertThat(SmsText.of("a".repeat(158) + "[").segments()).isEqualTo(1);
        assertThat(SmsText.of("a".repeat(159) + "[").segments()).isEqualTo(2);
    }

    @Test
    void oneOtherCharacterHalvesWhatFits() {
        var text = SmsText.of("a".repeat(69) + "✓");

        assertThat(text.plain()).isFalse();
        assertThat(text.segments()).isEqualTo(1);
        assertThat(SmsText.of("a".repeat(70) + "✓").segments()).isEqualTo(2);
        assertThat(SmsText.of("🚨".repeat(35)).segments()).isEqualTo(1);
        assertThat(SmsText.of("🚨".repeat(36)).segments()).isEqualTo(2);
    }

    @Test
    void typographicMarksAreWrittenPlainly() {
        assertThat(SmsText.of("“Banjir” – 07.30…").text()).isEqualTo("\"Banjir\" - 07.30...");
    }

    @Test
    void aLongTextIsCutAtAWordAndSaysWhereTheRestIs() {
        var text = SmsText.fitting("laporan ".repeat(60), "Selengkapnya di Kotak masuk.", 2);

        assertThat(text.segments()).isEqualTo(2);
        assertThat(text.text()).endsWith("laporan... Selengkapnya di Kotak masuk.");
    }

    @Test
    void aTextWithoutSpacesIsCutToo() {
        var text = SmsText.fitting("🚨".repeat(300), "Kotak masuk.", 1);

        assertThat(text.segments()).isEqualTo(1);
        assertThat(text.text()).doesNotContain("\uFFFD").endsWith("Kotak masuk.");
    }
}
