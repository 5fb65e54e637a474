package id.deskpilkada.simulation.weeks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.simulation.world.World;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PreparationFilesTests {

    static final Pattern NUMBER = Pattern.compile("\\(?0[0-9]{2,3}\\)? ?[0-9]{6,}");

    static Map<String, String> files(int districts) {
        return new PreparationFiles(World.of(1, districts), 1).all(LocalDate.of(2024, 11, 27));
    }

    @Test
    void nobodyCanBeCalled() {
        var numbers = files(0).entrySet().stream()
                .filter(file ->
                        !file.getKey().equals("boundaries") && !file.getKey().equals("risks"))
                .filter(file -> !file.getKey().equals("officers"))
                .flatMap(file -> NUMBER.matcher(file.getValue()).results())
                .map(found -> found.group())
                .toList();
        assertThat(numbers).hasSizeGreaterThan(60).allMatch(number -> number.startsWith("(0254) 000"));
    }

    @Test
    void everyNumberIsNamedMadeUp() {
        assertThat(files(0).get("contacts").lines().skip(1))
                .allMatch(line -> line.contains("(karangan)") || line.contains("Ketua PPS"));
    }

    @Test
    void theMapIsGeoJsonAndSaysThatItIsASketch() throws Exception {
        var map = new ObjectMapper().readTree(files(1).get("boundaries"));
        assertThat(map.path("features")).hasSize(16).allSatisfy(feature -> assertThat(
                        feature.path("properties").path("keterangan").asText())
                .isEqualTo("sketsa karangan"));
    }
}
