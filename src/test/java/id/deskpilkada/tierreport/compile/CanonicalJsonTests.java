package id.deskpilkada.tierreport.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

    record Sample(String z, BigDecimal percent, OffsetDateTime at, Map<String, Integer> byName) {}

    private static final String TEXT =
            "{\"at\":\"2024-11-27T19:00:00+07:00\",\"byName\":{\"a\":1,\"b\":2},\"percent\":100.0,\"z\":\"é\"}";

    @Test
    void theSameIsAlwaysWrittenTheSameToTheByte() {
        var sample = new Sample(
                "é",
                new BigDecimal("100.0"),
                OffsetDateTime.parse("2024-11-27T19:00:00+07:00"),
                Map.of("b", 2, "a", 1));
        assertThat(CanonicalJson.write(sample)).isEqualTo(TEXT);
        assertThat(CanonicalJson.write(CanonicalJson.read(TEXT, Sample.class))).isEqualTo(TEXT);
    }

    @Test
    void numbersOfATreeAreAsTheyAreWritten() {
        assertThat(CanonicalJson.tree(TEXT).path("percent").asText()).isEqualTo("100.0");
    }
}
